/**
 * What a person has considered is not raised again by a machine (polarsource/polar#10821): of whatever browsers and the collector note
 * after a decision, in whatever order, nothing puts the text back into the queue. What people say of it does.
 */
import { expect, it } from 'vitest';
import { awaitsDecision } from '../../../../lib/domain/decision/queue.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { EVENTS } from '../../../../lib/domain/events/index.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { installationSource } from '../../../../lib/domain/ids.ts';
import { rowOf } from '../../../../lib/store/rows/output.ts';
import { fc } from '../../property.ts';
import { ANNA, decided, eventOf, made, reportId, seen, sequenced } from '../making.ts';

const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';
const PIERO = installationSource('44444444-4444-4444-8444-444444444444');
const UNDER = { processId: 'faq', policyVersion: '1' };

const drawn = (outcome: 'ask' | 'auto_accept') =>
  eventOf(
    'countersign.output.drawn.v1',
    { outcome, ...UNDER, stratum: 'faq|chatgpt|', rule: 'sampled', oneIn: 10, clean: 30, reviewed: 30, defects: 0 },
    undefined,
    { source: COLLECTOR },
  );

/** What is noted without anybody having said anything, by its type. */
const NOTED: Record<string, (n: number) => Promise<CountersignEvent>> = {
  'countersign.output.seen.v1': () => seen({ source: PIERO }),
  'countersign.output.reused.v1': (n) =>
    eventOf(
      'countersign.output.reused.v1',
      {
        ...{ reuseId: reportId(500 + n), origin: 'https://crm.example', kept: 1, changed: 0, part: 1 },
        ...{ characters: 12, status: 'approved' },
      },
      undefined,
      { source: PIERO },
    ),
  'countersign.citation.checked.v1': () =>
    eventOf(
      'countersign.citation.checked.v1',
      { url: 'https://example.com/gone', reach: 'gone', claim: 'not_checked', by: 'policy' },
      undefined,
      { source: PIERO },
    ),
  'countersign.output.drawn.v1': (n) => drawn(n % 2 === 0 ? 'ask' : 'auto_accept'),
  'countersign.handoff.lapsed.v1': (n) =>
    eventOf(
      'countersign.handoff.lapsed.v1',
      {
        ...{ handoffId: reportId(600 + n), waitedFor: ['role:reviewer'], to: ['role:admin'], why: 'lapsed', step: 0 },
        dueAt: '2026-11-22T12:00:00.000Z',
      },
      undefined,
      { source: COLLECTOR },
    ),
};

/** Another opinion is asked of somebody else on purpose: these do raise a text again, for that person. */
const ON_PURPOSE = ['countersign.decision.drawn.v1', 'countersign.second.drawn.v1', 'countersign.content.erased.v1'];

it('knows every type that is noted of an output without anybody having said anything', () => {
  const noted = EVENTS.filter(
    ({ about, quiet, sentBy }) => (about === 'output' && quiet) || (about === 'clock' && sentBy.length === 0),
  );
  expect(
    noted
      .map(({ type }) => type)
      .filter((type) => !ON_PURPOSE.includes(type))
      .sort(),
  ).toEqual(Object.keys(NOTED).sort());
});

const verdict = fc.constantFrom('approve' as const, 'approve_with_notes' as const, 'modify' as const, 'block' as const);
const after = fc.array(fc.tuple(fc.constantFrom(...Object.keys(NOTED)), fc.nat(9)), { maxLength: 6 });
const years = fc.integer({ min: 0, max: 5 });

it('nothing that is noted after a decision puts the text back into the queue; a report does', async () => {
  await fc.assert(
    fc.asyncProperty(verdict, after, years, async (said, noted, later) => {
      const events = [await seen(), await made(1), await decided(said, [1])];
      for (const [type, n] of noted) events.push((await NOTED[type]?.(n)) ?? (await seen()));
      const now = new Date(Date.UTC(2026 + later, 11, 1)).toISOString();
      const output = foldOutput(sequenced(events), undefined, undefined, undefined, now);
      expect(output && awaitsDecision(output)).toBe(false);
      expect(output && rowOf(output, now)).not.toHaveProperty('line');
      const again = foldOutput(sequenced([...events, await made(2, { source: ANNA })]));
      expect(again && awaitsDecision(again)).toBe(said !== 'block');
    }),
    { numRuns: 60 },
  );
});
