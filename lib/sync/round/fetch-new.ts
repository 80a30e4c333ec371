/** The way in: the team's events in pages, each stored with the cursor, so that a pull goes on where it was. */
import { mayRead } from '../../domain/people/role.ts';
import { indexWaiting } from '../../store/index/fingerprints.ts';
import { applyPulled } from '../../store/write/writes.ts';
import type { PullOutcome, Stop } from '../target.ts';
import type { Round } from './round.ts';

/**
 * So many events, or so many characters of content, are stored in one transaction: an output of which several pages tell
 * is then folded once, and nobody who writes meanwhile waits for long.
 */
const TOGETHER = { events: 2_000, characters: 8_000_000 };

/** Pages that may be on their way or wait. */
const AHEAD = 4;

type Page = Extract<PullOutcome, { kind: 'page' }>;

/** Pulls until there is no more, in the collector's order. */
export async function fetchNew(round: Round): Promise<Stop | undefined> {
  // A token that may only hand in would be refused, and sending would stop with it.
  if (round.row.role && !mayRead(round.row.role)) return undefined;
  if (!(Number(round.row.cursor) > 0)) await fetchAwaiting(round);
  const coming = pagesOf(round);
  let after = round.row.cursor;
  let pages: Page[] = [];
  for (;;) {
    const { value, done } = await coming.next();
    if (!done) pages.push(value);
    if (pages.length > 0 && (done || isEnough(pages))) {
      after = await keep(round, pages, after);
      pages = [];
    }
    if (!done) continue;
    await indexWaiting(round.db, round.world.signal);
    return value;
  }
}

/**
 * What waits for a decision comes before the log, of which it may be anywhere: a log of years takes minutes, and whoever
 * joins a team has something to do by then. It comes again in its place; each event is stored once.
 */
async function fetchAwaiting(round: Round): Promise<void> {
  const { db, row, target, world } = round;
  const events = (await target.awaiting?.(row.settings, world)) ?? [];
  if (events.length === 0 || world.signal.aborted) return;
  await round.changed(await applyPulled(row.targetId, events, row.cursor, db));
}

/**
 * The pages in their order, and at last why there are no more. While pages are stored, which takes as long as four of them
 * take to come, those behind them come and are checked.
 */
async function* pagesOf(round: Round): AsyncGenerator<Page, Stop | undefined> {
  const coming = [ask(round, round.row.cursor)];
  for (;;) {
    for (let last = coming.at(-1); last && coming.length <= AHEAD; last = coming.at(-1))
      coming.push(askNext(round, last));
    const { outcome, goesOn } = (await coming.shift()) ?? NOTHING;
    if (outcome?.kind !== 'page') return outcome;
    yield outcome;
    if (!goesOn) return undefined;
  }
}

const sumOf = (pages: readonly Page[], of: (page: Page) => number): number =>
  pages.reduce((sum, page) => sum + of(page), 0);

const isEnough = (pages: readonly Page[]): boolean =>
  sumOf(pages, ({ events }) => events.length) >= TOGETHER.events ||
  (pages.length > 1 && sumOf(pages, ({ characters }) => characters) >= TOGETHER.characters);

interface Asked {
  outcome: PullOutcome | undefined;
  goesOn: boolean;
}
const NOTHING: Asked = { outcome: undefined, goesOn: false };

/** Asks for the page after a cursor. What goes wrong is told to whoever awaits it, and to nobody where none does. */
function ask({ target, row, world }: Round, cursor: string): Promise<Asked> {
  const asked = (async (): Promise<Asked> => {
    const outcome = await target.pull?.(cursor, row.settings, world);
    // A page that says "more" but does not move on would be asked for for ever.
    return { outcome, goesOn: outcome?.kind === 'page' && outcome.more && outcome.cursor > cursor };
  })();
  asked.catch(() => undefined); // storing the page before it may fail first
  return asked;
}

/** Asks for the page after one that is still to come. */
function askNext(round: Round, before: Promise<Asked>): Promise<Asked> {
  const asked = before.then(({ outcome, goesOn }) =>
    goesOn && outcome?.kind === 'page' ? ask(round, outcome.cursor) : NOTHING,
  );
  asked.catch(() => undefined); // told to whoever awaits the one before
  return asked;
}

/** Stores pages that came one after the other, the first of them after a cursor. Gives the cursor after the last. */
async function keep(round: Round, pages: readonly Page[], after: string): Promise<string> {
  const events = pages.flatMap((page) => page.events);
  const cursor = pages.at(-1)?.cursor ?? after;
  if (pages.some(({ unreadable }) => unreadable > 0)) await noteUnread(round, after);
  if (events.length > 0 || cursor > after)
    await round.changed(await applyPulled(round.row.targetId, events, cursor, round.db));
  const end = pages.at(-1)?.end;
  if (end !== undefined && end !== round.row.end) await noteEnd(round, end);
  round.progressed ||= events.length > 0;
  return cursor;
}

/** Notes where the log ends, by which a person sees how far this browser is. */
async function noteEnd({ db, row }: Round, end: string): Promise<void> {
  row.end = end;
  await db.targets.update(row.targetId, { end });
}

/** Notes from where on a newer version should read again. */
async function noteUnread({ db, row }: Round, cursor: string): Promise<void> {
  if (row.unreadFrom) return;
  row.unreadFrom = cursor;
  await db.targets.update(row.targetId, { unreadFrom: cursor });
}
