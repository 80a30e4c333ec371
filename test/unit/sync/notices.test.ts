/** What chats get: Slack's Block Kit and Teams' Adaptive Cards, with hostile words in them. */
import { createRequire } from 'node:module';
import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { passes } from '../../../lib/domain/events/filter.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { messageOf } from '../../../lib/sync/targets/slack.ts';
import { decided, eventOf, HASH, reportId, seen } from '../domain/making.ts';
import { about, receive, sendTo, testOf } from './receiver.ts';

const require = createRequire(new URL('../../live/package.json', import.meta.url));
const HOSTILE = '<!channel> *bold* <https://evil.example|click> [click](https://evil.example) & `code`';

const critical = (comment: string) =>
  eventOf(
    'countersign.report.made.v1',
    { reportId: reportId(1), categories: ['factual', 'harm'], severity: 'critical' },
    { passages: [], comment, correction: 'The right price.' },
  );
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

const noticed = async (kind: 'slack' | 'teams', words: boolean) => {
  await using receiver = await receive(kind === 'slack' ? { status: 200, body: 'ok' } : { status: 202 });
  const [, report, decision] = about([await seen(), await critical(HOSTILE), await decided('escalate', [1])]);
  if (!report || !decision) throw new Error('the story has three parts');
  const webhook = receiver.url;
  for (const item of [report, decision])
    expect(await sendTo(kind, [item], { webhook, words })).toEqual({ kind: 'accepted' });
  return receiver.got.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
};

describe('Slack', () => {
  test('gets Block Kit in which nothing that people or AI wrote is more than text', async () => {
    // Compiles only as long as Slack's own types take it.
    const typed: KnownBlock[] = messageOf({
      title: 't',
      facts: [['a', 'b']],
      words: ['w'],
      link: { label: 'l', url: 'https://x' },
    }).blocks;
    expect(typed.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'actions']);
    const [report, decision] = await noticed('slack', true);
    expect(JSON.stringify(report)).toContain('<!channel>');
    expect(JSON.stringify(report)).not.toContain('mrkdwn');
    expect(String(report?.text)).not.toMatch(/[<>]/);
    expect(decision?.text).toContain('notice.decided verdict.escalate');
  });

  test('leaves words out unless asked', async () => {
    expect(JSON.stringify(await noticed('slack', false))).not.toMatch(/channel|because/);
  });

  test('a webhook that is gone stops, it is not tried for ever', async () => {
    await using receiver = await receive({ status: 404, body: 'no_service' });
    const items = about([await seen(), await critical('late')]).slice(1);
    expect(await sendTo('slack', items, { webhook: receiver.url, words: false })).toMatchObject({
      kind: 'unauthorised',
      problem: 'webhook_gone',
    });
  });
});

describe('a gate that was passed', () => {
  const through = (kind: 'bypass' | 'override' | 'exception') =>
    eventOf(
      'countersign.gate.overridden.v1',
      {
        ...{ exceptionId: reportId(3), kind, processId: 'faq', policyVersion: '7', textHash: HASH },
        until: '2026-11-23T10:00:00.000Z',
      },
      { reason: HOSTILE },
    );

  test.each(['slack', 'teams'] as const)(
    'is told to %s at once, whoever was passed over, by what the filter is at first',
    async (kind) => {
      await using receiver = await receive(kind === 'slack' ? { status: 200, body: 'ok' } : { status: 202 });
      for (const [how, words] of [
        ['bypass', true],
        ['override', false],
        ['exception', true],
      ] as const) {
        const event = await through(how);
        const { filter } = targetById(kind);
        expect(filter && passes(filter, event, true)).toBe(true);
        const [, item] = about([await seen(), event]);
        expect(await sendTo(kind, item ? [item] : [], { webhook: receiver.url, words })).toEqual({ kind: 'accepted' });
      }
      const [emergency, reason, ...more] = receiver.got.map(({ body }) => String(body));
      expect(emergency).toContain('notice.passed.bypass');
      expect(emergency).toContain('channel');
      expect(reason).toContain('notice.passed.override');
      expect(reason).not.toContain('channel');
      expect(more).toEqual([]);
    },
  );
});

describe('Teams', () => {
  const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');

  test('gets Adaptive Cards that their own parser takes whole, with text in runs that know no Markdown', async () => {
    for (const message of await noticed('teams', true)) {
      const { type, attachments } = message as {
        type: string;
        attachments: { contentType: string; content: object }[];
      };
      expect(type).toBe('message');
      const { contentType, content } = only(attachments);
      expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
      const context = new SerializationContext();
      const card = new AdaptiveCard();
      card.parse(content, context);
      expect(context.eventCount).toBe(0);
      expect(card.validateProperties().validationEvents).toEqual([]);
      expect(JSON.stringify(content)).not.toMatch(/"TextBlock"|"FactSet"/);
    }
  });

  test('refuses the addresses that were switched off', async () => {
    const webhook = 'https://contoso.webhook.office.com/webhookb2/1';
    expect(await testOf('teams', { webhook, words: false })).toEqual({ ok: false, problem: 'retired_address' });
  });

  test('keeps the signature of the address', async () => {
    await using receiver = await receive({ status: 202 });
    const webhook = `${receiver.url}/workflows/1/triggers/manual/paths/invoke?api-version=2016-06-01&sig=s%2Bx`;
    expect(await testOf('teams', { webhook, words: false })).toMatchObject({ ok: true });
    expect(only(receiver.got).path).toContain('sig=s%2Bx');
  });
});
