/** What the screens ask. Every function is a live query's body: it reads, and nothing else. */
import { liveQuery } from 'dexie';
import type { CountersignEvent } from '../../domain/events/event.ts';
import { compareEvents } from '../../domain/fold/order.ts';
import { placeSeen } from '../../domain/fold/output.ts';
import type { Output } from '../../domain/output/output.ts';
import { isGlassBroken } from '../../domain/output/process-record.ts';
import { type Absence, absencesIn } from '../../domain/people/delegation.ts';
import { takenIn } from '../../domain/people/literacy.ts';
import type { PersonName } from '../../domain/people/name.ts';
import type { DegradedFacts } from '../../domain/reading/health.ts';
import { type Database, db, type SiteRow, type TargetRow, type WatchRow } from '../db.ts';
import { findReuse } from '../index/reuse.ts';
import { isProved, type OutboxMark } from '../rows/event.ts';
import { type ReportRow, reportsBy } from '../rows/output.ts';
import { withContent } from '../write/outbox.ts';

/** An event that a target refused, and why. */
export interface RefusedEvent {
  targetId: string;
  key: string;
  reason: string | undefined;
  event: CountersignEvent | undefined;
}

/** One output by its hash. */
export const outputByHash = (hash: string): Promise<Output | undefined> => db.outputs.get(hash);

/** The newest version of each output that a page lists. */
export async function outputsByIds(outputIds: readonly string[]): Promise<Map<string, Output>> {
  const rows = await db.outputs
    .where('outputId')
    .anyOf([...outputIds])
    .sortBy('firstSeenAt');
  return new Map(rows.map((row) => [row.outputId, row]));
}

/** Outputs by their hashes. */
export async function outputsByHashes(hashes: readonly string[]): Promise<Map<string, Output>> {
  const rows = await db.outputs.bulkGet([...hashes]);
  return new Map(rows.flatMap((row) => (row ? [[row.hash, row] as const] : [])));
}

/** The words of some outputs, of those that have them here. */
export async function textsOf(hashes: readonly string[]): Promise<string[]> {
  const rows = await db.outputs.bulkGet([...hashes]);
  return rows.flatMap((row) => row?.content?.text ?? []);
}

/** The reports of this installation, newest first. */
export async function ownReports(source: string): Promise<ReportRow[]> {
  const outputs = await db.outputs.where('reportedBy').equals(source).toArray();
  const reports = outputs.flatMap((output) => reportsBy(source, output));
  return reports.sort((one, other) => (one.reportedAt < other.reportedAt ? 1 : -1));
}

/** Whether the glass was broken in a process, and nobody else has looked at it yet. */
export async function glassBrokenIn(processId: string): Promise<boolean> {
  const atGate = await db.outputs.where('waitingIds').above('').distinct().toArray();
  return atGate.some(({ inProcess }) => inProcess !== undefined && isGlassBroken(inProcess, processId));
}

/** The collector that this browser is connected to. */
export async function target(): Promise<TargetRow | undefined> {
  const row = await db.targets.get('collector');
  return row?.removedAt ? undefined : row;
}

/** Who is away when, and who stands in. `ownSource`: of this installation. */
export async function absences(ownSource: string): Promise<Absence[]> {
  const stored = await db.events.where('subject').startsWith('urn:countersign:delegation:').toArray();
  const events = stored.filter(isProved).map(({ event }) => event);
  return absencesIn(events, { source: ownSource, subject: (await target())?.subject });
}

/** When this browser's person took each measure of AI literacy last. `ownSource`: of this installation. */
export async function measuresTaken(ownSource: string): Promise<Map<string, string>> {
  const stored = await db.events.where('subject').startsWith('urn:countersign:measure:').toArray();
  const events = stored.filter(isProved).map(({ event }) => event);
  return takenIn(events, { source: ownSource, subject: (await target())?.subject });
}

/** What the people of the team are called, as far as the collector has told. */
export const teamNames = (): Promise<PersonName[]> => db.people.toArray();

/** All targets in the order in which they were added, also those that were just removed. */
export const targets = (): Promise<TargetRow[]> => db.targets.toCollection().sortBy('addedAt');

/** How many events wait to be sent to a target, and those that it refused. */
interface Outbox {
  waiting: number;
  refused: OutboxMark[];
}

/** What a target has still to get. */
export async function outbox(targetId = 'collector'): Promise<Outbox> {
  const [waiting, refused] = await Promise.all([
    db.outbox.where({ targetId, state: 'waiting' }).count(),
    db.outbox.where({ targetId, state: 'refused' }).toArray(),
  ]);
  return { waiting, refused };
}

/** The target that a person should hear of: one in trouble, else the collector, else whichever was added first. */
export async function foremostTarget(): Promise<{ target: TargetRow | undefined; outbox: Outbox }> {
  const rows = (await targets()).filter((row) => !row.removedAt);
  const states = await Promise.all(rows.map(async (row) => ({ target: row, outbox: await outbox(row.targetId) })));
  const trouble = states.find(({ target: row, outbox: { refused } }) => troubled(row) || refused.length > 0);
  const chosen = trouble ?? states.find(({ target: row }) => row.kind === 'collector') ?? states[0];
  return chosen ?? { target: undefined, outbox: { waiting: 0, refused: [] } };
}

const troubled = ({ state, problem }: TargetRow): boolean => state !== 'paused' && problem !== undefined;

/** The output that a report is about. */
export const outputByReport = (reportId: string): Promise<Output | undefined> =>
  db.outputs.where('reportIds').equals(reportId).first();

/** Calls back when outputs are taken in or go, and once at the start. Gives the function that stops it. */
export function watchOutputs(callback: () => void): () => void {
  const watching = liveQuery(() => db.outputs.count()).subscribe({
    next: callback,
    error: (error) => console.error('Countersign could not count the outputs:', error),
  });
  return () => watching.unsubscribe();
}

/** The events that a target refused, with what they were and their content, oldest first. */
export async function refusedEvents(targetId: string): Promise<RefusedEvent[]> {
  const { refused } = await outbox(targetId);
  const keys = refused.map((held) => held.key);
  const [events, contents] = await Promise.all([db.events.bulkGet(keys), db.contents.bulkGet(keys)]);
  return refused.map(({ key, reason }, at) => {
    const stored = events[at];
    return { targetId, key, reason, event: stored ? withContent(stored.event, contents[at]) : undefined };
  });
}

/** A profile that reads a site no more, in however many browsers of the team. */
export interface DegradedSite extends DegradedFacts {
  origin: string;
  browsers: number;
  lastAt: string;
}

/** The profiles that browsers of the team said read their sites no more, the latest first. */
export async function degradedSites(database: Database = db): Promise<DegradedSite[]> {
  const stored = (await database.events.where('subject').startsWith('http').toArray()).filter(isProved);
  const groups = new Map<string, { site: DegradedSite; sources: Set<string> }>();
  for (const { event } of stored.sort((a, b) => (a.event.time < b.event.time ? -1 : 1))) {
    if (event.type !== 'countersign.detection.degraded.v1') continue;
    const { facts } = event.data;
    const key = `${event.subject} ${facts.tool} ${facts.version}`;
    const sources = (groups.get(key)?.sources ?? new Set()).add(event.source);
    groups.set(key, { sources, site: { ...facts, origin: event.subject, browsers: sources.size, lastAt: event.time } });
  }
  return [...groups.values()].map(({ site }) => site).sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}

/** What is known of an origin. */
export const siteOf = (origin: string): Promise<SiteRow | undefined> => db.sites.get(origin);

/** All origins of which something is known, by name. */
export const sites = (): Promise<SiteRow[]> => db.sites.orderBy('origin').toArray();

/** The sites that a person has watched, by name. */
export const watches = (): Promise<WatchRow[]> => db.watches.orderBy('pattern').toArray();

/** Share of an output's words from which on another text is told as nearly the same. */
const NEARLY = 0.6;
/** Most of them that are told. */
const MOST_NEARLY = 5;

/** Outputs with nearly the same text as one, the nearest first; `share`: of its words, those that are theirs, from 0 to 1. */
export async function nearlySame(
  { hash, content }: Output,
  database: Database = db,
): Promise<{ output: Output; share: number }[]> {
  if (!content) return [];
  const matches = await findReuse(content.text, hash, database);
  return matches
    .filter(({ exact, kept }) => !exact && kept >= NEARLY)
    .slice(0, MOST_NEARLY)
    .map(({ output, kept }) => ({ output, share: kept }));
}

/** Who had an output's text made: at each place whoever showed it there first. Later ones only looked. */
export async function makersOf(hash: string): Promise<{ source: string; author?: string }[]> {
  const stored = await db.events.where({ subject: hash }).toArray();
  const byPlace = new Map<string, { source: string; author?: string }>();
  for (const event of stored.map((row) => row.event).sort(compareEvents)) {
    if (event.type !== 'countersign.output.seen.v1') continue;
    const { source, authid } = event;
    const place = placeSeen(event.data.facts.trace);
    if (!byPlace.has(place)) byPlace.set(place, { source, ...(authid ? { author: authid } : {}) });
  }
  return [...byPlace.values()];
}

/**
 * Whether an output was seen in this browser, by its own person: `source` is theirs, and so is `subject`, where they are in a team. A
 * colleague who copies a source is told by the name that the collector stamps.
 */
export async function wasSeenHere(hash: string, source: string, subject: string | undefined): Promise<boolean> {
  const stored = await db.events.where({ subject: hash }).toArray();
  return stored.some((row) => {
    const { type, source: from, authid } = row.event;
    const isOwn = isProved(row) && from === source && (authid === undefined || authid === subject);
    return isOwn && type === 'countersign.output.seen.v1';
  });
}
