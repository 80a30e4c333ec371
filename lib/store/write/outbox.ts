/** What each target has still to get: marks, put in the same transaction as the event that they are for. */

import { type CountersignEvent, eventKey, eventWith } from '../../domain/events/event.ts';
import { passes } from '../../domain/events/filter.ts';
import { eventDeclared } from '../../domain/events/index.ts';
import { compareEvents } from '../../domain/fold/order.ts';
import { reportIdOf } from '../../domain/report/of-event.ts';
import { type Database, db as shared, type TargetRow } from '../db.ts';
import { isProved, type OutboxMark, type StoredEvent } from '../rows/event.ts';
import { rowsNear } from './near.ts';

/** Whether an event by itself is a reason to send what is known of an output. */
const isSpoken = ({ type }: CountersignEvent): boolean => eventDeclared(type)?.quiet !== true;

/**
 * Whether an event has its output sent: somebody said something of it, or has before. A use goes out wherever anybody
 * has, since it is theirs to know.
 */
export async function letsOut(db: Database, event: CountersignEvent): Promise<boolean> {
  if (isSpoken(event)) return true;
  const stored = await provedOf(db, event.subject);
  const isUse = event.type === 'countersign.output.reused.v1';
  return stored.some(
    ({ event: other, shared }) =>
      (shared === true && other.source === event.source) || (isUse && isSpoken(other) && !isUndone(stored, other)),
  );
}

const provedOf = async (db: Database, subject: string): Promise<StoredEvent[]> =>
  (await db.events.where({ subject }).toArray()).filter(isProved);

/** `notBefore` of what need not wait, whatever the clock says. */
export const NEED_NOT_WAIT = new Date(0).toISOString();

/** Whether an event belongs to a report that was taken back before it left: it, its undoing, and what amended it. */
function isUndone(stored: readonly StoredEvent[], event: CountersignEvent): boolean {
  const reportId = reportIdOf(event);
  if (!reportId) return false;
  return stored.some(
    ({ event: other }) =>
      other.type === 'countersign.report.withdrawn.v1' &&
      other.data.facts.undone &&
      other.data.facts.reportId === reportId,
  );
}

/**
 * Lets out this installation's events of a subject that were not let out yet, oldest first: a mark for every target
 * whose filter they pass. From then on they count as shared, whether there is a target or not.
 */
export async function share(db: Database, subject: string, source: string, notBefore: Date): Promise<void> {
  const stored = await provedOf(db, subject);
  const fresh = stored.filter((row) => row.event.source === source && !row.shared && !isUndone(stored, row.event));
  fresh.sort((a, b) => compareEvents(a.event, b.event));
  await db.events.bulkPut(fresh.map((row) => ({ ...row, shared: true as const })));
  const after = await latestHold(db, stored, notBefore.toISOString());
  await mark(
    db,
    await db.targets.toArray(),
    fresh.map(({ event }) => event),
    source,
    after,
  );
}

/** Marks events for those targets whose filter they pass. `source`: this installation's. */
export async function mark(
  db: Database,
  targets: readonly TargetRow[],
  events: readonly CountersignEvent[],
  source: string | undefined,
  notBefore: string,
): Promise<void> {
  const marks = targets.flatMap(({ targetId, filter }) =>
    events
      .filter((event) => passes(filter, event, event.source === source) && isFor(targetId, event))
      .map((event): OutboxMark => ({ targetId, key: eventKey(event), state: 'waiting', notBefore })),
  );
  await db.outbox.bulkAdd(marks);
}

/** A tally is for the team's log alone: elsewhere nobody could count it once. */
const isFor = (targetId: string, event: CountersignEvent): boolean => targetId === 'collector' || !isTally(event);

const isTally = ({ type }: CountersignEvent): boolean => eventDeclared(type)?.about === 'day';

/** No event of a subject may overtake an earlier one that is still held: an amendment waits with its report. */
async function latestHold(db: Database, stored: readonly StoredEvent[], notBefore: string): Promise<string> {
  const keys = stored.map(({ key }) => key);
  const marks = await db.outbox.where('key').anyOf(keys).toArray();
  return [notBefore, ...marks.map((held) => held.notBefore)].sort().at(-1) ?? notBefore;
}

/** Whether any of these is a reason to send what is known: somebody said it, and did not take it back before it left. */
const saysSomething = (own: readonly StoredEvent[], stored: readonly StoredEvent[]): boolean =>
  own.some(({ event }) => isSpoken(event) && !isUndone(stored, event));

/** Removes a subject's marks that no target had yet, after the only report on it was taken back. */
export async function unshare(db: Database, subject: string, source: string): Promise<void> {
  const stored = await provedOf(db, subject);
  const own = stored.filter(({ event }) => event.source === source);
  const spoken = saysSomething(own, stored);
  const gone = own.filter(({ event }) => isUndone(stored, event) || !(spoken || event.sequence)).map(({ key }) => key);
  await db.outbox.where('key').anyOf(gone).delete();
  await db.events
    .where('key')
    .anyOf(gone)
    .modify((row) => {
      delete row.shared;
    });
}

/**
 * Fills the outbox for a target that is new here: what somebody said in this browser (reported, decided, asked for at a gate,
 * that a tool can no longer be read) and that was not let out, and for a target that wants the past (`history`) all that was
 * let out before.
 */
export async function backfill(targetId: string, source: string, history: boolean, db = shared): Promise<void> {
  await db.transaction('rw', db.events, db.outputs, db.outbox, db.targets, async () => {
    for (const subject of await heldBack(db, source)) await share(db, subject, source, new Date(NEED_NOT_WAIT));
    const target = await db.targets.get(targetId);
    if (!target || !history) return;
    const marked = new Set(
      (
        await db.outbox
          .where('[targetId+state]')
          .between(...all(targetId))
          .toArray()
      ).map(keyOf),
    );
    const released = await db.events.filter((row) => row.shared === true && row.event.source === source).toArray();
    const missing = released.filter(({ key }) => !marked.has(key)).map(({ event }) => event);
    await mark(db, [target], missing.sort(compareEvents), source, NEED_NOT_WAIT);
  });
}

/** What this browser keeps back though somebody said something of it, here or in the team. */
async function heldBack(db: Database, source: string): Promise<Set<string>> {
  const spoken = await db.outputs.filter((row) => row.reports.length + row.decisions.length > 0).primaryKeys();
  const kept = await db.events.filter((row) => !row.shared && row.event.source === source && isProved(row)).toArray();
  const said = kept.filter(({ event }) => isSpoken(event)).map(({ subject }) => subject);
  const subjects = new Set(spoken);
  for (const subject of new Set(said)) {
    const stored = await provedOf(db, subject);
    const own = stored.filter(({ event }) => event.source === source);
    if (saysSomething(own, stored)) subjects.add(subject);
  }
  return subjects;
}

const keyOf = ({ key }: { key: string }): string => key;

/** The bounds of a target's marks in the index `[targetId+state]`. */
export const all = (targetId: string): [[string, string], [string, string]] => [
  [targetId, ''],
  [targetId, '\uffff'],
];

/** Takes a refused event out of a target's outbox, because somebody said so; the event itself stays in the log. */
export async function leaveOut(targetId: string, key: string, db = shared): Promise<void> {
  await db.outbox
    .where({ targetId, key })
    .and(({ state }) => state === 'refused')
    .delete();
}

/** Lets the waiting events of some subjects wait until `until`, so that those behind them can go on. */
export async function setAside(targetId: string, subjects: readonly string[], until: Date, db = shared): Promise<void> {
  await db.transaction('rw', db.events, db.outbox, async () => {
    const keys = new Set(await db.events.where('subject').anyOf(subjects).primaryKeys());
    await db.outbox
      .where({ targetId, state: 'waiting' })
      .filter((held) => keys.has(held.key))
      .modify({ notBefore: until.toISOString() });
  });
}

/** What one request may hold. */
interface Room {
  events: number;
  bytes: number;
}
type Leaving = { stored: StoredEvent; event: CountersignEvent };

/** Events that may leave now for a target, oldest first: up to `limit.events`, and no more than `limit.bytes` of JSON, but always one. */
export async function due(targetId: string, limit: Room, now = new Date(), db = shared): Promise<CountersignEvent[]> {
  return (await leaving(targetId, limit, now, new Set(), db)).map(({ event }) => event);
}

async function leaving(
  targetId: string,
  limit: Room,
  now: Date,
  beside: ReadonlySet<string>,
  db: Database,
): Promise<Leaving[]> {
  const marks = await marksDue(targetId, limit.events, now.toISOString(), beside, db);
  const keys = marks.map(keyOf);
  const [events, contents] = await Promise.all([rowsNear(db.events, keys), rowsNear(db.contents, keys)]);
  let bytes = 0;
  const taken: Leaving[] = [];
  for (const key of keys) {
    const stored = events.get(key);
    if (!stored) continue;
    if (taken[0] && apartOf(stored.event) !== apartOf(taken[0].event)) break;
    const event = withContent(stored.event, contents.get(key));
    bytes += JSON.stringify(event).length;
    if (taken.length > 0 && bytes > limit.bytes) break;
    taken.push({ stored, event });
  }
  return taken;
}

/** What must not be told together: a tally says nothing of who made it only in a request without anything else of theirs. */
const apartOf = (event: CountersignEvent): string => (isTally(event) ? event.source : '');

/** Marks of what may leave, oldest first, but of what stands in `beside`. */
async function marksDue(
  targetId: string,
  most: number,
  at: string,
  beside: ReadonlySet<string>,
  db: Database,
): Promise<OutboxMark[]> {
  const isDue = ({ key, notBefore }: OutboxMark) => notBefore <= at && !beside.has(key);
  const waiting = () => db.outbox.where({ targetId, state: 'waiting' });
  // In the order of the index, which for equal keys is that of the ordinals. All at once costs a tenth of one by one.
  const first = await waiting()
    .limit(most + beside.size)
    .toArray();
  const marks = first.filter(isDue).slice(0, most);
  if (marks.length === most || first.length < most + beside.size) return marks;
  return waiting().filter(isDue).limit(most).sortBy('ordinal');
}

/**
 * The events that are due, noted as having left before they do: an answer that is lost must not make anybody believe
 * that a report never went out. `beside`: keys of what was sent already. In one transaction, so that a report is either taken back or sent.
 */
export function take(
  targetId: string,
  limit: Room,
  now: Date,
  beside: ReadonlySet<string>,
  db = shared,
): Promise<CountersignEvent[]> {
  return db.transaction('rw', db.outbox, db.events, db.contents, async () => {
    const taken = await leaving(targetId, limit, now, beside, db);
    const undoable = taken.filter(
      ({ stored: { event, left } }) => !left && event.type.startsWith('countersign.report.'),
    );
    await db.events.bulkPut(undoable.map(({ stored }) => ({ ...stored, left: true as const })));
    return taken.map(({ event }) => event);
  });
}

/** When the next held event may leave for a target, or undefined when none waits. */
export async function nextDue(targetId: string, db = shared): Promise<string | undefined> {
  // All at once: one by one each costs a step of a cursor.
  const waiting = await db.outbox.where({ targetId, state: 'waiting' }).toArray();
  return waiting.reduce<string | undefined>(
    (next, { notBefore }) => (next === undefined || notBefore < next ? notBefore : next),
    undefined,
  );
}

/** An event as it travels: with its content, where it was not erased. */
export function withContent(
  event: CountersignEvent,
  stored: { salt: string; content: unknown } | undefined,
): CountersignEvent {
  if (!stored) return event;
  const { salt, content } = stored;
  const data: object = event.data;
  return eventWith(event, {}, { ...data, sealed: { salt, content } });
}

/** Lets those of some events that may leave by now wait until `until`. */
export async function putOff(
  targetId: string,
  keys: readonly string[],
  until: Date,
  now: Date,
  db = shared,
): Promise<void> {
  await db.outbox
    .where('key')
    .anyOf(keys)
    .filter((held) => held.targetId === targetId && held.state === 'waiting' && held.notBefore <= now.toISOString())
    .modify({ notBefore: until.toISOString() });
}
