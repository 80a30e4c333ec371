/** What is kept in this browser, counted, listed and written out. It reads, and nothing else. */

import { veiledIds } from '../../domain/decision/calibration.ts';
import { facetRange } from '../../domain/decision/place-in-line.ts';
import { type CountersignEvent, eventKey } from '../../domain/events/event.ts';
import { RECORDS_FORMAT } from '../../domain/export/record-lines.ts';
import { tellsVerdict } from '../../domain/fold/blind.ts';
import { type Database, db as shared } from '../db.ts';
import { desk } from '../desk.ts';
import type { StoredEvent } from '../rows/event.ts';
import { withContent } from '../write/outbox.ts';
import { calibratedOutputs } from './review/calibrated.ts';

/** How much is kept here. */
export interface Kept {
  outputs: number;
  reports: number;
  events: number;
  /** Marks of events that some endpoint has still to get, or has refused. */
  waiting: number;
  refused: number;
  sites: number;
}

/** The version of the database's form. */
export const databaseVersion = (db: Database = shared): number => db.verno;

/** Counts what is kept. A live query's body. */
export async function kept(db: Database = shared): Promise<Kept> {
  const [outputs, reports, events, marks, refused, sites] = await Promise.all([
    db.outputs.count(),
    db.outputs.orderBy('reportIds').count(),
    db.events.count(),
    db.outbox.count(),
    db.outbox.filter(({ state }) => state === 'refused').count(),
    db.sites.count(),
  ]);
  return { outputs, reports, events, waiting: marks - refused, refused, sites };
}

const PAGE = 500;

/**
 * Everything that is kept here as JSON Lines, a text of many lines at a time: first the header, then one line each.
 * Credentials never stand in it: of an endpoint only its kind, its filter and how it goes. Nor does what whoever is to judge an
 * output a second time is not to know before. `told` hears how many
 * events were written so far; `signal` ends it by throwing its reason.
 */
export async function* recordLines(
  source: string,
  signal: AbortSignal,
  told: (events: number) => void,
  db: Database = shared,
): AsyncGenerator<string> {
  const { team, cursor } = (await db.targets.get('collector')) ?? {};
  const exportedAt = new Date().toISOString();
  // What is left out has to be fetched again wherever the file is taken in: from the beginning.
  const [blind, veiled] = await Promise.all([blindOutputs(db), veiledSeats(db)]);
  const from = cursor && blind.size + veiled.size === 0 ? { cursor } : {};
  yield line({ format: RECORDS_FORMAT, exportedAt, source, ...(team ? { team } : {}), ...from });
  let written = 0;
  for await (const page of pagesOf(db)) {
    signal.throwIfAborted();
    const shown = page.filter(
      ({ event, subject }) => !(blind.has(subject) && tellsVerdict(event)) && !isVeiled(event, veiled),
    );
    const contents = await db.contents.bulkGet(shown.map(({ key }) => key));
    written += page.length;
    yield shown.map(({ event }, at) => line({ event: withContent(event, contents[at]) })).join('');
    told(written);
  }
  for (const site of await db.sites.toArray()) yield line({ site });
  for (const watch of await db.watches.toArray()) yield line({ watch });
  for (const draft of await desk.drafts.toArray()) yield line({ draft });
  for (const form of await desk.forms.toArray()) yield line({ draft: form });
  for (const { kind, filter, addedAt, state } of await db.targets.toArray())
    yield line({ endpoint: { kind, filter, addedAt, state } });
}

/** Outputs that this browser's person is to judge a second time. */
async function blindOutputs(db: Database): Promise<ReadonlySet<string>> {
  const [from, to] = facetRange('second:mine');
  return new Set(await db.outputs.where('line.facets').between(from, to).primaryKeys());
}

const isVeiled = (event: CountersignEvent, veiled: ReadonlySet<string>): boolean =>
  event.type === 'countersign.second.given.v1' && veiled.has(event.data.facts.secondId);

/** The seats of calibrations that are not over: what was said on them nobody sees yet. */
async function veiledSeats(db: Database): Promise<ReadonlySet<string>> {
  const outputs = await calibratedOutputs(db);
  const now = new Date().toISOString();
  return new Set(outputs.flatMap(({ inProcess }) => veiledIds(inProcess?.calibrations, now)));
}

/** All events in pages: a cursor over them would take a trip for each. */
async function* pagesOf(db: Database): AsyncGenerator<StoredEvent[]> {
  for (let last = ''; ; ) {
    const page = await db.events.where('key').above(last).limit(PAGE).toArray();
    if (page.length === 0) return;
    last = page.at(-1)?.key ?? '';
    yield page;
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Outputs that nothing happened to since a time, oldest first. */
export const outputsBefore = (before: string, db: Database = shared): Promise<string[]> =>
  db.outputs.where('updatedAt').below(before).primaryKeys();

/** Somebody whose words are kept here. */
export interface KeptAuthor {
  /** As the collector knows them; or the installation, for what it has not taken yet. */
  id: string;
  events: number;
}

/** Everybody who wrote something that is kept here, by name. What is only seen was written by nobody. */
export async function authors(db: Database = shared): Promise<KeptAuthor[]> {
  const counts = new Map<string, number>();
  for await (const page of pagesOf(db))
    for (const { event } of page)
      if (isWritten(event)) counts.set(authorOf(event), (counts.get(authorOf(event)) ?? 0) + 1);
  return [...counts].map(([id, events]) => ({ id, events })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const authorOf = (event: CountersignEvent): string => event.authid ?? event.source;
const isWritten = ({ type, data }: CountersignEvent): boolean =>
  type !== 'countersign.output.seen.v1' && data.commitment !== undefined;

/** The keys of all events that somebody wrote. */
export async function writtenBy(author: string, db: Database = shared): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pagesOf(db))
    for (const { key, event } of page) if (isWritten(event) && authorOf(event) === author) keys.push(key);
  return keys;
}

/** The keys of all events about an output. */
export async function saidOf(hash: string, db: Database = shared): Promise<string[]> {
  return (await db.events.where({ subject: hash }).toArray()).map(({ event }) => eventKey(event));
}

/** An output that was looked for. */
export interface OutputMatch {
  hash: string;
  toolName: string;
  seenAt: string;
  text: string;
}

const MOST_FOUND = 10;

/** Outputs in whose text some words stand, the newest first; no more than ten. */
export async function outputsWith(words: string, db: Database = shared): Promise<OutputMatch[]> {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  const rows = await db.outputs
    .orderBy('updatedAt')
    .reverse()
    .filter(({ content }) => content?.text.toLowerCase().includes(wanted) ?? false)
    .limit(MOST_FOUND)
    .toArray();
  return rows.map(({ hash, trace, firstSeenAt, content }) => ({
    hash,
    toolName: trace.toolName,
    seenAt: firstSeenAt,
    text: content?.text ?? '',
  }));
}
