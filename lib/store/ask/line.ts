/** The line of what waits for a decision: by the store's own indexes, without reading what is not shown. */
import { governedOf } from '../../domain/decision/governed.ts';
import { type PackedLine, packed } from '../../domain/decision/packed-line.ts';
import { ASSIGNED_RANGE, assignedTo, facetRange, facetsAsked } from '../../domain/decision/place-in-line.ts';
import {
  compareDue,
  type DueInLine,
  isUnderPolicy,
  type QueueOrder,
  type Sieve,
  sinceAsked,
  termsOf,
} from '../../domain/decision/sifted.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import { type Database, db as shared } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';
import { standingAside } from './aside.ts';
import { knownOf } from './known.ts';
import { changesAsked, changesHeard, hashesInOrder, inOrder, type Rows } from './ordered.ts';

/** What somebody wants to see of the line. */
export interface LineAsked {
  sieve: Sieve;
  order: QueueOrder;
  /** The rules in force, where they name processes. */
  policy: GovernancePolicy | undefined;
  /** What this person's browser and the collector call them. */
  me?: readonly string[];
}

/** Hears which outputs are known to hold some terms while others are looked through still. */
type SoFar = (found: ReadonlySet<string>) => void;

/** Finds the outputs that hold some terms: `search/` has it, which a worker loads and no page. */
type WithTerms = (terms: readonly string[], told?: SoFar) => Promise<ReadonlySet<string>>;

/** How many wait for a decision, told up to a number: what goes no further costs nothing, however many wait. */
export const waitingUpTo = async (most: number, db: Database = shared): Promise<number> =>
  (await inOrder('oldest', db).limit(most).primaryKeys()).length;

const sizes = knownOf<number>('outputs');

/**
 * How many wait for a decision. Counted once for all who ask: that goes through the index too, and whatever else is asked of the
 * database waits for it. A live query's body.
 */
export async function queueSize(db: Database = shared): Promise<number> {
  const size = sizes(db.name, () => Promise.resolve(inOrder('oldest', db).count()));
  await changesHeard('oldest', db);
  return size;
}

/** Rows that are in sight at first. */
export const FIRST_ROWS = 50;

/**
 * The first rows of the line, where an index has them as they are asked for; undefined where the line has to be worked out. Of one
 * that goes on it tells no more than that, by a length of one more: counting goes through all of an index (650 ms for 100,000). One
 * request for all of them: one for each by its key took four times as long, and one for more of the keys as long again.
 */
export async function firstInLine(
  asked: LineAsked,
  most = FIRST_ROWS,
  db: Database = shared,
): Promise<{ line: PackedLine; rows: OutputRow[] } | undefined> {
  const found = indexed(asked, db);
  if (!found) return undefined;
  const rows = await found()
    .limit(most + 1)
    .toArray();
  const first = rows.slice(0, most);
  const hashes = first.map(({ hash }) => hash);
  return { line: packed(hashes, rows.length), rows: first };
}

/** How long the line is, where an index has it; undefined where it has to be worked out. */
export async function lengthOfLine(asked: LineAsked, db: Database = shared): Promise<number | undefined> {
  const found = indexed(asked, db);
  if (!found) return undefined;
  return facetsAsked(asked.sieve).length > 0 ? found().count() : queueSize(db);
}

/** The index that has all that is asked for, in its order. */
function indexed({ sieve, order }: LineAsked, db: Database): (() => Rows) | undefined {
  const [facet, ...others] = facetsAsked(sieve);
  const { olderThanDays, processId, due, words = '', assigned, aside } = sieve;
  const isMore = olderThanDays !== undefined || processId !== undefined || due !== undefined || words.trim() !== '';
  if (aside !== undefined || assigned === 'me' || assigned === 'nobody') return undefined;
  if (isMore || others.length > 0 || order === 'due') return undefined;
  if (facet !== undefined && order !== 'gravest') return undefined;
  return () => (facet === undefined ? inOrder(order, db) : withFacet(facet, db));
}

const withFacet = (facet: string, db: Database): Rows => db.outputs.where('line.facets').between(...facetRange(facet));

/** The whole line as it is asked for. A live query's body; for a hundred thousand it is long work, and no page's own. */
export async function lineOf(
  asked: LineAsked,
  withTerms: WithTerms,
  db: Database = shared,
  now = Date.now(),
): Promise<PackedLine> {
  const changes = db.transaction('r', db.outputs, db.shards, () => changesOf(asked, db));
  return (await Promise.all([workedOut(asked, withTerms, db, now), changes]))[0];
}

/**
 * The same with its first rows, which come with what the watching asks for, in one transaction: a search was three of them, and is one
 * where its index is read. `told`: the line of what is known to hold the words so far, where their order costs nothing more.
 */
export async function lineWithRows(
  asked: LineAsked,
  withTerms: WithTerms,
  db: Database = shared,
  now = Date.now(),
  told?: (line: PackedLine) => void,
): Promise<{ line: PackedLine; rows: OutputRow[] }> {
  const line = await workedOut(asked, withTerms, db, now, told);
  // Of what an index has the page asks by itself.
  const first = indexed(asked, db) ? [] : line.slice(0, FIRST_ROWS);
  const rows = Promise.withResolvers<OutputRow[]>();
  const read = db.transaction('r', db.outputs, db.shards, () => {
    rowsInLine(first, db).then(rows.resolve, rows.reject);
    return changesOf(asked, db);
  });
  // From when it is asked for, what changes is heard of: what is read goes before it, and nobody waits until it is answered.
  read.catch(rows.reject);
  return { line, rows: await rows.promise };
}

/** Whether a line is that of all that waits, or some of it: what stands aside, or has a facet and is the gravest, is asked for itself. */
const isReadOnce = ({ order, sieve }: Pick<LineAsked, 'order' | 'sieve'>): boolean =>
  !sieve.aside && !(order === 'gravest' && facetsAsked(sieve).length > 0);

/** Asked so that whoever watches a line hears of what changes in it, and in the index of words where that is asked. */
const changesOf = ({ order, sieve }: LineAsked, db: Database): Promise<unknown> =>
  Promise.all([
    isReadOnce({ order, sieve }) ? changesAsked(order, db) : undefined,
    termsOf(sieve.words ?? '').length > 0 ? db.shards.orderBy('[shard+mark]').keys() : undefined,
  ]);

async function workedOut(
  asked: LineAsked,
  withTerms: WithTerms,
  db: Database,
  now: number,
  told?: (line: PackedLine) => void,
): Promise<PackedLine> {
  const { sieve, order, policy, me = [] } = asked;
  const terms = termsOf(sieve.words ?? '');
  // What stands aside has an order of its own.
  const isByDue = order === 'due' && !sieve.aside;
  const isIndexed = !isByDue && sieve.processId === undefined && sieve.due === undefined;
  const standing = sieve.aside ? undefined : standingInLine({ sieve, order, me }, db, now);
  const soFar = told && standing && isIndexed ? telling(standing, told) : undefined;
  const [inLine, found] = await Promise.all([standing, terms.length > 0 ? withTerms(terms, soFar) : undefined]);
  const hashes = inLine ? holding(inLine, found) : await standingAside({ sieve, me, found }, db, now);
  if (isIndexed) return packed(hashes);
  return packed(await governed(hashes, sieve, isByDue, { policy, now }, db));
}

/** Those of a line that were found, in its order: they are looked up in it, since the line is much longer. */
function holding(hashes: readonly string[], found: ReadonlySet<string> | undefined): readonly string[] {
  if (!found) return hashes;
  const known = placesIn(hashes);
  const places = new Uint32Array(found.size);
  let count = 0;
  for (const hash of found) {
    const place = known.get(hash);
    if (place !== undefined) places[count++] = place;
  }
  return Array.from(places.subarray(0, count).sort(), (place) => hashes[place] ?? '');
}

const PLACES = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The place of each in a line: worked out once for a line that is searched letter by letter. */
function placesIn(hashes: readonly string[]): ReadonlyMap<string, number> {
  const places = PLACES.get(hashes) ?? new Map(hashes.map((hash, at) => [hash, at]));
  PLACES.set(hashes, places);
  return places;
}

/** Tells the line of what was found so far once it is known what stands in it: the first time, and then no sooner than it has changed. */
function telling(standing: Promise<readonly string[]>, told: (line: PackedLine) => void): SoFar {
  let inLine: readonly string[] | undefined;
  let size = 0;
  const noted = (hashes: readonly string[]) => {
    inLine = hashes;
  };
  // Who asked for the line hears of what fails.
  standing.then(noted, () => undefined);
  return (found) => {
    if (!inLine || found.size === size) return;
    size = found.size;
    const line = packed(holding(inLine, found));
    if (line.length > 0) told(line);
  };
}

interface InLineAsked extends Pick<LineAsked, 'sieve' | 'order'> {
  me: readonly string[];
}

/** The line by its own indexes. */
async function standingInLine(
  { sieve, order, me }: InLineAsked,
  db: Database,
  now: number,
): Promise<readonly string[]> {
  const [facet, ...facets] = facetsAsked(sieve);
  const isGravest = order === 'gravest' && facet !== undefined;
  const first = isGravest ? withFacet(facet, db).primaryKeys() : hashesInOrder(order, db);
  const further = isGravest || facet === undefined ? facets : [facet, ...facets];
  const since = sinceAsked(sieve, now);
  const sets = await Promise.all([
    ...further.map(async (each) => new Set(await withFacet(each, db).primaryKeys())),
    ...(since === undefined ? [] : [db.outputs.where('line.since').belowOrEqual(since).primaryKeys().then(toSet)]),
    ...(sieve.assigned === 'me' ? [inHandOf(me, db)] : []),
  ]);
  const taken = sieve.assigned === 'nobody' ? await inAnyHand(db) : undefined;
  const standing = await first;
  if (!taken && sets.length === 0) return standing;
  return standing.filter((hash) => !taken?.has(hash) && sets.every((set) => set.has(hash)));
}

/** What one of some people has in hand, by the line's own index. */
async function inHandOf(people: readonly string[], db: Database): Promise<ReadonlySet<string>> {
  const each = assignedTo(people).map((facet) => withFacet(facet, db).primaryKeys());
  return new Set((await Promise.all(each)).flat());
}

/** What anybody has in hand. */
const inAnyHand = async (db: Database): Promise<ReadonlySet<string>> =>
  new Set(
    await db.outputs
      .where('line.facets')
      .between(...ASSIGNED_RANGE)
      .primaryKeys(),
  );

const toSet = (keys: readonly string[]): ReadonlySet<string> => new Set(keys);

/** Outputs that are read together: with their words they are large. */
const PAGE = 500;

interface Under {
  policy: GovernancePolicy | undefined;
  now: number;
}

/** Those of which the policy says what is asked, in the order of their time where that is asked: it is worked out for each. */
async function governed(
  hashes: readonly string[],
  sieve: Sieve,
  isByDue: boolean,
  { policy, now }: Under,
  db: Database,
): Promise<string[]> {
  const kept: (DueInLine & { hash: string })[] = [];
  const at = new Date(now).toISOString();
  for (let from = 0; from < hashes.length; from += PAGE) {
    for (const row of await db.outputs.bulkGet(hashes.slice(from, from + PAGE))) {
      const found = row && governedOf(row, policy, at);
      if (!found || !isUnderPolicy(sieve, found, now)) continue;
      kept.push({ hash: row.hash, since: row.line?.since ?? '', weight: -(row.line?.heft ?? 0), dueAt: found.dueAt });
    }
  }
  if (isByDue) kept.sort(compareDue);
  return kept.map(({ hash }) => hash);
}

/** The rows of some of the line; of those that are gone, none. */
export async function rowsInLine(hashes: readonly string[], db: Database = shared): Promise<OutputRow[]> {
  return (await db.outputs.bulkGet([...hashes])).flatMap((row) => row ?? []);
}

/** What there is in the line of a facet: its values, by letters; a step a value, however many wait. */
export async function valuesInLine(name: 'tool' | 'model' | 'assigned', db: Database = shared): Promise<string[]> {
  const values: string[] = [];
  for (let above = `${name}:`; ; ) {
    const key = await firstKey(above, `${name}:\uffff`, db);
    if (key === undefined) return values;
    const facet = key.slice(0, key.indexOf('\n'));
    values.push(facet.slice(name.length + 1));
    [, above] = facetRange(facet);
  }
}

async function firstKey(above: string, below: string, db: Database): Promise<string | undefined> {
  const [key] = await db.outputs.where('line.facets').between(above, below, false, false).limit(1).keys();
  return typeof key === 'string' ? key : undefined;
}

/** The tools of the line, each with what it is called. */
export async function toolsInLine(db: Database = shared): Promise<[tool: string, name: string][]> {
  const tools = await valuesInLine('tool', db);
  const rows = await Promise.all(tools.map((tool) => withFacet(`tool:${tool}`, db).first()));
  return tools.map((tool, at) => [tool, rows[at]?.trace.toolName ?? tool]);
}
