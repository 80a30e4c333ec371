/**
 * Checks a team's log: every link, every commitment, every number, and that it ends where it must. Whoever holds the
 * whole database can write a whole new chain; that is found by a head that was kept elsewhere.
 */
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { erasedFactsSchema } from '../../../lib/domain/events/content-erased.ts';
import { eventKey } from '../../../lib/domain/events/event.ts';
import { canBeLinked, GENESIS } from '../../../lib/domain/export/chained.ts';
import { commitNow, linkOf, toSequence } from '../../chain.ts';
import type { Queries } from '../../database/database.ts';
import { type Head, lastOfEnd, readEnd, signatureHolds } from '../head.ts';
import { type Line, type LogRow, readRows, readStored } from '../log-lines.ts';
import { columnFindings, strayFindings } from './columns.ts';
import type { Finding, FindingKind } from './findings.ts';
import { verifyJudged } from './judged.ts';
import { acceptNames, checkNames, type NamesState, namesUnanswered, noNames } from './names.ts';
import { verifyPeople } from './people.ts';
import { verifyPolicies } from './policies.ts';

export interface Verified {
  team: string;
  rows: number;
  erased: number;
  last: { sequence: string; link: string };
  findings: Finding[];
}

/** What the log is checked against besides itself. */
export interface Trust {
  /** A head that was kept, of this log at some earlier time. */
  kept?: Head | undefined;
  /** The key that heads must be signed with. */
  key?: KeyObject | undefined;
}

/** What was erased of a row, to be answered for by an erasure later in the log. */
interface Gone {
  sequence: string;
  content: boolean;
  pseudonym?: string;
}

const daysSchema = z.object({ days: z.int().nullable() });

type Erasures = Map<string, { pseudonym?: string }>;

interface State {
  team: string;
  last: bigint;
  link: string;
  /** False after a gap: the link before the next row is not known. */
  linked: boolean;
  rows: number;
  erased: number;
  skipped: Set<string>;
  gone: Map<string, Gone>;
  /** Keys of rows whose content is there. */
  there: Set<string>;
  /** What erasures say is gone, by the key of the row. */
  erasures: Erasures;
  /** The same of erasures after the head: what was read before them may be there all the same. */
  later: Erasures;
  /** Link of the last row after the head; none before there is one. */
  laterLink: string | undefined;
  /** Days that content is kept, as the log says it last. */
  days: number | null;
  head: Head | undefined;
  /** People whom events name. */
  names: NamesState;
  findings: Finding[];
}

/**
 * Checks a team's log in the database up to where it ends now, while others write on. Rows do not change; what is erased of them
 * meanwhile is answered for by an erasure after that end, which is looked for once all rows are read.
 */
export async function verifyTeam(queries: Queries, team: string, trust: Trust = {}): Promise<Verified> {
  const beside: Finding[] = [];
  const end = await readEnd(queries, team, new Date());
  const upTo = lastOfEnd(end);
  async function* lines(): AsyncGenerator<Line> {
    for await (const { row, columns } of readStored(queries, team, { upTo })) {
      beside.push(...columnFindings(row, columns));
      yield { row };
    }
    yield { head: end.head };
    const later = { after: upTo, upTo: lastOfEnd(await readEnd(queries, team, new Date())) };
    for await (const row of readRows(queries, team, later)) yield { later: row };
  }
  // The key is for heads that were kept: what the database says of itself is not signed.
  const { days, ...verified } = await readLog(team, lines(), trust.kept ? trust : {});
  if (days !== end.days)
    beside.push({ kind: 'retention_changed', detail: 'Content is kept for another time than the log says.' });
  beside.push(...(await strayFindings(queries, team)), ...(await verifyPeople(queries, team)));
  beside.push(...(await verifyPolicies(queries, team)), ...(await verifyJudged(queries, team)));
  // Of a row that was changed itself, its columns follow.
  const rows = new Set(verified.findings.map(({ sequence }) => sequence));
  const others = beside.filter(({ kind, sequence }) => kind !== 'column_changed' || !rows.has(sequence));
  return { ...verified, findings: [...verified.findings, ...others] };
}

/** Reads a log to its end and says all that is wrong with it; nothing wrong: no findings. */
export async function verifyLog(team: string, lines: AsyncIterable<Line>, trust: Trust = {}): Promise<Verified> {
  const { days: _, ...verified } = await readLog(team, lines, trust);
  return verified;
}

async function readLog(
  team: string,
  lines: AsyncIterable<Line>,
  trust: Trust,
): Promise<Verified & { days: number | null }> {
  const state: State = {
    team,
    last: 0n,
    link: GENESIS,
    linked: true,
    rows: 0,
    erased: 0,
    skipped: new Set(),
    gone: new Map(),
    there: new Set(),
    erasures: new Map(),
    later: new Map(),
    laterLink: undefined,
    days: null,
    head: undefined,
    names: noNames(),
    findings: [],
  };
  for await (const line of lines) {
    if ('row' in line) checkRow(state, line.row, trust.kept);
    else if ('head' in line) state.head = line.head;
    else if ('later' in line) checkLater(state, line.later);
    else find(state, 'unreadable', undefined, `Line ${line.unreadable} is neither a row nor a head.`);
  }
  for (const sequence of state.skipped) find(state, 'left_out', sequence, 'The row is missing.');
  for (const [key, gone] of state.gone) answerFor(state, key, gone);
  for (const [key, erasure] of state.erasures) staysGone(state, key, erasure);
  for (const [kind, sequence, detail] of namesUnanswered(state.names)) find(state, kind, sequence, detail);
  await checkHeads(state, trust);
  const { rows, erased, findings, days } = state;
  return { team, rows, erased, days, last: { sequence: toSequence(state.last), link: state.link }, findings };
}

const find = (state: State, kind: FindingKind, sequence: string | undefined, detail: string): void => {
  state.findings.push({ kind, ...(sequence === undefined ? {} : { sequence }), detail });
};

function checkRow(state: State, row: LogRow, kept: Head | undefined): void {
  state.rows++;
  const number = BigInt(row.sequence);
  if (number <= state.last) {
    const late = state.skipped.delete(row.sequence);
    find(state, late ? 'out_of_order' : 'added', row.sequence, late ? LATE : 'There are two rows of this number.');
    return;
  }
  skipTo(state, number);
  checkLink(state, row);
  state.last = number;
  state.link = row.link;
  state.linked = true;
  if (kept?.sequence === row.sequence && kept.link !== row.link)
    find(state, 'head_differs', row.sequence, 'Another row ended the log when the head was kept.');
  checkCommitments(state, row);
  for (const [kind, detail] of checkNames(state.names, row)) find(state, kind, row.sequence, detail);
  acceptErasure(state.erasures, row);
  acceptNames(state.names.erased, row);
  if (row.event.type === 'countersign.retention.changed.v1')
    state.days = daysSchema.safeParse(row.event.data.facts).data?.days ?? null;
}

const LATE = 'The row stands after rows of higher numbers.';
/** More missing numbers than this in one place are said in one finding. */
const GAP_LIMIT = 1_000n;

function skipTo(state: State, number: bigint): void {
  const first = state.last + 1n;
  if (number === first) return;
  state.linked = false;
  if (number - first > GAP_LIMIT)
    find(state, 'left_out', toSequence(first), `The rows up to ${toSequence(number - 1n)} are missing.`);
  else for (let missing = first; missing < number; missing++) state.skipped.add(toSequence(missing));
}

function checkLink(state: State, row: LogRow): void {
  const chained = chainedOf(state, row);
  if (state.linked && canBeLinked(chained) && linkOf(state.link, chained) !== row.link)
    find(state, 'changed', row.sequence, 'The row is not what was chained here: changed, moved, or put in.');
}

/** A row as its link has it. */
const chainedOf = (
  { team }: State,
  { sequence, recordedAt, author, event, bare, named }: LogRow,
): Parameters<typeof linkOf>[1] => ({
  ...{ team, sequence, recordedAt, author, event, bare },
  named: named?.map(({ commitment }) => commitment),
});

function checkCommitments(state: State, { sequence, author, authid, authorSalt, event, bare, sealed }: LogRow) {
  const { commitment } = event.data;
  if (sealed && commitNow(sealed.salt, sealed.content) !== commitment)
    find(state, 'content_changed', sequence, 'The content is not what the event commits to.');
  if (authorSalt !== undefined && commitNow(authorSalt, authid) !== author)
    find(state, 'author_changed', sequence, 'The author is not whom the row commits to.');
  const content = commitment !== undefined && !sealed && !bare;
  const nameless = authorSalt === undefined;
  if (content) state.erased++;
  if (sealed) state.there.add(eventKey(event));
  if (content || nameless)
    state.gone.set(eventKey(event), { sequence, content, ...(nameless ? { pseudonym: authid } : {}) });
}

/** A row that was written while the others were read: chained to them, or it answers for nothing. */
function checkLater(state: State, row: LogRow): void {
  const chained = chainedOf(state, row);
  if (canBeLinked(chained) && linkOf(state.laterLink ?? state.link, chained) !== row.link)
    find(state, 'changed', row.sequence, 'The row is not what was chained here: changed, moved, or put in.');
  else {
    acceptErasure(state.later, row);
    acceptNames(state.names.later, row);
  }
  state.laterLink = row.link;
}

function acceptErasure(erasures: Erasures, { event }: LogRow): void {
  if (event.type !== 'countersign.content.erased.v1') return;
  const facts = erasedFactsSchema.safeParse(event.data.facts).data;
  const pseudonym = facts?.pseudonym;
  // Of a name that was erased twice, the last pseudonym stands.
  for (const key of facts?.events.map(eventKey) ?? [])
    erasures.set(key, { ...erasures.get(key), ...(pseudonym === undefined ? {} : { pseudonym }) });
}

function answerFor(state: State, key: string, { sequence, content, pseudonym }: Gone): void {
  const [erasure, later] = [state.erasures.get(key), state.later.get(key)];
  if (content && !erasure && !later)
    find(state, 'content_missing', sequence, 'The content is gone, and no erasure in the log says so.');
  if (pseudonym !== undefined && erasure?.pseudonym !== pseudonym && later?.pseudonym !== pseudonym)
    find(state, 'author_changed', sequence, 'The author’s name is gone, and no erasure in the log says so.');
}

/** What was erased does not come back: from a backup, or from whoever kept a copy. */
function staysGone(state: State, key: string, { pseudonym }: { pseudonym?: string }): void {
  const sequence = state.gone.get(key)?.sequence;
  if (state.there.has(key)) find(state, 'content_back', sequence, 'Content that was erased is there again.');
  if (pseudonym !== undefined && state.gone.get(key)?.pseudonym === undefined)
    find(state, 'content_back', sequence, 'A name that was erased is there again.');
}

async function checkHeads(state: State, { kept, key }: Trust): Promise<void> {
  const { head } = state;
  if (!head) find(state, 'truncated', undefined, 'The log ends without its head.');
  else checkEnd(state, head);
  if (kept && kept.team !== state.team) find(state, 'head_differs', undefined, 'The kept head is of another team.');
  else if (kept && BigInt(kept.sequence) > state.last)
    find(
      state,
      'truncated',
      kept.sequence,
      `The log ends at ${toSequence(state.last)}; when the head was kept it was longer.`,
    );
  if (!key) return;
  for (const signed of [kept, kept ? undefined : head])
    if (signed && !(await signatureHolds(signed, key)))
      find(state, 'signature_invalid', signed.sequence, 'The head is not signed with this key.');
}

/** What the log says of its own end. */
function checkEnd(state: State, head: Head): void {
  const end = BigInt(head.sequence);
  if (end > state.last) find(state, 'truncated', head.sequence, `The log ends at ${toSequence(state.last)} already.`);
  else if (end < state.last) find(state, 'added', toSequence(state.last), `The log should end at ${head.sequence}.`);
  else if (head.link !== state.link) find(state, 'head_differs', head.sequence, 'The last row is not the head’s.');
  if (head.team !== state.team) find(state, 'head_differs', undefined, 'The head is of another team.');
}
