/** How an event gets into the database: it, the rows folded from it and its outbox mark go in one transaction. */
import { type CountersignEvent, eventKey, eventWith } from '../../domain/events/event.ts';
import { foldOutput } from '../../domain/fold/output.ts';
import { reportIdOf } from '../../domain/report/of-event.ts';
import { type Database, db as shared } from '../db.ts';
import { keepCounted } from '../index/counted.ts';
import { keepFingerprints } from '../index/fingerprints.ts';
import { isProved, type StoredContent, type StoredEvent } from '../rows/event.ts';
import { type OutputRow, rowOf } from '../rows/output.ts';
import { markWords } from '../search/marks.ts';
import { applyErasures } from './erasures.ts';
import { dropMarks } from './marks.ts';
import { letsOut, mark, NEED_NOT_WAIT, share, unshare, withContent } from './outbox.ts';
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
    await storeEvents(db, events, known);
    // What was not known here cannot have had a mark.
    await dropMarks(
      db,
      targetId,
      known.flatMap((row) => row?.key ?? []),
    );
    const forwarding = await db.targets
      .filter((row) => row.filter.from === 'team' && row.targetId !== targetId)
      .toArray();
    const fresh = events.filter((_, at) => known[at] === undefined);
    await mark(db, forwarding, fresh, undefined, NEED_NOT_WAIT);
    await db.targets.update(targetId, { cursor });
    const rows = await putRows(db, await merged(db, before, events));
    const erased = await applyErasures(db, events);
    return erased.length > 0 ? [...rows, ...(await refoldIn(db, erased))] : rows;
  });
}

type BySubject<T> = Map<string, T[]>;

/** What is stored of a subject, the keys of what a file claims (`StoredEvent.claimed`), and what the collector refused. */
interface Gathered {
  events: CountersignEvent[];
  claimed: Set<string>;
  refused: Map<string, string>;
}

const claimedOf = (stored: readonly StoredEvent[]): Set<string> =>
  new Set(stored.filter((row) => !isProved(row)).map(({ key }) => key));

const refusedOf = (stored: readonly StoredEvent[]): Map<string, string> =>
  new Map(stored.flatMap(({ key, refused }) => (refused === undefined ? [] : [[key, refused] as const])));

/** The stored events of some subjects, all asked for at once. */
async function storedOf(db: Database, subjects: ReadonlySet<string>): Promise<BySubject<StoredEvent>> {
  const each = [...subjects].map(async (subject) => [subject, await db.events.where({ subject }).toArray()] as const);
  return new Map(await Promise.all(each));
}

/** What is stored of each subject after `events` were put, without reading again what was just written. */
async function merged(
  db: Database,
  before: BySubject<StoredEvent>,
  events: readonly CountersignEvent[],
): Promise<Gathered[]> {
  const fresh = Map.groupBy(events, (event) => event.subject);
  const each = [...before].map(async ([subject, stored]) => {
    const coming = fresh.get(subject) ?? [];
    if (stored.length === 0) return { events: coming, claimed: new Set<string>(), refused: new Map<string, string>() };
    const contents = await contentsOf(db, subject);
    const all = new Map(stored.map((row) => [row.key, row.event]));
    const [claimed, refused] = [claimedOf(stored), refusedOf(stored)];
    for (const event of coming) {
      all.set(eventKey(event), event);
      claimed.delete(eventKey(event));
      refused.delete(eventKey(event));
    }
    return { events: [...all].map(([key, event]) => withContent(event, contents.get(key))), claimed, refused };
  });
  return Promise.all(each);
}

async function contentsOf(db: Database, subject: string): Promise<Map<string, StoredContent>> {
  const contents = await db.contents.where({ subject }).toArray();
  return new Map(contents.map((row) => [row.key, row]));
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
  await db.events.bulkPut(stored);
  await db.contents.bulkPut(contents);
}

/** All events of a subject with their content put back, but what a file claims. */
export async function eventsOf(subject: string, db: Database = shared): Promise<CountersignEvent[]> {
  const { events, claimed } = await gathered(db, subject);
  return events.filter((event) => !claimed.has(eventKey(event)));
}

async function gathered(db: Database, subject: string): Promise<Gathered> {
  const [stored, contents] = await Promise.all([db.events.where({ subject }).toArray(), contentsOf(db, subject)]);
  const events = stored.map(({ key, event }) => withContent(event, contents.get(key)));
  return { events, claimed: claimedOf(stored), refused: refusedOf(stored) };
}

/** Folds some subjects anew from what is stored of them. Within a transaction. */
export async function refoldIn(db: Database, subjects: readonly string[]): Promise<OutputRow[]> {
  return putRows(db, await Promise.all([...new Set(subjects)].map((subject) => gathered(db, subject))));
}

/** What makes somebody judge an output without seeing what others said. */
const DRAWS: ReadonlySet<string> = new Set(['countersign.second.drawn.v1', 'countersign.calibration.asked.v1']);

/** Whose browser it is, by their subject, where somebody was drawn to judge one of these a second time. */
async function personAsked(db: Database, each: readonly Gathered[]): Promise<string | undefined> {
  const isDrawn = each.some(({ events }) => events.some(({ type }) => DRAWS.has(type)));
  return isDrawn ? (await db.targets.get('collector'))?.subject : undefined;
}

/** Puts the rows folded from the events of each subject, all at once. Gives those of subjects that are outputs. */
async function putRows(db: Database, each: readonly Gathered[]): Promise<OutputRow[]> {
  const rows: OutputRow[] = [];
  const gone: string[] = [];
  const person = await personAsked(db, each);
  for (const { events, claimed, refused } of each) {
    const output = foldOutput(events, claimed, refused, person);
    if (!output) continue;
    const row = rowOf(output);
    const { reportIds } = row;
    rows.push(row);
    // A report that was undone is in the events, and in the fold no more.
    gone.push(...events.flatMap((event) => reportIdOf(event) ?? []).filter((id) => !reportIds.includes(id)));
  }
  if (gone.length > 0) await db.reports.bulkDelete(gone);
  const earlier = await db.outputs.bulkGet(rows.map(({ hash }) => hash));
  await db.outputs.bulkPut(rows);
  await keepCounted(db, rows, earlier);
  await db.reports.bulkPut(rows.flatMap((row) => row.reports.map((report) => ({ ...report, ...placeOf(row) }))));
  await keepFingerprints(db, rows, earlier);
  await markWords(db, rows);
  return rows;
}

const placeOf = ({ trace }: OutputRow) => ({ toolName: trace.toolName, pageUrl: trace.pageUrl });

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
    await dropMarks(
      db,
      targetId,
      results.flatMap(({ key, outcome }) => (outcome === 'accepted' ? key : [])),
    );
    for (const { key, outcome, reason = '' } of results)
      if (outcome === 'rejected') await db.outbox.where({ targetId, key }).modify({ state: 'refused', reason });
    const numbers = new Map(results.flatMap(({ key, sequence }) => (sequence ? [[key, sequence]] : [])));
    const refusals = targetId === 'collector' ? refusalsIn(results) : new Map<string, string>();
    const subjects = results.flatMap(({ key, subject }) => (numbers.has(key) || refusals.has(key) ? subject : []));
    const stored = await storedOf(db, new Set(subjects));
    const told = [...stored.values()].flat().filter(({ key }) => numbers.has(key) || refusals.has(key));
    for (const row of told) hear(row, numbers.get(row.key), refusals.get(row.key));
    await db.events.bulkPut(told);
    return putRows(db, await merged(db, stored, []));
  });
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
