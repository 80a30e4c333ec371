/** The only writes to the database: an event, the rows folded from it and its outbox mark go in one transaction. */
import { type CountersignEvent, eventKey } from '../domain/event.ts';
import { compareEvents, foldOutput } from '../domain/fold.ts';
import {
  type Database,
  type OutboxMark,
  type OutputRow,
  type ReportRow,
  type StoredContent,
  type StoredEvent,
  db as shared,
} from './db.ts';
import { applyErasures } from './erasures.ts';

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
    if (event.type !== 'countersign.output.seen.v1') await markSubject(db, event.subject, event.source, notBefore);
    return refold(db, event.subject);
  });
}

/** Puts this installation's unsent events of a subject into the outbox of every target, oldest first. */
async function markSubject(db: Database, subject: string, source: string, notBefore: Date): Promise<void> {
  const stored = await db.events.where({ subject }).toArray();
  const unsent = stored.filter(({ event }) => event.source === source && !event.sequence && !isUndone(stored, event));
  unsent.sort((a, b) => compareEvents(a.event, b.event));
  const after = await latestHold(db, stored, notBefore.toISOString());
  for (const targetId of await db.targets.toCollection().primaryKeys())
    for (const { key } of unsent) {
      if (await db.outbox.where({ targetId, key }).count()) continue;
      await db.outbox.add({ targetId, key, state: 'waiting', notBefore: after });
    }
}

/** No event of a subject may overtake an earlier one that is still held: an amendment waits with its report. */
async function latestHold(db: Database, stored: readonly StoredEvent[], notBefore: string): Promise<string> {
  const keys = stored.map(({ key }) => key);
  const marks = await db.outbox.where('key').anyOf(keys).toArray();
  return [notBefore, ...marks.map((mark) => mark.notBefore)].sort().at(-1) ?? notBefore;
}

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

function reportIdOf(event: CountersignEvent): string | undefined {
  const { facts } = event.data;
  return 'reportId' in facts ? facts.reportId : undefined;
}

/** Puts everything that was reported, decided or seen to fail here, and never sent, into the outbox of a new target. */
export async function backfill(source: string, db = shared): Promise<void> {
  await db.transaction('rw', ALL(db), async () => {
    const spoken = await db.outputs.filter((row) => row.reports.length + row.decisions.length > 0).primaryKeys();
    const sites = await db.events.where('subject').startsWith('http').keys();
    for (const subject of new Set([...spoken, ...sites.map(String)]))
      await markSubject(db, subject, source, new Date());
  });
}

/** Stores events that a target sent (its order stamped on them) and refolds what they touch, in one transaction. */
export async function applyPulled(
  targetId: string,
  events: readonly CountersignEvent[],
  cursor: string,
  db = shared,
): Promise<OutputRow[]> {
  return db.transaction('rw', ALL(db), async () => {
    await putEvents(db, events);
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

async function putEvents(db: Database, events: readonly CountersignEvent[]): Promise<void> {
  const stored: StoredEvent[] = [];
  const contents: StoredContent[] = [];
  for (const event of events) {
    const { sealed, ...data } = event.data;
    const key = eventKey(event);
    stored.push({ key, subject: event.subject, event: { ...event, data } as CountersignEvent });
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

/** An event as it travels: with its content, where it was not erased. */
export function withContent(event: CountersignEvent, stored: StoredContent | undefined): CountersignEvent {
  if (!stored) return event;
  const { salt, content } = stored;
  return { ...event, data: { ...event.data, sealed: { salt, content } } } as CountersignEvent;
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
export async function undo(undone: CountersignEvent, db = shared): Promise<boolean> {
  return db.transaction('rw', ALL(db), async () => {
    const stored = await db.events.where({ subject: undone.subject }).toArray();
    const reportId = reportIdOf(undone);
    const made = stored.filter(({ event }) => reportIdOf(event) === reportId);
    if (made.some(({ event }) => event.sequence || Date.parse(event.time) + UNDO_MS <= Date.now())) return false;
    await putEvents(db, [undone]);
    await unmark(
      db,
      undone.subject,
      made.map(({ key }) => key),
    );
    await refold(db, undone.subject);
    return true;
  });
}

/** Removes the marks of `keys`, and of the subject's other held events when nothing else was said of it. */
async function unmark(db: Database, subject: string, keys: string[]): Promise<void> {
  const now = new Date().toISOString();
  const subjectKeys = await db.events.where({ subject }).primaryKeys();
  const marks = await db.outbox.where('key').anyOf(subjectKeys).toArray();
  const rest = marks.filter((mark) => !keys.includes(mark.key));
  const held = rest.every((mark) => mark.notBefore > now) && (await onlySeen(db, rest)) ? rest : [];
  const gone = [...marks.filter((mark) => keys.includes(mark.key)), ...held];
  await db.outbox.bulkDelete(gone.flatMap((mark) => mark.ordinal ?? []));
}

async function onlySeen(db: Database, marks: readonly OutboxMark[]): Promise<boolean> {
  const events = await db.events.bulkGet(marks.map((mark) => mark.key));
  return events.every((stored) => stored?.event.type === 'countersign.output.seen.v1');
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

/** Up to `limit` events that may leave now for a target, oldest first. */
export async function due(targetId: string, limit: number, db = shared): Promise<CountersignEvent[]> {
  const now = new Date().toISOString();
  const marks = await db.outbox
    .where({ targetId, state: 'waiting' })
    .filter((mark) => mark.notBefore <= now)
    .limit(limit)
    .sortBy('ordinal');
  const keys = marks.map((mark) => mark.key);
  const [events, contents] = await Promise.all([db.events.bulkGet(keys), db.contents.bulkGet(keys)]);
  return events.flatMap((stored, at) => (stored ? withContent(stored.event, contents[at]) : []));
}

/** When the next held event may leave for a target, or undefined when none is held. */
export async function nextDue(targetId: string, db = shared): Promise<string | undefined> {
  const marks = await db.outbox.where({ targetId, state: 'waiting' }).toArray();
  return marks.map((mark) => mark.notBefore).sort()[0];
}

/** Puts refused events back in line: one, or all of a target. */
export async function mend(targetId: string, key?: string, db = shared): Promise<void> {
  const refused = db.outbox.where({ targetId, state: 'refused' }).filter((mark) => !key || mark.key === key);
  await refused.modify((mark) => {
    mark.state = 'waiting';
    delete mark.reason;
  });
}
