/**
 * For whom an output waits and until when: of whatever happened, the collector, which carries out what runs out, and every browser,
 * which shows it, say the same. Histories are made up, as a hand-made client may send them. Pure: no database.
 */
import { expect, it } from 'vitest';
import { admit, type Known } from '../../../../collector/ledger/admit.ts';
import { judge } from '../../../../collector/ledger/judge.ts';
import { waitingIn } from '../../../../collector/policy/due.ts';
import { CLOCK_TYPES } from '../../../../collector/policy/due-marks.ts';
import type { Told } from '../../../../collector/policy/happened.ts';
import { clockOf, waitingOf } from '../../../../lib/domain/decision/clock.ts';
import { awaitsDecision } from '../../../../lib/domain/decision/queue.ts';
import { openDifferences } from '../../../../lib/domain/decision/second.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { openLooks, openQuestions, openRequests } from '../../../../lib/domain/output/process-record.ts';
import { HASH, TEXT, TRACE } from '../../domain/making.ts';
import { fc, runs } from '../../property.ts';
import {
  COLLECTOR,
  HISTORY,
  MINUTE_MS,
  type Person,
  POLICY,
  process,
  REPORTER,
  type Said,
  type Sent,
  START,
} from './histories.ts';

const RUNS = { numRuns: runs(400) };

/** The log, as the collector knows it, and as browsers get it. */
interface Log {
  told: Told[];
  events: CountersignEvent[];
  now: string;
}

const SEEN: Said = {
  ...{ type: 'countersign.output.seen.v1', content: { text: TEXT } },
  facts: { outputId: 'chatgpt:1:1', trace: TRACE },
};

/** All that was sent as it is stored. `honest`: by clocks that go right, and with a collector that looks whenever a time runs out. */
async function logOf(sent: readonly Sent[], honest: boolean): Promise<Log> {
  const governed = {
    number: 1,
    policy: POLICY,
    names: new Set(['v1']),
    delegations: [],
    bypasses: new Map(),
    held: new Set([HASH]),
  };
  const known: Known = { events: new Map(), owners: new Map(), governed: { ...governed, told: new Map([[HASH, []]]) } };
  const log: Log = { told: [], events: [], now: '' };
  let now = START;
  const put: Put = (event, by, at) => putIn(log, event, by, at);
  const take = async ({ type, facts, content }: Said, { source, ...person }: Person, at: Date, backMinutes: number) => {
    const isDrawn = type.includes('.drawn.');
    const time = new Date(at.getTime() - (isDrawn ? 0 : backMinutes * MINUTE_MS));
    const from = isDrawn ? COLLECTOR : source;
    const event = await makeEvent(type, from, HASH, facts as never, content as never, time);
    const caller = { ...person, team: 't', tokenId: person.subject };
    if (isDrawn || admit([judge(event)], caller, known, 0n, at).admitted.length > 0)
      put(event, isDrawn ? 'collector' : person.subject, at.getTime());
  };
  const first: Sent = { said: SEEN, lead: REPORTER, minutes: 0, backMinutes: 0 };
  for (const { said, lead, minutes, backMinutes } of [first, ...sent]) {
    const before = now;
    now += minutes * MINUTE_MS;
    if (honest) await carryOut(log, put, before, now);
    await take(said, said.by ?? lead, new Date(now), honest ? 0 : backMinutes);
    // What is taken back may have been due before.
    if (honest) await carryOut(log, put, now, now);
  }
  return { ...log, now: new Date(now).toISOString() };
}

/** Stores an event: as browsers get it, and as the collector reads it, which is bare, and only what it asks for. */
function putIn(log: Log, event: CountersignEvent, by: string, at: number): void {
  const sequence = String(log.events.length + 1).padStart(16, '0');
  log.events.push(eventWith(event, { sequence, authid: by }));
  const bare = { facts: event.data.facts, ...(event.data.commitment ? { commitment: event.data.commitment } : {}) };
  if (CLOCK_TYPES.includes(event.type))
    log.told.push({ event: eventWith(event, {}, bare), by, at: new Date(at).toISOString() } as Told);
}

type Put = (event: CountersignEvent, by: string, at: number) => void;

/** What the collector does when a time runs out, at that time. */
async function carryOut(log: Log, put: Put, from: number, until: number) {
  for (;;) {
    const waiting = waitingIn(log.told, POLICY, new Date(from).toISOString());
    const at = Math.max(from, Date.parse(waiting?.dueAt ?? ''));
    if (!waiting?.next || waiting.dueAt === undefined || !(at <= until)) return;
    const facts = { handoffId: crypto.randomUUID(), waitedFor: [...waiting.for], why: 'lapsed' as const };
    const next = { to: [...waiting.next.to], step: waiting.next.step, dueAt: waiting.dueAt };
    put(
      await makeEvent('countersign.handoff.lapsed.v1', COLLECTOR, HASH, { ...facts, ...next }, undefined, new Date(at)),
      ...(['collector', at] as const),
    );
  }
}

const folded = (events: readonly CountersignEvent[], now: string): Output => {
  const output = foldOutput(events, new Set(), new Map(), undefined, now);
  if (!output) throw new Error('nothing was seen');
  return output;
};

/** Whether somebody asked something that nobody has answered. What went through without an approval asks nothing. */
const isAsked = (output: Output): boolean =>
  ['reported', 'escalated'].includes(output.status) ||
  openDifferences(output).length > 0 ||
  (output.inProcess !== undefined && openRequests(output.inProcess).length + openLooks(output.inProcess).length > 0);

it('by clocks that go right: the same people, due, reminded and run out at the same times, in whatever order it came', async () => {
  await fc.assert(
    fc.asyncProperty(HISTORY, fc.infiniteStream(fc.nat()), async (sent, mixed) => {
      const { told, events, now } = await logOf(sent, true);
      const mix = new Map(events.map((event) => [event, mixed.next().value ?? 0]));
      const output = folded(
        events.toSorted((a, b) => (mix.get(a) ?? 0) - (mix.get(b) ?? 0)),
        now,
      );
      const [there, here] = [waitingIn(told, POLICY, now), clockOf(output, process, now, POLICY.calendar)];
      expect(waitingOf(output, process, POLICY.calendar)).toEqual(there);
      expect([here?.for, here?.dueAt, here?.lapses]).toEqual([there?.for, there?.dueAt, there?.lapses]);
      if (here) expect(awaitsDecision(output)).toBe(true);
      if (isAsked(output)) expect(here).toBeDefined();
      // A question asked after the last time ran out pauses nothing any more; before, what is paused is not due.
      const open = output.inProcess ? openQuestions(output.inProcess) : [];
      if (here && open.length > 0)
        expect([here.isPaused, here.dueAt === undefined || here.dueAt <= (open[0]?.madeAt ?? '')]).toEqual([
          true,
          true,
        ]);
    }),
    RUNS,
  );
});

it('by clocks that somebody made up: it waits for the same people at the same step, or for nobody', async () => {
  await fc.assert(
    fc.asyncProperty(HISTORY, async (sent) => {
      const { told, events, now } = await logOf(sent, false);
      const output = folded(events, now);
      const [there, here] = [waitingIn(told, POLICY, now), waitingOf(output, process, POLICY.calendar)];
      expect([here?.for, here?.step]).toEqual([there?.for, there?.step]);
      if (here) expect(awaitsDecision(output)).toBe(true);
      if (isAsked(output)) expect(here).toBeDefined();
    }),
    RUNS,
  );
});
