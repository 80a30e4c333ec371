/** In one word, where an output comes from: what a person may lean on. Pure. */
import { type CitationCheck, citationHolds } from '../sources/citation.ts';
import type { Trace } from './trace.ts';

/**
 * - `sourced`: at least one source that it cites is there and says it · `by_process`: it was made by a documented process
 * - `untraced`: neither, whatever else is known of it
 */
export const ORIGINS = ['sourced', 'by_process', 'untraced'] as const;
type Origin = (typeof ORIGINS)[number];

/** Where an output comes from, and how that stands: its sources, those that were looked at, those that hold. */
export interface Grounds {
  origin: Origin;
  sources: number;
  checked: number;
  /** Those that somebody wanted to look at, and could not. */
  unavailable: number;
  holding: number;
}

/** What stands behind an output. A source counts only as far as it was looked at. */
export function groundsOf({ citations, process }: Trace, checks: readonly CitationCheck[]): Grounds {
  const urls = new Set(citations.map(({ url }) => url));
  const known = checks.filter(({ url }) => urls.has(url));
  const holding = known.filter(citationHolds).length;
  const checked = known.filter(({ reach }) => reach !== 'unavailable').length;
  const origin = holding > 0 ? 'sourced' : process ? 'by_process' : 'untraced';
  return { origin, sources: urls.size, checked, unavailable: known.length - checked, holding };
}
