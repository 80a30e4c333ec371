/**
 * Counts the outputs of each day once it is over, from the rows of that day: no counter goes along with what happens, so that none
 * can drift. When a tally leaves is left to chance, and it leaves alone: `docs/privacy.md` says why.
 */
import { browser } from 'wxt/browser';
import { dayOf, daySource } from '../../domain/figures/tally.ts';
import { countsOfDay, type DayCount, type NamedTool, type OwnFinding } from '../../domain/figures/tallying.ts';
import type { Trace } from '../../domain/output/trace.ts';
import { ownSource } from '../../settings/installation.ts';
import { talliedDays } from '../../settings/items.ts';
import { eachFoundSince, waitingTallies } from '../../store/ask/tallies.ts';
import { putOff } from '../../store/write/outbox.ts';
import { isWatchedHost } from '../../tools/in-force.ts';
import { hostMatches } from '../../tools/match.ts';
import { toolsInForce } from '../reading/profiles.ts';
import { sayTally } from '../spine/act.ts';
import { noteFault } from '../spine/faults.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { regularly } from '../spine/regularly.ts';
import { forgetNotes, heldOn, missedOn } from './day-notes.ts';

const TALLY = 'outputs.tally';
const PERIOD_MINUTES = 60;
const DAY_MS = 86_400_000;
/** Days that are counted when a browser was shut for long, or has just got this version. */
const MOST_DAYS = 31;
/** Between the counting of a day and its leaving lies a time by chance, up to this. */
const SPREAD_MS = 6 * 60 * 60_000;
/** Whoever starts a browser has other things to send: what is overdue then waits for a chance of its own. */
const SPREAD_AT_START_MS = 30 * 60_000;

const inTurn = oneAtATime();

export function registerTallies(): void {
  regularly(TALLY, { firstInMinutes: 1, everyMinutes: PERIOD_MINUTES }, () => void tallied());
  browser.runtime.onStartup.addListener(() => void atStart());
}

async function tallied(): Promise<void> {
  try {
    await inTurn(() => tallyDays());
  } catch (error) {
    noteFault('tally', error); // the next alarm tries again
    console.error('Countersign could not count the outputs of a day:', error);
  }
}

async function atStart(): Promise<void> {
  const now = Date.now();
  for (const keys of (await waitingTallies(dayOf(new Date(0).toISOString()))).values())
    await putOff('collector', keys, new Date(now + Math.random() * SPREAD_AT_START_MS), new Date(now));
}

/** Counts every day that is over and was not counted yet. What was counted before it broke off is not counted again. */
export async function tallyDays(now = Date.now(), random: () => number = Math.random): Promise<void> {
  const { upTo } = await talliedDays.getValue();
  const days = daysBetween(upTo, now);
  const [first] = days;
  if (first === undefined) return;
  const source = await ownSource();
  const counts = await countsSince(first, days, source);
  for (const day of days) {
    const { current } = await talliedDays.getValue();
    const dayId = current?.day === day ? current.source : daySource();
    await talliedDays.setValue({ ...(upTo ? { upTo } : {}), current: { day, source: dayId } });
    const known = (await waitingTallies(day)).get(dayId)?.length ?? 0;
    const notBefore = new Date(now + random() * SPREAD_MS);
    for (const facts of (counts.get(day) ?? []).slice(known)) await sayTally(dayId, facts, notBefore);
    await talliedDays.setValue({ upTo: day });
    await forgetNotes(day);
  }
}

/** The days after the last one that was counted, up to yesterday; the oldest first. */
function daysBetween(upTo: string | undefined, now: number): string[] {
  const all = Array.from({ length: MOST_DAYS }, (_, at) =>
    dayOf(new Date(now - (MOST_DAYS - at) * DAY_MS).toISOString()),
  );
  return all.filter((day) => upTo === undefined || day > upTo);
}

async function countsSince(first: string, days: readonly string[], source: string): Promise<Map<string, DayCount[]>> {
  const found: OwnFinding[] = [];
  await eachFoundSince(`${first}T00:00:00.000Z`, source, (some) => found.push(...some));
  const named = await naming();
  const counts = new Map<string, DayCount[]>();
  for (const day of days) {
    const [held, missed] = [new Set(await heldOn(day)), await missedOn(day)];
    counts.set(day, countsOfDay(found, { day, source, held, missed, named }));
  }
  return counts;
}

/**
 * Under which names tools are counted: those that come with the extension or that the policy knows or has watched, with the host
 * where it is one of theirs. Sites that somebody has watched or taught by themselves are their own matter: they count without name.
 */
async function naming(): Promise<(trace: Pick<Trace, 'tool' | 'pageUrl'>) => NamedTool> {
  const { listed, tools } = await toolsInForce();
  return (trace) => {
    const host = URL.canParse(trace.pageUrl) ? new URL(trace.pageUrl).hostname : '';
    const known = listed.find(({ profile }) => profile.id === trace.tool);
    const isTheirs = known?.profile.match.hosts.some((pattern) => hostMatches(pattern, host)) ?? false;
    const isTold = host !== '' && (isTheirs || isWatchedHost(tools, host));
    if (!known && !isTold) return { tool: '' };
    return { tool: trace.tool, ...(isTold ? { host } : {}) };
  };
}
