/** The check of the log in a browser: what it finds of a log that was changed, cut or written anew, and that it says what it did. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CountersignEvent, eventKey, eventWith } from '../../../lib/domain/events/event.ts';
import { bodyOf, GENESIS, linkText } from '../../../lib/domain/export/chained.ts';
import { sha256Now } from '../../../lib/domain/output/hash.ts';
import { applyPulled } from '../../../lib/store/write/writes.ts';
import { checkLog, type LogHead } from '../../../lib/sync/log-check.ts';
import { decided, made, seen, sequenced } from '../domain/making.ts';
import { Scripted } from './scripted.ts';

const TEAM = 'acme';
const AT = '2026-11-28T10:00:00.000Z';

interface Row {
  sequence: string;
  recordedAt: string;
  author: string;
  bare: boolean;
  link: string;
}

/** What a collector that has these events answers. */
function chainOf(events: readonly CountersignEvent[]): { links: Row[]; head: LogHead } {
  let link = GENESIS;
  const links = events.map((event) => {
    const row = { sequence: event.sequence ?? '', recordedAt: AT, author: `sha256:${'a'.repeat(64)}`, bare: false };
    link = sha256Now(linkText(link, { ...row, team: TEAM, event: bodyOf(event) }));
    return { ...row, link };
  });
  return { links, head: { team: TEAM, sequence: links.at(-1)?.sequence ?? '0'.repeat(16), link, at: AT } };
}

const answering = ({ links, head }: ReturnType<typeof chainOf>): typeof fetch => {
  const answer = (input: unknown): object => {
    const url = new URL(String(input));
    if (url.pathname === '/v1/head') return head;
    const after = Number(url.searchParams.get('after'));
    return { links: links.filter(({ sequence }) => Number(sequence) > after).slice(0, 2) };
  };
  return async (input) => new Response(JSON.stringify(answer(input)));
};

let on: Scripted;
let events: CountersignEvent[];
beforeEach(async () => {
  on = new Scripted();
  events = sequenced([await seen(), await made(1), await made(2), await decided('block', [1, 2])]);
  await applyPulled('collector', events, '4', on.db);
});
afterEach(async () => on.db.delete());

const check = (chain: ReturnType<typeof chainOf>, before?: LogHead) =>
  checkLog(
    { address: 'https://collector.example', token: 't', fetch: answering(chain) },
    { before, told: () => undefined, signal: new AbortController().signal },
    on.db,
  );
const WHOLE = { fitting: 4, absent: 0, wrong: [], beyond: 0, endsAtHead: true };

test('a log that is whole is worked out from the events that are here, to its head', async () => {
  const chain = chainOf(events);
  expect(await check(chain)).toEqual({ head: chain.head, ...WHOLE, holdsBefore: undefined });
  expect(await check(chain, chain.head)).toMatchObject({ ...WHOLE, holdsBefore: true });
  const third = chain.links[2];
  const before = { team: TEAM, sequence: third?.sequence ?? '', link: third?.link ?? '', at: AT };
  expect(await check(chain, before)).toMatchObject({ holdsBefore: true });
  expect(await check(chain, { ...before, team: 'other' })).toMatchObject({ holdsBefore: undefined });
});

test('what is not here is not said to be checked', async () => {
  const [, second] = events;
  if (second) await on.db.events.delete(eventKey(second));
  expect(await check(chainOf(events))).toMatchObject({ ...WHOLE, fitting: 3, absent: 1 });
});

describe('what is found', () => {
  const changedAt = (place: number) =>
    events.map((event, at) => (at === place ? eventWith(event, { time: '2026-01-01T00:00:00.000Z' }) : event));

  test.each([0, 1, 3])(
    'an event that was changed in the log, place %i, though its chain was made anew',
    async (place) => {
      const chain = chainOf(changedAt(place));
      const { wrong, endsAtHead, fitting } = await check(chain, chainOf(events).head);
      expect(wrong).toEqual([events[place]?.sequence]);
      expect([endsAtHead, fitting]).toEqual([true, 3]);
      expect(await check(chain, chainOf(events).head)).toMatchObject({ holdsBefore: false });
    },
  );

  test('an event that was changed in this browser', async () => {
    const [, second] = changedAt(1);
    if (second) await on.db.events.update(eventKey(second), { event: second });
    expect((await check(chainOf(events))).wrong).toEqual([events[1]?.sequence]);
  });

  test('a log that was cut', async () => {
    const chain = chainOf(events.slice(0, 2));
    expect(await check(chain, chainOf(events).head)).toMatchObject({ fitting: 2, beyond: 2, holdsBefore: false });
  });

  test('a row that is missing, and a head that is not the last link', async () => {
    const { links, head } = chainOf(events);
    const gap = { links: links.filter((_, at) => at !== 1), head };
    expect((await check(gap)).wrong).toContain(events[2]?.sequence);
    expect(await check({ links: links.slice(0, 3), head })).toMatchObject({
      wrong: [head.sequence],
      endsAtHead: false,
    });
    expect(await check({ links, head: { ...head, link: GENESIS } })).toMatchObject({ endsAtHead: false });
  });

  test('an endpoint that has no such log', async () => {
    const refuses: typeof fetch = async () => new Response('', { status: 404 });
    const asked = { before: undefined, told: () => undefined, signal: new AbortController().signal };
    const collector = { address: 'https://collector.example', token: 't', fetch: refuses };
    await expect(checkLog(collector, asked, on.db)).rejects.toThrow('404');
  });
});
