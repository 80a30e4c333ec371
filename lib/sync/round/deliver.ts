/** The way out: batches that adapt to what the endpoint takes, and halves that find the one event it does not. */
import { type CountersignEvent, eventKey } from '../../domain/events/event.ts';
import { setAside, take as takeFor } from '../../store/write/outbox.ts';
import { type Settled, settle } from '../../store/write/writes.ts';
import type { Judgement, Outcome, Outgoing, Stop } from '../target.ts';
import { push } from '../wire.ts';
import type { Round } from './round.ts';

/** A server that fails this often in a row over one event may be failing because of it: the others go first. */
const PATIENT_ATTEMPTS = 5;
/** So long an event waits that a server broke over, before it is tried again. */
const ASIDE_MS = 900_000;

/**
 * So many answers are written down in one transaction, while the next batch is on its way: an output of which several batches
 * tell is then folded once. A worker that dies before has sent these events and does not know it; they are sent again, and
 * the endpoint knows them.
 */
const TOGETHER = 2_000;

/** Sends what is due, batch by batch, until nothing is or the endpoint wants a pause. */
export async function deliverDue(round: Round): Promise<Stop | undefined> {
  const { db, row, target, world } = round;
  const answers = new Answers(round);
  const most = target.batch(row.settings);
  const take = (room: number) =>
    takeFor(row.targetId, { ...most, events: room }, new Date(world.now()), answers.keys, db);
  let size = Math.min(row.batch ?? most.events, most.events);
  for (let events = await take(size); events.length > 0; events = await next()) {
    const { stop, largest, results } = await deliver(round, await withOutputs(round, events));
    await answers.add(results);
    size = Math.min(most.events, largest < events.length ? Math.max(1, largest) : size * 2);
    if (!stop) continue;
    await answers.written();
    if (await onlyBecauseOf(round, events, stop)) continue;
    // A server that is slow or breaks gets less at a time.
    if (stop.problem === 'timeout' || stop.problem === 'server_error') size = Math.ceil(Math.min(size, largest) / 2);
    await db.targets.update(row.targetId, { batch: size });
    return stop;
  }
  return undefined;

  /** What is to be sent now. Before there is nothing, all answers are written: what one of them let go may be due by then. */
  async function next(): Promise<CountersignEvent[]> {
    const events = await take(size);
    // Read before the answers are written, so that it is sent while they are.
    if (events.length > 0) {
      if (answers.keys.size >= TOGETHER) answers.begin();
      return events;
    }
    if (answers.keys.size === 0) return [];
    await answers.written();
    return take(size);
  }
}

/** What an endpoint answered for and is not written down yet. */
class Answers {
  /** The events that they are of: not to be sent again meanwhile. */
  readonly keys = new Set<string>();
  readonly #round: Round;
  #waiting: Settled[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(round: Round) {
    this.#round = round;
  }

  /** Takes answers; resolves, or rejects, when those before them that were being written are. */
  async add(results: readonly Settled[]): Promise<void> {
    await this.#writing;
    this.#waiting.push(...results);
    for (const { key } of results) this.keys.add(key);
  }

  /** Begins to write down all that there is. What goes wrong is told to whoever comes next. */
  begin(): void {
    const results = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#writing.then(() => this.#write(results));
    this.#writing.catch(() => undefined); // told by `add` and `written`
  }

  async written(): Promise<void> {
    if (this.#waiting.length > 0) this.begin();
    await this.#writing;
  }

  async #write(results: readonly Settled[]): Promise<void> {
    const { row, db, changed } = this.#round;
    const rows = await settle(row.targetId, results, db);
    for (const { key } of results) this.keys.delete(key);
    await changed(rows);
  }
}

interface Delivered {
  stop?: Stop;
  /** The most events that were answered for in one request. */
  largest: number;
  results: Settled[];
}

/** Sends some events; where the endpoint refuses them as a whole, half of them and then the other half. */
async function deliver(round: Round, items: readonly Outgoing[]): Promise<Delivered> {
  const judgement = await push(round.target, items, round.row.settings, round.world);
  if (isOne(judgement) && judgement.kind === 'rejected' && items.length > 1) {
    const half = Math.ceil(items.length / 2);
    const first = await deliver(round, items.slice(0, half));
    if (first.stop) return first;
    const second = await deliver(round, items.slice(half));
    const results = [...first.results, ...second.results];
    return { ...second, results, largest: Math.max(first.largest, second.largest) };
  }
  const outcomes = isOne(judgement) ? items.map(() => judgement) : judgement;
  const stop = outcomes.find((outcome): outcome is Stop => outcome.kind === 'retry' || outcome.kind === 'unauthorised');
  const results = settledOf(items, outcomes);
  if (results.length > 0) round.progressed = true;
  // A server that answers for none of what it was sent would be asked the same for ever.
  const unanswered = { kind: 'retry', problem: 'not_understood' } as const;
  const ended = stop ?? (results.length === 0 ? unanswered : undefined);
  return { ...(ended ? { stop: ended } : {}), largest: items.length, results };
}

const isOne = (judgement: Judgement): judgement is Outcome => 'kind' in judgement;

function settledOf(items: readonly Outgoing[], outcomes: readonly Outcome[]): Settled[] {
  return items.flatMap(({ event }, at): Settled | [] => {
    const outcome = outcomes[at];
    const [key, { subject }] = [eventKey(event), event];
    if (outcome?.kind === 'accepted') {
      const { sequence } = outcome;
      return { key, subject, outcome: 'accepted', ...(sequence ? { sequence } : {}) };
    }
    if (outcome?.kind !== 'rejected') return [];
    const { reason, code } = outcome;
    return { key, subject, outcome: 'rejected', reason, ...(code === undefined ? {} : { code }) };
  });
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
