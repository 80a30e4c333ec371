/** How a browser counts its own outputs of a day that is over. A recount of the same rows gives the same. */

import { MOST_TALLIED, MOST_WORDS_TALLIED } from '../limits.ts';
import type { Output } from '../output/output.ts';
import { stratumOf, stratumOfOutput, stratumParts } from '../output/stratum.ts';
import { cutTo } from '../output/text.ts';
import type { Trace } from '../output/trace.ts';
import { type Counts, dayOf, noCounts, type Tally } from './tally.ts';

/** An output that this browser has found, and when first. */
export interface OwnFinding {
  output: Pick<Output, 'hash' | 'trace' | 'decisions' | 'reuses' | 'inProcess'>;
  words: number;
  foundAt: string;
}

/** Under which name a tool is counted. */
export interface NamedTool {
  /** Empty where its name would tell of a site that is one person's own matter. */
  tool: string;
  host?: string;
}

/** Answers of a tool that were there on a day and could not be read. */
interface Missed {
  tool: string;
  origin: string;
  count: number;
}

interface Day {
  day: string;
  /** This browser's `source`: only its own uses count. */
  source: string;
  /** Outputs that were held at a gate on that day, by hash. */
  held: ReadonlySet<string>;
  /** Answers that could not be read on that day, by tool and address. */
  missed: readonly Missed[];
  named(trace: Pick<Trace, 'tool' | 'pageUrl'>): NamedTool;
}

/** What a tally says, but for its source. */
export type DayCount = Omit<Tally, 'source'>;

/** The counts of a day, one for each stratum and host. */
export function countsOfDay(found: readonly OwnFinding[], asked: Day): DayCount[] {
  const counts = new Map<string, DayCount>();
  const add = (stratum: string, host: string | undefined, one: Counts) => {
    const key = JSON.stringify([stratum, host]);
    const known = counts.get(key) ?? { day: asked.day, stratum, ...(host ? { host } : {}), ...noCounts() };
    // More than the limit is no day of reading: it is counted up to there.
    if (known.found < MOST_TALLIED) counts.set(key, added(known, one));
  };
  for (const { output, words, foundAt } of found) {
    if (dayOf(foundAt) !== asked.day) continue;
    const { tool, host } = asked.named(output.trace);
    const stratum = stratumNamed(output, tool);
    add(stratum, host, countsOf(output, words, asked));
  }
  for (const { tool: told, origin, count } of asked.missed) {
    const { tool, host } = asked.named({ tool: told, pageUrl: origin });
    add(stratumOf('', tool, ''), host, { ...noCounts(), missed: count });
  }
  return [...counts.values()].sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

/** Of a tool that is not named its model is not either. */
function stratumNamed(output: OwnFinding['output'], tool: string): string {
  const { process = '', model = '' } = stratumParts(stratumOfOutput(output)) ?? {};
  return stratumOf(process, tool, tool === '' ? '' : modelTold(model));
}

/** A page can show a whole sentence in the place of a model's name; what is sent is its beginning. */
const MOST_OF_MODEL = 40;

/** A model as it is tallied. */
export const modelTold = (model: string): string => cutTo(model, MOST_OF_MODEL);

function countsOf(
  { hash, reuses, inProcess }: OwnFinding['output'],
  words: number,
  { day, source, held }: Day,
): Counts {
  const uses = (reuses ?? []).filter((use) => use.source === source && dayOf(use.reusedAt) <= day);
  const draws = inProcess?.draws ?? [];
  return {
    found: 1,
    words,
    used: Number(uses.length > 0),
    edited: Number(uses.length > 0 && uses.every(({ kept }) => kept < 1)),
    held: Number(held.has(hash)),
    passed: Number(draws.some(({ outcome }) => outcome === 'auto_accept')),
    sampled: Number(draws.some(({ outcome }) => outcome === 'ask')),
    missed: 0,
  };
}

const added = (sum: DayCount, one: Counts): DayCount => ({
  ...sum,
  found: sum.found + one.found,
  words: Math.min(MOST_WORDS_TALLIED, sum.words + one.words),
  used: sum.used + one.used,
  edited: sum.edited + one.edited,
  held: sum.held + one.held,
  passed: sum.passed + one.passed,
  sampled: sum.sampled + one.sampled,
  missed: Math.min(MOST_TALLIED, sum.missed + one.missed),
});
