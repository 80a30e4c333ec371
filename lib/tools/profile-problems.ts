/**
 * What is wrong with a tool profile that comes from outside, each with its place. Checked where it arrives, which has no
 * document in Chromium's workers, so selectors go through a parser of the CSS grammar and not through the browser.
 */
import { createParser } from 'css-selector-parser';
import { isSafePattern } from 'redos-detector';
import type { PolicyProblem } from '../domain/policy/policy.ts';
import { problemsOf } from '../domain/policy/problems.ts';
import type { ToolProfile } from './profile.ts';
import { toolProfileSchema } from './schema.ts';
import { SELECTOR_FIELDS } from './selectors.ts';

/** Strict: names of pseudo-classes that no browser knows are refused, as a browser would. */
const parseSelector = createParser({ syntax: 'latest', strict: true });

/**
 * Bounds on a regular expression, whatever it is matched with: at most so many ways to backtrack, found in so many steps
 * of analysis. Steps and not time, so that a slow computer accepts what a fast one does.
 */
const PATTERN_BOUNDS = { maxScore: 50, maxSteps: 4_000, timeout: Number.POSITIVE_INFINITY };

/** All problems of what should be a tool profile; `place` is where it stands. Empty where it is one. */
export function profileProblems(fields: unknown, place: string): PolicyProblem[] {
  const parsed = toolProfileSchema.safeParse(fields, { reportInput: true });
  if (!parsed.success) return problemsOf(parsed.error.issues, place);
  return [...selectorProblems(parsed.data, place), ...patternProblems(parsed.data, place)];
}

function selectorProblems(profile: ToolProfile, place: string): PolicyProblem[] {
  const lists = SELECTOR_FIELDS.map((field) => [field, profile[field] ?? []] as const);
  return [
    ['match.markers', profile.match.markers ?? []] as const,
    ['speaker.at', profile.speaker?.at ?? []] as const,
    ...lists,
  ].flatMap(([field, selectors]) =>
    selectors.flatMap((selector, at): PolicyProblem[] => {
      // `selector@attribute` stands in `model`.
      const said = selectorFault(field === 'model' ? selector.replace(/@[a-z][\w-]*$/i, '') : selector);
      return said === undefined
        ? []
        : [{ code: 'selector', field: below(place, `${field}.${at + 1}`), detail: `${selector} (${said})` }];
    }),
  );
}

/** A place within another; the whole has none. */
const below = (place: string, field: string): string => (place ? `${place}.${field}` : field);

/** What is wrong with a selector, in the parser's words, or undefined. */
function selectorFault(selector: string): string | undefined {
  try {
    parseSelector(selector);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replace(/^css-selector-parser parse error: /, '');
  }
}

function patternProblems(profile: ToolProfile, place: string): PolicyProblem[] {
  const lists = [
    ['match.paths', profile.match.paths ?? []],
    ['conversation', profile.conversation ?? []],
  ] as const;
  return lists.flatMap(([field, patterns]) =>
    patterns.flatMap((pattern, at): PolicyProblem[] =>
      isBounded(pattern) ? [] : [{ code: 'slowPattern', field: below(place, `${field}.${at + 1}`), detail: pattern }],
    ),
  );
}

/** Whether a regular expression takes bounded time on any text. One that the analysis cannot read is not bounded. */
function isBounded(pattern: string): boolean {
  try {
    return isSafePattern(pattern, PATTERN_BOUNDS).safe;
  } catch (error) {
    console.debug('Countersign: a pattern that cannot be analysed', error instanceof Error ? error.name : '');
    return false;
  }
}
