/** Figures for pages that ask for other things too, and what goes out with a defect, which is worked out from events. */
import { hasLimits, limitsOf, type ShownLimit } from '../domain/figures/limits.ts';
import { countedPages } from '../store/ask/counted.ts';
import { degradedProfiles } from '../store/ask/degraded.ts';
import { knownOf } from '../store/ask/known.ts';
import { publishedVersions } from '../store/ask/published.ts';
import { reviewedEvents } from '../store/ask/review/reviewed.ts';
import { talliesSince } from '../store/ask/tallies.ts';
import type { CountedPage } from '../store/rows/pages.ts';
import type { LimitsAsked } from './asked.ts';
import { figuresBy, type Read } from './counting.ts';

const known = knownOf<CountedPage>('counted');

const READ: Read = {
  // Read once, as long as nothing of it changes.
  pages: (from) => known(from, () => countedPages(from)),
  tallies: talliesSince,
  published: publishedVersions,
  degraded: degradedProfiles,
};

export const figuresOf = figuresBy(async () => READ);

/** Of every process in which review is earned. */
export const limitsFor = async ({ setting, scope }: LimitsAsked): Promise<ShownLimit[]> =>
  hasLimits(setting) ? limitsOf(await reviewedEvents(), setting, scope) : [];
