/**
 * Hypothesis's way to find a quote: every match with at most half of it wrong by `approx-string-match`, the library that
 * its client uses; the best by its weights for quote, context and place. (Written anew from the published weights.)
 */
import search from 'approx-string-match';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import type { Found } from './corpus.ts';

interface Match {
  start: number;
  end: number;
  errors: number;
}

/** Every place where the quote stands as it is; else where it does with the fewest errors. */
function matchesOf(text: string, quote: string, mostErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, mostErrors);
}

/** How like a context is to what stands there, 0 to 1. */
function likeness(text: string, context: string): number {
  if (context === '' || text === '') return 0;
  const best = Math.min(...matchesOf(text, context, context.length).map(({ errors }) => errors));
  return 1 - best / context.length;
}

/** Weights of quote, prefix, suffix and place. */
const [QUOTE, PREFIX, SUFFIX, PLACE] = [50, 20, 20, 2];

export function hypothesisFind({ selectors: [quote, hint] }: Passage, text: string): Found {
  const { exact, prefix, suffix } = quote;
  const matches = matchesOf(text, exact, Math.min(256, exact.length / 2));
  const score = ({ start, end, errors }: Match): number =>
    (QUOTE * (1 - errors / exact.length) +
      PREFIX * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
      SUFFIX * likeness(text.slice(end, end + suffix.length), suffix) +
      PLACE * (1 - Math.abs(start - hint.start) / text.length)) /
    (QUOTE + PREFIX + SUFFIX + PLACE);
  let best: { match: Match; score: number } | undefined;
  for (const match of matches) {
    const scored = { match, score: score(match) };
    if (!best || scored.score > best.score) best = scored;
  }
  return best?.match ?? 'none';
}
