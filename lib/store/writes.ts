/** The only writes to the database: an event, the rows folded from it and its outbox mark go in one transaction. */
import { type CountersignEvent, eventKey } from '../domain/event.ts';
import { foldOutput } from '../domain/fold.ts';
import {
  type Database,
  type OutputRow,
  type ReportRow,
  type StoredContent,
  type StoredEvent,
  db as shared,
} from './db.ts';
import { applyErasures } from './erasures.ts';
import { AT_ONCE, letsOut, mark, reportIdOf, share, unshare, withContent } from './outbox.ts';

/** How long a fresh report can be undone as if it had never been; it is not sent before. */
export const UNDO_MS = 10_000;

const ALL = (db: Database) => [db.events, db.contents, db.outputs, db.reports, db.outbox, db.targets];

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
  return db.transaction('rw', ALL(db), async () => {
    if (await db.events.get(eventKey(event))) return db.outputs.get(event.subject);
    await putEvents(db, [event]);
    if (await letsOut(db, event)) await share(db, event.subject, event.source, notBefore);
    return refold(db, event.subject);
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
  return db.transaction('rw', ALL(db), async () => {
    const keys = events.map(eventKey);
    const known = await db.events.bulkGet(keys);
    await putEvents(db, events, known);
    await db.outbox
      .where('[targetId+key]')
      .anyOf(keys.map((key) => [targetId, key]))
      .delete();
    const forwarding = await db.targets
      .filter((row) => row.filter.from === 'team' && row.targetId !== targetId)
      .toArray();
    const fresh = events.filter((_, at) => known[at] === undefined);
    await mark(db, forwarding, fresh, undefined, AT_ONCE);
    await db.targets.update(targetId, { cursor });
    const rows: OutputRow[] = [];
    const erased = await applyErasures(db, events);
    for (const subject of new Set([...events.map((event) => event.subject), ...erased])) {
      const row = await refold(db, subject);
      if (row) rows.push(row);
    }
    return rows;
  });
}

async function putEvents(
  db: Database,
  events: readonly CountersignEvent[],
  known: readonly (StoredEvent | undefined)[] = [],
): Promise<void> {
  const stored: StoredEvent[] = [];
  const contents: StoredContent[] = [];
  for (const [at, event] of events.entries()) {
    const { sealed, ...data } = event.data;
    const key = eventKey(event);
    const { shared, left } = known[at] ?? {};
    const kept = { ...(shared ? { shared } : {}), ...(left ? { left } : {}) };
    stored.push({ key, subject: event.subject, event: { ...event, data } as CountersignEvent, ...kept });
    if (sealed) contents.push({ key, subject: event.subject, ...sealed });
  }
  await db.events.bulkPut(stored);
  await db.contents.bulkPut(contents);
}

/** All events of a subject with their content put back. */
export async function eventsOf(subject: string, db: Database = shared): Promise<CountersignEvent[]> {
  const [events, contents] = await Promise.all([
    db.events.where({ subject }).toArray(),
    db.contents.where({ subject }).toArray(),
  ]);
  const byKey = new Map(contents.map((row) => [row.key, row]));
  return events.map(({ key, event }) => withContent(event, byKey.get(key)));
}

async function refold(db: Database, subject: string): Promise<OutputRow | undefined> {
  const output = foldOutput(await eventsOf(subject, db));
  const before = await db.reports.where({ hash: subject }).primaryKeys();
  if (!output) return undefined;
  const row = { ...output, reportIds: output.reports.map((report) => report.reportId) };
  await db.outputs.put(row);
  await db.reports.bulkDelete(before.filter((reportId) => !row.reportIds.includes(reportId)));
  await db.reports.bulkPut(output.reports.map((report): ReportRow => ({ ...report, ...placeOf(row) })));
  return row;
}

const placeOf = ({ trace }: OutputRow) => ({ toolName: trace.toolName, pageUrl: trace.pageUrl });

/**
 * Takes back a report that has not left this browser: `undone` is kept in the log, and none of it is sent. False when
 * it is too late, because a target may have it.
 */
export async function undo(undone: CountersignEvent, db = shared, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', ALL(db), async () => {
    const stored = await db.events.where({ subject: undone.subject }).toArray();
    const reportId = reportIdOf(undone);
    const made = stored.filter(({ event }) => reportIdOf(event) === reportId);
    if (made.some(({ event, left }) => left || event.sequence || Date.parse(event.time) + UNDO_MS <= now)) return false;
    await putEvents(db, [undone]);
    await unshare(db, undone.subject, undone.source);
    await refold(db, undone.subject);
    return true;
  });
}

/** One event's answer from a target. */
export interface Settled {
  key: string;
  outcome: 'accepted' | 'rejected';
  sequence?: string;
  reason?: string;
}

/** Writes down what a target said of a batch: marks go or are kept as refused, sequences are stamped, rows refolded. */
export async function settle(targetId: string, results: readonly Settled[], db = shared): Promise<void> {
  await db.transaction('rw', ALL(db), async () => {
    const subjects = new Set<string>();
    for (const result of results) {
      const marks = db.outbox.where({ targetId, key: result.key });
      if (result.outcome === 'rejected') await marks.modify({ state: 'refused', reason: result.reason ?? '' });
      else await marks.delete();
      const stored = await db.events.get(result.key);
      if (!stored || !result.sequence) continue;
      await db.events.put({ ...stored, event: { ...stored.event, sequence: result.sequence } });
      subjects.add(stored.subject);
    }
    for (const subject of subjects) await refold(db, subject);
  });
}
