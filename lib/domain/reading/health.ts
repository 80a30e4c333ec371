/**
 * Whether a tool's profile still reads its site. A page tells what became of each prompt; this judges it against what the
 * site was like before. Pure, and without content: no prompt, no answer, no address beyond the origin.
 */

import * as z from 'zod';
import { LONGEST_ORIGIN, LONGEST_TOOL, MOST_SELECTORS } from '../limits.ts';

/** Why a profile is taken not to read its site any more. */
export const DEGRADATIONS = ['nothingFound', 'emptyText', 'fewerThanBefore', 'fallbackInUse'] as const;
const degradationSchema = z.lazy(() => z.enum(DEGRADATIONS));
export type Degradation = z.infer<typeof degradationSchema>;

/**
 * What became of a prompt that a person sent and that turned up in the page. `answered`: the profile found an answer.
 * `missed`: text grew after the prompt, and the profile found no turn there. `empty`: it found a turn, and no text in it.
 * `unseen`: no answer was found, and it is not sure that there was one.
 */
export const promptOutcomeSchema = z.lazy(() =>
  z.strictObject({
    outcome: z.enum(['answered', 'missed', 'empty', 'unseen']),
    /** Which of the profile's turn selectors matched the answer, counted from 0. */
    selector: z.int().min(0).max(MOST_SELECTORS).optional(),
    /** Whether the text that was missed came in many pieces: a stream, and no other part of the page. */
    streamed: z.boolean().optional(),
  }),
);
export type PromptOutcome = z.infer<typeof promptOutcomeSchema>;

/** How one tool's profile reads one site. */
export interface SiteHealth {
  origin: string;
  tool: string;
  toolName: string;
  /** Short hash of the profile that this is about. */
  version: string;
  /** Outputs seen, ever. */
  outputs: number;
  /** Prompts of this version of the profile, and how many of them it found an answer to. */
  prompts: number;
  answered: number;
  /** Answers that it surely did not find. */
  missed: number;
  /** Outcomes of the last prompts, the newest last. */
  recent: PromptOutcome['outcome'][];
  /** The first of its turn selectors that was ever seen to work here. */
  bestSelector?: number;
  degraded?: Degradation;
  /** Last change for the worse, and when it was, also of an older version. */
  worse?: { at: string; reason: Degradation; version: string };
  /** Day of the last event about it (ISO date, UTC), so that there is one a day. */
  reportedOn?: string;
  updatedAt: string;
}

const RECENT = 5;
/** So many answers that stayed empty in a row: one alone may be an image or a tool call. */
const EMPTY_IN_ROW = 2;
/** So many that did not stream in a row: one alone may be another part of the page. */
const MISSED_IN_ROW = 2;
/** A fall is one from at least this share of answers over at least so many prompts, to none in so many. */
const FALL = { prompts: 8, share: 0.8, none: 3 };

/** The row of a site that nothing is known of, or of a profile that is new there: its history begins anew. */
export function freshHealth(
  { origin, tool, toolName, version }: Pick<SiteHealth, 'origin' | 'tool' | 'toolName' | 'version'>,
  now: string,
  before?: SiteHealth,
): SiteHealth {
  return {
    origin,
    tool,
    toolName,
    version,
    outputs: before?.outputs ?? 0,
    prompts: 0,
    answered: 0,
    missed: 0,
    recent: [],
    ...(before?.worse ? { worse: before.worse } : {}),
    updatedAt: now,
  };
}

/** The row after one more prompt. A change for the worse is written down with its time. */
export function afterPrompt(before: SiteHealth, told: PromptOutcome, now: string): SiteHealth {
  const { outcome, selector } = told;
  const found = outcome === 'answered';
  const lost = outcome === 'missed' || outcome === 'empty';
  const best =
    found && selector !== undefined ? Math.min(selector, before.bestSelector ?? selector) : before.bestSelector;
  const after: SiteHealth = {
    ...before,
    prompts: before.prompts + 1,
    answered: before.answered + Number(found),
    missed: before.missed + Number(lost),
    recent: [...before.recent, outcome].slice(-RECENT),
    ...(best === undefined ? {} : { bestSelector: best }),
    updatedAt: now,
  };
  const reason = judge(before, after, told);
  delete after.degraded;
  if (!reason) return after;
  if (before.degraded !== reason) after.worse = { at: now, reason, version: after.version };
  return { ...after, degraded: reason };
}

function judge(before: SiteHealth, after: SiteHealth, told: PromptOutcome): Degradation | undefined {
  if (told.outcome === 'answered') return usesFallback(before, told) ? 'fallbackInUse' : undefined;
  const isLast = (count: number, outcomes: readonly string[]) =>
    after.recent.length >= count && after.recent.slice(-count).every((outcome) => outcomes.includes(outcome));
  if (told.outcome === 'missed' && (told.streamed || isLast(MISSED_IN_ROW, ['missed']))) return 'nothingFound';
  if (isLast(EMPTY_IN_ROW, ['empty'])) return 'emptyText';
  if (hasFallen(after) && isLast(FALL.none, ['missed', 'empty', 'unseen'])) return 'fewerThanBefore';
  return before.degraded;
}

const usesFallback = ({ bestSelector }: SiteHealth, { selector }: PromptOutcome): boolean =>
  bestSelector !== undefined && selector !== undefined && selector > bestSelector;

function hasFallen({ prompts, answered }: SiteHealth): boolean {
  const earlier = prompts - FALL.none;
  return earlier >= FALL.prompts && answered / earlier >= FALL.share;
}

/** Whether a site is read by evidence meanwhile. A fallback still reads it, and is only said. */
export const fallsBack = (degraded: Degradation | undefined): boolean =>
  degraded !== undefined && degraded !== 'fallbackInUse';

/** Whether a change for the worse is due to be told: once a day for each site and profile. */
export const isDue = (before: SiteHealth, after: SiteHealth, now: string): boolean =>
  after.degraded !== undefined && before.degraded !== after.degraded && after.reportedOn !== now.slice(0, 10);

/** What an event says of it. No content. */
export const degradedFactsSchema = z.lazy(() =>
  z.strictObject({
    tool: z.string().regex(/^[a-z0-9-]{1,60}$/),
    toolName: z.string().min(1).max(LONGEST_TOOL),
    /** Short hash of the profile. */
    version: z.string().regex(/^[0-9a-f]{12}$/),
    reason: degradationSchema,
  }),
);
export type DegradedFacts = z.infer<typeof degradedFactsSchema>;

/** Scheme, host and port of a web page: what such an event is about. */
export const originSchema = z.lazy(() =>
  z
    .string()
    .max(LONGEST_ORIGIN)
    .regex(/^https?:\/\/[^/?#@\s]+$/),
);
