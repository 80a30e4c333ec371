/** What the screens ask. Every function is a live query's body: it reads, and nothing else. */
import type { CountersignEvent } from '../domain/event.ts';
import type { DegradedFacts } from '../domain/health.ts';
import type { Output } from '../domain/output.ts';
import {
  type Database,
  db,
  type OutboxMark,
  type ReportRow,
  type SiteRow,
  type TargetRow,
  type WatchRow,
} from './db.ts';

/** An event that a target refused, and why. */
export interface RefusedEvent {
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

/** The reports of this installation, newest first. */
export async function ownReports(source: string): Promise<ReportRow[]> {
  const rows = await db.reports.where('source').equals(source).sortBy('reportedAt');
  return rows.reverse();
}

/** Outputs that wait for a decision: reported, or escalated to someone else. Gravest and oldest first is the panel's to say. */
export function queue(): Promise<Output[]> {
  return db.outputs.where('status').anyOf(['reported', 'escalated']).sortBy('updatedAt');
}

/** The target that this browser is connected to. */
export const target = (): Promise<TargetRow | undefined> => db.targets.toCollection().first();

/** How many events wait to be sent, and those that were refused. */
export async function outbox(): Promise<{ waiting: number; refused: OutboxMark[] }> {
  const row = await target();
  if (!row) return { waiting: 0, refused: [] };
  const [waiting, refused] = await Promise.all([
    db.outbox.where({ targetId: row.targetId, state: 'waiting' }).count(),
    db.outbox.where({ targetId: row.targetId, state: 'refused' }).toArray(),
  ]);
  return { waiting, refused };
}

/** The output that a report is about. */
export const outputByReport = (reportId: string): Promise<Output | undefined> =>
  db.outputs.where('reportIds').equals(reportId).first();

/** How many outputs wait for a decision. */
export const queueSize = (): Promise<number> => db.outputs.where('status').anyOf(['reported', 'escalated']).count();

/** How many outputs are stored: changes when a page's answer was taken in. */
export const outputCount = (): Promise<number> => db.outputs.count();

/** The events that the target refused, with what they were, oldest first. */
export async function refusedEvents(): Promise<RefusedEvent[]> {
  const { refused } = await outbox();
  const events = await db.events.bulkGet(refused.map((mark) => mark.key));
  return refused.map(({ key, reason }, at) => ({ key, reason, event: events[at]?.event }));
}

/** A profile that reads a site no more, in however many browsers of the team. */
export interface DegradedSite extends DegradedFacts {
  origin: string;
  browsers: number;
  lastAt: string;
}

/** The profiles that browsers of the team said read their sites no more, the latest first. */
export async function degradedSites(database: Database = db): Promise<DegradedSite[]> {
  const stored = await database.events.where('subject').startsWith('http').toArray();
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
