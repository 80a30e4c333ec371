/**
 * What if: the record of a process replayed under another rule of review. Deterministic: the draw is by the texts' own hashes.
 * It counts what the record knows, and says how far that carries: of a text that nobody reviewed it knows nothing.
 */
import type { Process } from '../../policy/process.ts';
import { wilson } from '../intervals.ts';
import { nothingReviewed, observe, type StratumStanding } from '../mode.ts';
import { type NoPlan, type ReviewPlan, reviewPlanOf } from '../plan.ts';
import type { FirstLook } from './first-look.ts';

/** A text of the record, without a word of it. */
export interface ReplayedText {
  hash: string;
  stratum: string;
  seenAt: string;
  /** What the first look found, and when; absent where nobody looked. */
  reviewed?: Pick<FirstLook, 'defect' | 'at' | 'isWeak'>;
  /** A person looks at it whatever the lot says: somebody reported it, or its tool was not sure enough of it. */
  isHeld?: true;
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
  /** Of the reviewed ones: those that the rule would have asked for, those that it would have saved, and those of a kind that it would have stopped. */
  asked: number;
  saved: number;
  stopped: number;
  /** Known defects among those that it would not have asked for. */
  slipped: number;
  /** Their share of what would have passed, with its interval of 95 %; absent where nothing would have. */
  share?: [low: number, high: number];
  /** The share that reviewers miss, by the rule or as it is measured; and the defects that would have gone out with it. */
  miss: number;
  outgoing: number;
  /** Median hours from when a text was seen until it could be used: as it was, and under the rule; `would` is absent where half never could. */
  hours?: { was: number; would?: number };
  /** Strata that end otherwise than open, and how. */
  modes: Record<StratumStanding['mode'], number>;
}

/** Where everything was missed nobody knows how much there was. */
const MOST_MISSED = 0.99;

/** Replays texts in the order in which they were seen. `measured`: the share that reviewers are known to miss, which counts where the rules take less. */
export function replayed(
  texts: readonly ReplayedText[],
  process: Pick<Process, 'review' | 'publishes' | 'publicInterest'>,
  measured = 0,
): Replayed {
  const miss = Math.min(MOST_MISSED, Math.max(process.review.miss ?? 0, measured));
  const plan = reviewPlanOf(process, miss);
  const sorted = texts.toSorted((a, b) => compare(a.seenAt, b.seenAt) || compare(a.hash, b.hash));
  const standings = new Map<string, StratumStanding>();
  const looks = sorted.flatMap((text) => lookOf(text, plan, standings) ?? []);
  const of = (fate: Fate) => looks.filter((look) => look.fate === fate);
  const [asked, passed] = [of('asked'), of('passed')];
  const found = asked.filter(({ defect }) => defect).length;
  const slipped = passed.filter(({ defect }) => defect).length;
  const saved = passed.length;
  return {
    ...{ carries: carriesOf(sorted), asked: asked.length, saved, stopped: of('stopped').length, slipped },
    ...{ miss, outgoing: (slipped + found) / (1 - miss) - found },
    ...(saved > 0 ? { share: wilson(slipped, saved) } : {}),
    ...(looks.length > 0 ? { hours: hoursOf(looks) } : {}),
    modes: modesOf(standings),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What would have become of a text; what was found of it then moves its stratum. */
function lookOf(
  text: ReplayedText,
  plan: ReviewPlan | NoPlan,
  standings: Map<string, StratumStanding>,
): Looked | undefined {
  const { stratum, seenAt, reviewed } = text;
  if (!reviewed) return undefined;
  const standing = standings.get(stratum) ?? nothingReviewed();
  standings.set(stratum, standing);
  const { defect, at, isWeak } = reviewed;
  const { fate, isDrawn } = fateOf(text, plan, standing);
  if (fate === 'asked' && typeof plan !== 'string' && !isWeak) observe(standing, { at, defect, asked: isDrawn }, plan);
  return { hours: hoursBetween(seenAt, at), fate, defect };
}

type Fate = 'asked' | 'passed' | 'stopped';

interface Looked {
  hours: number;
  fate: Fate;
  defect: boolean;
}

/** In a stratum that stopped nothing passes, whatever people say; what the lot did not ask for says nothing of the rest. */
function fateOf(
  { hash, isHeld }: ReplayedText,
  plan: ReviewPlan | NoPlan,
  { mode }: StratumStanding,
): { fate: Fate; isDrawn: boolean } {
  if (mode === 'stopped') return { fate: 'stopped', isDrawn: false };
  if (typeof plan === 'string' || mode !== 'sampled') return { fate: 'asked', isDrawn: true };
  // What somebody reported, or its tool is not sure enough of, is in no lot.
  if (isHeld) return { fate: 'asked', isDrawn: false };
  const isDrawn = drawOf(hash) < 1 / plan.oneIn;
  return { fate: isDrawn ? 'asked' : 'passed', isDrawn };
}

const HEX = 16;
/** As many digits of a hash are as good as a draw; the collector's own key is nobody's. */
const DIGITS = 8;
const drawOf = (hash: string): number => Number.parseInt(hash.slice(-DIGITS), HEX) / HEX ** DIGITS;

const HOUR_MS = 3_600_000;
const hoursBetween = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from)) / HOUR_MS;

/** What passes can be used at once, what was stopped never. */
function hoursOf(reviewed: readonly Looked[]): { was: number; would?: number } {
  const until = ({ hours, fate }: Looked): number =>
    fate === 'asked' ? hours : fate === 'passed' ? 0 : Number.POSITIVE_INFINITY;
  const would = median(reviewed.map(until));
  return { was: median(reviewed.map(({ hours }) => hours)), ...(Number.isFinite(would) ? { would } : {}) };
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
