/** The way out: batches that adapt to what the endpoint takes, and halves that find the one event it does not. */
import { type CountersignEvent, eventKey } from '../../domain/events/event.ts';
import { setAside, take } from '../../store/write/outbox.ts';
import { settle } from '../../store/write/writes.ts';
import type { Judgement, Outcome, Outgoing, Stop } from '../target.ts';
import { push } from '../wire.ts';
import type { Round } from './round.ts';

/** A server that fails this often in a row over one event may be failing because of it: the others go first. */
const PATIENT_ATTEMPTS = 5;
/** So long an event waits that a server broke over, before it is tried again. */
const ASIDE_MS = 900_000;

/** Sends what is due, batch by batch, until nothing is or the endpoint wants a pause. */
export async function deliverDue(round: Round): Promise<Stop | undefined> {
  const { db, row, target, world } = round;
  const most = target.batch(row.settings);
  let size = Math.min(row.batch ?? most.events, most.events);
  for (;;) {
    const events = await take(row.targetId, { ...most, events: size }, new Date(world.now()), db);
    if (events.length === 0) return undefined;
    const { stop, largest } = await deliver(round, await withOutputs(round, events));
    size = Math.min(most.events, largest < events.length ? Math.max(1, largest) : size * 2);
    if (stop && !(await onlyBecauseOf(round, events, stop))) {
      // A server that is slow or breaks gets less at a time.
      if (stop.problem === 'timeout' || stop.problem === 'server_error') size = Math.ceil(Math.min(size, largest) / 2);
      await db.targets.update(row.targetId, { batch: size });
      return stop;
    }
  }
}

interface Delivered {
  stop?: Stop;
  /** The most events that were answered for in one request. */
  largest: number;
}

/** Sends some events; where the endpoint refuses them as a whole, half of them and then the other half. */
async function deliver(round: Round, items: readonly Outgoing[]): Promise<Delivered> {
  const judgement = await push(round.target, items, round.row.settings, round.world);
  if (isOne(judgement) && judgement.kind === 'rejected' && items.length > 1) {
    const half = Math.ceil(items.length / 2);
    const first = await deliver(round, items.slice(0, half));
    if (first.stop) return first;
    const second = await deliver(round, items.slice(half));
    return { ...second, largest: Math.max(first.largest, second.largest) };
  }
  const outcomes = isOne(judgement) ? items.map(() => judgement) : judgement;
  const stop = outcomes.find((outcome): outcome is Stop => outcome.kind === 'retry' || outcome.kind === 'unauthorised');
  const settled = await settleAll(round, items, outcomes);
  if (settled > 0) round.progressed = true;
  // A server that answers for none of what it was sent would be asked the same for ever.
  else if (!stop) return { stop: { kind: 'retry', problem: 'not_understood' }, largest: items.length };
  return { ...(stop ? { stop } : {}), largest: items.length };
}

const isOne = (judgement: Judgement): judgement is Outcome => 'kind' in judgement;

async function settleAll(round: Round, items: readonly Outgoing[], outcomes: readonly Outcome[]): Promise<number> {
  const results = items.flatMap(({ event }, at) => {
    const outcome = outcomes[at];
    const [key, { subject }] = [eventKey(event), event];
    if (outcome?.kind === 'accepted')
      return {
        key,
        subject,
        outcome: 'accepted' as const,
        ...(outcome.sequence ? { sequence: outcome.sequence } : {}),
      };
    return outcome?.kind === 'rejected' ? { key, subject, outcome: 'rejected' as const, reason: outcome.reason } : [];
  });
  if (results.length === 0) return 0;
  await round.changed(await settle(round.row.targetId, results, round.db));
  return results.length;
}

async function withOutputs({ db, target }: Round, events: readonly CountersignEvent[]): Promise<Outgoing[]> {
  if (target.eventsOnly) return events.map((event) => ({ event }));
  const outputs = await db.outputs.bulkGet(events.map((event) => event.subject));
  return events.map((event, at) => ({ event, output: outputs[at] }));
}

/**
 * Whether a server that answers, but breaks, has done so again and again over one event. Then that one, and what else
 * there is on its output, waits so that the others can go on: one bad event never holds them up.
 */
async function onlyBecauseOf(round: Round, events: readonly CountersignEvent[], stop: Stop): Promise<boolean> {
  const { db, row, world } = round;
  const [first] = events;
  if (!first || events.length > 1 || stop.problem !== 'server_error' || row.attempts < PATIENT_ATTEMPTS) return false;
  const until = new Date(world.now() + ASIDE_MS);
  await setAside(row.targetId, [first.subject], until, db);
  row.attempts = 0; // once a round: a server that is down altogether is not tried with event after event
  return true;
}
