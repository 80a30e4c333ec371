/**
 * Checks the team's log against the chain of its collector: each event that is here has to be the very one that its link was made
 * of, the links have to hang together, and the last has to be the head that the collector gives.
 */
import * as z from 'zod';
import type { CountersignEvent } from '../domain/events/event.ts';
import { bodyOf, canBeLinked, GENESIS, linkText } from '../domain/export/chained.ts';
import { sha256Now } from '../domain/output/hash.ts';
import { highestNumber, numbered, numberedBetween } from '../store/ask/log.ts';
import type { Database } from '../store/db.ts';
import { bearerHeader, below, collectorRoot } from './wire.ts';

const sequence = z.lazy(() => z.string().regex(/^\d{16}$/));
const headSchema = z.lazy(() => z.object({ team: z.string(), sequence, link: z.string(), at: z.iso.datetime() }));
const linksSchema = z.lazy(() =>
  z.object({
    links: z.array(
      z.object({
        ...{ sequence, recordedAt: z.string(), author: z.string(), bare: z.boolean(), link: z.string() },
        named: z.array(z.string()).optional(),
      }),
    ),
  }),
);
type Link = z.infer<typeof linksSchema>['links'][number];
/** Where a log ended at a time. A later check finds by it whether the log was written anew since. */
export type LogHead = z.infer<typeof headSchema>;

/** What was checked, and what came of it. */
export interface LogChecked {
  head: LogHead;
  /** Rows of the log whose event is here, and fits its link. */
  fitting: number;
  /** Rows whose event is not here: their links were taken as they were given. */
  absent: number;
  /** Numbers of the rows whose event here is another one than was chained, or that are missing or out of turn. */
  wrong: string[];
  /** Events here with a number after the head: the log was cut. */
  beyond: number;
  /** Whether the last link is the head's. */
  endsAtHead: boolean;
  /** Whether the log still holds the head of the check before; undefined where there was none. */
  holdsBefore: boolean | undefined;
}

/** The way to the collector. */
interface Collector {
  address: string;
  token: string;
  fetch: typeof fetch;
}

interface Told {
  before: LogHead | undefined;
  told(done: number, all: number): void;
  signal: AbortSignal;
}

/** Links of a page, and rows that are worked out in one go: a page that draws must not wait. */
const PAGE = 1_000;
const TOGETHER = 50;

const breath = () => new Promise((done) => setTimeout(done));

type Asking = Collector & Pick<Told, 'signal'>;

async function ask<T>({ address, token, fetch: get, signal }: Asking, path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await get(below(collectorRoot(address), path), { headers: bearerHeader(token), signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return schema.parse(await response.json());
}

/** Checks all of the log, from its first row to its head. */
export async function checkLog(collector: Collector, asked: Told, db?: Database): Promise<LogChecked> {
  const asking = { ...collector, signal: asked.signal };
  // Before the head is asked for: what comes meanwhile is after it, and no sign that anything was cut.
  const highest = await highestNumber(db);
  const head = await ask(asking, '/v1/head', headSchema);
  const all = Number(head.sequence);
  const state: State = { team: head.team, link: GENESIS, next: 1, fitting: 0, absent: 0, wrong: [], held: undefined };
  while (state.next <= all) {
    asked.signal.throwIfAborted();
    const { links } = await ask(asking, `/v1/links?after=${state.next - 1}&limit=${PAGE}`, linksSchema);
    const page = links.filter(({ sequence: number }) => Number(number) >= state.next && Number(number) <= all);
    if (page.length === 0) break;
    await checkPage(state, page, asked.before?.sequence, db);
    asked.told(Math.min(all, state.next - 1), all);
  }
  if (state.next <= all) state.wrong.push(numberText(state.next));
  const { fitting, absent, wrong } = state;
  const isBeyond = highest !== undefined && highest > head.sequence;
  const beyond = isBeyond ? await numberedBetween(head.sequence, highest, db) : 0;
  return { head, fitting, absent, wrong, beyond, endsAtHead: state.link === head.link, ...heldBefore(state, asked) };
}

/** What the log has today where it ended at the check before. */
function heldBefore({ team, held }: State, { before }: Told): Pick<LogChecked, 'holdsBefore'> {
  // Another team's head says nothing of this one's log.
  if (!before || before.team !== team) return { holdsBefore: undefined };
  return { holdsBefore: (Number(before.sequence) === 0 ? GENESIS : held) === before.link };
}

interface State {
  team: string;
  /** Of the row before. */
  link: string;
  next: number;
  fitting: number;
  absent: number;
  wrong: string[];
  /** The link where the log ended at the check before. */
  held: string | undefined;
}

const numberText = (number: number): string => String(number).padStart(16, '0');

/** The event of a row, where its link can be worked out from it. */
const linkable = (row: Link, event: CountersignEvent | undefined): CountersignEvent | undefined =>
  event && canBeLinked({ ...row, event: bodyOf(event) }) ? event : undefined;

async function checkPage(
  state: State,
  links: readonly Link[],
  before: string | undefined,
  db?: Database,
): Promise<void> {
  const own = await numbered(links[0]?.sequence ?? '', links.at(-1)?.sequence ?? '', db);
  for (const [at, row] of links.entries()) {
    if (at % TOGETHER === 0) await breath();
    const event = linkable(row, own.get(row.sequence));
    const isInTurn = row.sequence === numberText(state.next);
    const worked = event && sha256Now(linkText(state.link, { ...row, team: state.team, event: bodyOf(event) }));
    if (!isInTurn || (worked !== undefined && worked !== row.link)) state.wrong.push(row.sequence);
    else if (event) state.fitting += 1;
    else state.absent += 1;
    state.link = row.link;
    state.next = Number(row.sequence) + 1;
    if (row.sequence === before) state.held = row.link;
  }
}
