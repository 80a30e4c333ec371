/** The log: events by time, the newest first, a page at a time however many there are. It reads, and nothing else. */
import { veiledIds } from '../../domain/decision/calibration.ts';
import type { CountersignEvent, EventType } from '../../domain/events/event.ts';
import { tellsVerdict } from '../../domain/fold/blind.ts';
import { processIdOf } from '../../domain/output/process-of-event.ts';
import { type Database, db as shared } from '../db.ts';
import type { StoredEvent } from '../rows/event.ts';
import type { OutputRow } from '../rows/output.ts';

/** What somebody wants to see of the log; what is undefined is not asked. */
export interface LogAsked {
  type?: EventType | undefined;
  /** An output, or whatever else it is about. */
  subject?: string | undefined;
  /** Whoever the collector knows as that, or this installation's own. */
  person?: string | undefined;
  processId?: string | undefined;
}

/** An event, and what it is about in a few words. */
export interface LogLine {
  key: string;
  event: CountersignEvent;
  /** It came from a file, and nothing shows that it is so. */
  isClaimed: boolean;
  about?: { words: string; toolName: string };
  /** This person is to judge the output a second time, and does not see before what others said of it. */
  isHidden?: true;
}

interface LogPage {
  lines: LogLine[];
  /** From where it goes on; undefined at the end. */
  next?: LogPlace | undefined;
}

/** After an event in the order of the log. */
export interface LogPlace {
  at: string;
  /** Those of that very time that were shown already. */
  shown: readonly string[];
}

/** Events that are looked at together where a filter has no index; and how many before somebody is shown how far it is. */
const SCAN = 1_000;
const LONGEST_SCAN = 20_000;
/** Of an output's words, as many as a line shows. */
const WORDS = 120;
/** After every time there is. */
const END = '\uffff';

/** From an hour on, the newest first. */
export const placeAt = (at: string = END): LogPlace => ({ at, shown: [] });

/** A page of the log from a place on. It may hold less than asked for, and go on all the same. */
export async function logPage(asked: LogAsked, from: LogPlace, most: number, db: Database = shared): Promise<LogPage> {
  const found: StoredEvent[] = [];
  let place: LogPlace | undefined = from;
  for (let looked = 0; place && found.length < most && looked < LONGEST_SCAN; ) {
    const isPlain = asked.person === undefined && asked.processId === undefined;
    const rows = await rowsFrom(asked, place, isPlain ? most - found.length : SCAN, db);
    looked += Math.max(rows.length, 1);
    const fitting = rows.filter(({ event }) => fits(event, asked));
    const taken = fitting.slice(0, most - found.length);
    found.push(...taken);
    const last: StoredEvent | undefined = taken.length < fitting.length ? taken.at(-1) : rows.at(-1);
    place = last && placeAfter(last, rows.slice(0, rows.indexOf(last) + 1), place);
  }
  return { lines: await told(found, db), next: place };
}

/** Where it goes on after a time: what was shown of that time is not shown again. */
function placeAfter({ event: { time: at } }: StoredEvent, rows: readonly StoredEvent[], before: LogPlace): LogPlace {
  const same = rows.filter(({ event }) => event.time === at).map(({ key }) => key);
  return { at, shown: at === before.at ? [...before.shown, ...same] : same };
}

async function rowsFrom(
  { type, subject }: LogAsked,
  { at, shown }: LogPlace,
  most: number,
  db: Database,
): Promise<StoredEvent[]> {
  const skipped = new Set(shown);
  if (subject !== undefined) {
    const rows = await db.events.where({ subject }).toArray();
    const older = rows.filter(({ key, event }) => event.time <= at && !skipped.has(key));
    return older.sort((a, b) => (a.event.time < b.event.time ? 1 : -1)).slice(0, most);
  }
  const range =
    type === undefined
      ? db.events.where('event.time').belowOrEqual(at)
      : db.events.where('[event.type+event.time]').between([type, ''], [type, at], true, true);
  const rows = await range
    .reverse()
    .limit(most + shown.length)
    .toArray();
  return rows.filter(({ key }) => !skipped.has(key)).slice(0, most);
}

const fits = (event: CountersignEvent, { type, person, processId }: LogAsked): boolean =>
  (type === undefined || event.type === type) &&
  (person === undefined || (event.authid ?? event.source) === person) &&
  (processId === undefined || processIdOf(event) === processId);

/** With what each is about. */
async function told(rows: readonly StoredEvent[], db: Database): Promise<LogLine[]> {
  const hashes = [...new Set(rows.map(({ subject }) => subject))];
  const outputs = new Map((await db.outputs.bulkGet(hashes)).flatMap((row) => (row ? [[row.hash, row]] : [])));
  return rows.map(({ key, event, claimed }) => {
    const output = outputs.get(event.subject);
    const about = output && { words: firstWords(output.content?.text ?? ''), toolName: output.trace.toolName };
    const hidden = output && isHeldBack(output, event) ? { isHidden: true as const } : {};
    return { key, event, isClaimed: claimed !== undefined, ...(about ? { about } : {}), ...hidden };
  });
}

/** What whoever judges it a second time is not to know before, and in a calibration nobody before it is over. */
const isHeldBack = ({ blind, inProcess }: OutputRow, event: CountersignEvent): boolean =>
  (blind !== undefined && tellsVerdict(event)) ||
  (event.type === 'countersign.second.given.v1' &&
    veiledIds(inProcess?.calibrations, new Date().toISOString()).includes(event.data.facts.secondId));

const firstWords = (text: string): string => text.slice(0, WORDS).replace(/\s+/g, ' ').trim();

/** How many events there are in all. */
export const logSize = (db: Database = shared): Promise<number> => db.events.count();

/** How many events are of after a time. A live query's body. */
export const newerThan = (at: string, db: Database = shared): Promise<number> =>
  db.events.where('event.time').above(at).count();

/** The time of the event so many places before one: a page further up. Undefined where there are not so many. */
export async function timeAbove(at: string, places: number, db: Database = shared): Promise<string | undefined> {
  const keys = await db.events.where('event.time').above(at).limit(places).keys();
  const last = keys.at(-1);
  return keys.length < places || typeof last !== 'string' ? undefined : last;
}

/** The events whose numbers in the team's order are in a range, by their number. What a file claims has none. */
export async function numbered(
  from: string,
  to: string,
  db: Database = shared,
): Promise<Map<string, CountersignEvent>> {
  const rows = await db.events.where('event.sequence').between(from, to, true, true).toArray();
  return new Map(rows.map(({ event }) => [event.sequence ?? '', event]));
}

/** The highest number in the team's order of an event that is here; undefined where none has one. */
export async function highestNumber(db: Database = shared): Promise<string | undefined> {
  const [last] = await db.events.orderBy('event.sequence').reverse().limit(1).keys();
  return typeof last === 'string' ? last : undefined;
}

/** How many events here have a number after one, up to another. */
export const numberedBetween = (after: string, last: string, db: Database = shared): Promise<number> =>
  db.events.where('event.sequence').between(after, last, false, true).count();
