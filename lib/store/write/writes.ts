/** How an event gets into the database: it, the rows folded from it and its outbox mark go in one transaction. */
import { type CountersignEvent, eventKey, eventWith } from '../../domain/events/event.ts';
import { reportIdOf } from '../../domain/report/of-event.ts';
import { type Database, db as shared } from '../db.ts';
import { isProved, type StoredContent, type StoredEvent } from '../rows/event.ts';
import type { OutputRow } from '../rows/output.ts';
import { applyErasures } from './erasures.ts';
import { dropMarks } from './marks.ts';
import { letsOut, mark, NEED_NOT_WAIT, share, unshare } from './outbox.ts';
import { merged, putRows, refoldIn, storedOf } from './refold.ts';
import { RECORD_AND_TARGET_TABLES } from './tables.ts';

/** How long a fresh report can be undone as if it had never been; it is not sent before. */
export const UNDO_MS = 10_000;

/**
 * Appends an event made here: event, content, folded rows and outbox marks, all or nothing. What was seen stays in
 * this browser until somebody reports or decides on it; then all that this browser knows of that output is sent.
 * `notBefore`: earliest time at which it may leave.
 */
export async function append(
  event: CountersignEvent,
  notBefore = new Date(),
  db = shared,
): Promise<OutputRow | undefined> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    if (await db.events.get(eventKey(event))) return db.outputs.get(event.subject);
    await storeEvents(db, [event]);
    if (await letsOut(db, event)) await share(db, event.subject, event.source, notBefore);
    return (await refoldIn(db, [event.subject]))[0];
  });
}

/**
 * Stores events that the collector sent (its order stamped on them) and refolds what they touch, in one transaction
 * with the cursor. What came from there need not be sent there; what is new here goes on to targets that forward for
 * the team.
 */
export async function applyPulled(
  targetId: string,
  events: readonly CountersignEvent[],
  cursor: string,
  db = shared,
): Promise<OutputRow[]> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const before = await storedOf(db, new Set(events.map((event) => event.subject)));
    const stored = new Map([...before.values()].flat().map((row) => [row.key, row]));
    const known = events.map((event) => stored.get(eventKey(event)));
    const fresh = events.filter((_, at) => known[at] === undefined);
    // Written while it is folded: the database takes one request after the other, and needs no answer to any for the next.
    const [rows] = await Promise.all([
      merged(db, before, events).then((each) => putRows(db, each)),
      storeEvents(db, events, known),
      // What was not known here cannot have had a mark.
      dropMarks(
        db,
        targetId,
        known.flatMap((row) => row?.key ?? []),
      ),
      forward(db, targetId, fresh),
      db.targets.update(targetId, { cursor }),
    ]);
    const erased = await applyErasures(db, events);
    return erased.length > 0 ? [...rows, ...(await refoldIn(db, erased))] : rows;
  });
}

/** Marks what is new here for those other targets that forward for the team. */
async function forward(db: Database, targetId: string, fresh: readonly CountersignEvent[]): Promise<void> {
  const forwarding = await db.targets
    .filter((row) => row.filter.from === 'team' && row.targetId !== targetId)
    .toArray();
  await mark(db, forwarding, fresh, undefined, NEED_NOT_WAIT);
}

/**
 * Puts events with their contents, as they are. Within a transaction; `known`: the rows that are there already; `claims`: the
 * places that a file claims for them, where they are of one.
 */
export async function storeEvents(
  db: Database,
  events: readonly CountersignEvent[],
  known: readonly (StoredEvent | undefined)[] = [],
  claims: readonly string[] = [],
): Promise<void> {
  const stored: StoredEvent[] = [];
  const contents: StoredContent[] = [];
  for (const [at, event] of events.entries()) {
    const { sealed, ...data }: { sealed?: { salt: string; content: unknown } | undefined } = event.data;
    const key = eventKey(event);
    const { shared, left } = known[at] ?? {};
    const claimed = claims[at];
    const kept = {
      ...(shared ? { shared } : {}),
      ...(left ? { left } : {}),
      ...(claimed === undefined ? {} : { claimed }),
    };
    stored.push({ key, subject: event.subject, event: eventWith(event, {}, data), ...kept });
    if (sealed) contents.push({ key, subject: event.subject, ...sealed });
  }
  await Promise.all([db.events.bulkPut(stored), db.contents.bulkPut(contents)]);
}

/**
 * Takes back a report that has not left this browser: `undone` is kept in the log, and none of it is sent. False when
 * it is too late, because a target may have it.
 */
export async function undo(
  undone: CountersignEvent,
  db = shared,
  now = Date.now(),
  heldMs = UNDO_MS,
): Promise<boolean> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const stored = (await db.events.where({ subject: undone.subject }).toArray()).filter(isProved);
    const reportId = reportIdOf(undone);
    const made = stored.filter(({ event }) => reportIdOf(event) === reportId);
    if (made.some(({ event, left }) => left || event.sequence || Date.parse(event.time) + heldMs <= now)) return false;
    await storeEvents(db, [undone]);
    await unshare(db, undone.subject, undone.source);
    await refoldIn(db, [undone.subject]);
    return true;
  });
}

/** One event's answer from a target. */
export interface Settled {
  key: string;
  subject: string;
  outcome: 'accepted' | 'rejected';
  sequence?: string;
  reason?: string;
  /** A code for it, where the target gave one. */
  code?: string;
}

/** Writes down what a target said of a batch: marks go or are kept as refused, sequences are stamped, rows refolded, and given. */
export async function settle(targetId: string, results: readonly Settled[], db = shared): Promise<OutputRow[]> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const numbers = new Map(results.flatMap(({ key, sequence }) => (sequence ? [[key, sequence]] : [])));
    const refusals = targetId === 'collector' ? refusalsIn(results) : new Map<string, string>();
    const subjects = results.flatMap(({ key, subject }) => (numbers.has(key) || refusals.has(key) ? subject : []));
    const [stored] = await Promise.all([storedOf(db, new Set(subjects)), putAnswers(db, targetId, results)]);
    const told = [...stored.values()].flat().filter(({ key }) => numbers.has(key) || refusals.has(key));
    for (const row of told) hear(row, numbers.get(row.key), refusals.get(row.key));
    const [rows] = await Promise.all([
      merged(db, stored, []).then((each) => putRows(db, each)),
      db.events.bulkPut(told),
    ]);
    return rows;
  });
}

/** Marks of what was taken go; what was refused is kept, with why. */
async function putAnswers(db: Database, targetId: string, results: readonly Settled[]): Promise<void> {
  await dropMarks(
    db,
    targetId,
    results.flatMap(({ key, outcome }) => (outcome === 'accepted' ? key : [])),
  );
  for (const { key, outcome, reason = '' } of results)
    if (outcome === 'rejected') await db.outbox.where({ targetId, key }).modify({ state: 'refused', reason });
}

const refusalsIn = (results: readonly Settled[]): Map<string, string> =>
  new Map(
    results.flatMap(({ key, outcome, code, reason = '' }) => (outcome === 'rejected' ? [[key, code ?? reason]] : [])),
  );

/** Writes on a row what the collector said of its event: a place in the team's order, or why not. */
function hear(row: StoredEvent, sequence: string | undefined, refused: string | undefined): void {
  if (refused !== undefined) row.refused = refused;
  else {
    delete row.refused;
    row.event = { ...row.event, sequence };
  }
}

/** Refused events back in line: one, or all of a target. Until it is refused again, what somebody did counts here. */
export async function resend(targetId: string, key?: string, db = shared): Promise<OutputRow[]> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const refused = db.outbox.where({ targetId, state: 'refused' }).filter((held) => !key || held.key === key);
    const keys = (await refused.toArray()).map((held) => held.key);
    await refused.modify((held) => {
      held.state = 'waiting';
      delete held.reason;
    });
    if (targetId !== 'collector') return [];
    const rows = (await db.events.bulkGet(keys)).flatMap((row) => (row?.refused === undefined ? [] : row));
    for (const row of rows) delete row.refused;
    await db.events.bulkPut(rows);
    return refoldIn(
      db,
      rows.map(({ subject }) => subject),
    );
  });
}
