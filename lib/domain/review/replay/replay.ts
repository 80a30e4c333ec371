/**
 * What if: the record of a process replayed under another rule of review. Deterministic: the draw is by the texts' own hashes.
 * It counts what the record knows, and says how far that carries: of a text that nobody reviewed it knows nothing.
 */
import type { Decision } from '../../decision/decision.ts';
import type { Process } from '../../policy/process.ts';
import { wilson } from '../intervals.ts';
import { nothingReviewed, observe, type StratumStanding } from '../mode.ts';
import { type NoPlan, type ReviewPlan, reviewPlanOf } from '../plan.ts';

/** A text of the record, without a word of it. */
export interface ReplayedText {
  hash: string;
  stratum: string;
  seenAt: string;
  /** What the first look found, and when; absent where nobody looked. */
  reviewed?: { defect: boolean; at: string };
}

interface Carries {
  /** Texts of the record, those among them that somebody reviewed, and from when to when. */
  texts: number;
  reviewed: number;
  from?: string;
  until?: string;
}

export interface Replayed {
  carries: Carries;
  /** Of the reviewed ones: those that the rule would have asked for, and those that it would have saved. */
  asked: number;
  saved: number;
  /** Known defects among those that it would not have asked for. */
  slipped: number;
  /** Their share of what would have passed, with its interval of 95 %; absent where nothing would have. */
  share?: [low: number, high: number];
  /** Defects that would have gone out, with those that reviewers miss of what they are asked for. */
  outgoing: number;
  /** Median hours from when a text was seen until it could be used: as it was, and under the rule. */
  hours?: { was: number; would: number };
  /** Strata that end otherwise than open, and how. */
  modes: Record<StratumStanding['mode'], number>;
}

/** Replays texts in the order in which they were seen. */
export function replayed(
  texts: readonly ReplayedText[],
  process: Pick<Process, 'review' | 'publishes' | 'publicInterest'>,
  miss = process.review.miss ?? 0,
): Replayed {
  const plan = reviewPlanOf(process, miss);
  const sorted = texts.toSorted((a, b) => compare(a.seenAt, b.seenAt) || compare(a.hash, b.hash));
  const standings = new Map<string, StratumStanding>();
  const looks = sorted.flatMap((text) => lookOf(text, plan, standings) ?? []);
  const asked = looks.filter(({ isAsked }) => isAsked);
  const found = asked.filter(({ defect }) => defect).length;
  const slipped = looks.filter(({ isAsked, defect }) => !isAsked && defect).length;
  const saved = looks.length - asked.length;
  return {
    ...{ carries: carriesOf(sorted), asked: asked.length, saved, slipped },
    outgoing: (slipped + found) / (1 - miss) - found,
    ...(saved > 0 ? { share: wilson(slipped, saved) } : {}),
    ...(looks.length > 0 ? { hours: hoursOf(looks) } : {}),
    modes: modesOf(standings),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the rule would have asked for a text; what was found of it then moves its stratum. */
function lookOf(
  { hash, stratum, seenAt, reviewed }: ReplayedText,
  plan: ReviewPlan | NoPlan,
  standings: Map<string, StratumStanding>,
): Looked | undefined {
  if (!reviewed) return undefined;
  const standing = standings.get(stratum) ?? nothingReviewed();
  standings.set(stratum, standing);
  const { defect, at } = reviewed;
  const isAsked = asks(plan, standing, hash);
  if (isAsked && typeof plan !== 'string') observe(standing, { at, defect, asked: true }, plan);
  return { hours: hoursBetween(seenAt, at), isAsked, defect };
}

interface Looked {
  hours: number;
  isAsked: boolean;
  defect: boolean;
}

/** In a stratum that stopped, people look at everything still: nothing passes without. */
function asks(plan: ReviewPlan | NoPlan, { mode }: StratumStanding, hash: string): boolean {
  return typeof plan === 'string' || mode !== 'sampled' || drawOf(hash) < 1 / plan.oneIn;
}

const HEX = 16;
/** As many digits of a hash are as good as a draw; the collector's own key is nobody's. */
const DIGITS = 8;
const drawOf = (hash: string): number => Number.parseInt(hash.slice(-DIGITS), HEX) / HEX ** DIGITS;

const HOUR_MS = 3_600_000;
const hoursBetween = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from)) / HOUR_MS;

/** What passes can be used at once. */
function hoursOf(reviewed: readonly Looked[]): { was: number; would: number } {
  return {
    was: median(reviewed.map(({ hours }) => hours)),
    would: median(reviewed.map(({ hours, isAsked }) => (isAsked ? hours : 0))),
  };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const at = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? at : at - 1], sorted[at]];
  return (low + high) / 2;
}

function carriesOf(sorted: readonly ReplayedText[]): Carries {
  const ats = sorted.flatMap(({ reviewed }) => reviewed?.at ?? []).sort();
  const [from, until] = [ats[0], ats.at(-1)];
  return { texts: sorted.length, reviewed: ats.length, ...(from && until ? { from, until } : {}) };
}

function modesOf(standings: ReadonlyMap<string, StratumStanding>): Replayed['modes'] {
  const modes = { full: 0, sampled: 0, tightened: 0, stopped: 0 };
  for (const { mode } of standings.values()) modes[mode] += 1;
  return modes;
}

/** What the first look at a text found; nothing where nobody decided. */
export function firstLook(decisions: readonly Decision[]): ReplayedText['reviewed'] {
  const first = decisions.find(({ verdict }) => verdict !== 'escalate');
  return first && { defect: first.verdict === 'modify' || first.verdict === 'block', at: first.decidedAt };
}
