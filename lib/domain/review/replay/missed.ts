/**
 * What reviewers of a process miss, from what figures are counted from: second looks as the events tell them, of all kinds of text and
 * all versions of the rules together. Whoever asks what other rules would have done asks it of the same people.
 */
import type { Severity } from '../../codes.ts';
import type { CountedOutput } from '../../figures/counted.ts';
import { FEWEST_PEOPLE } from '../../figures/groups.ts';
import type { Tally } from '../../figures/tally.ts';
import type { Process } from '../../policy/process.ts';
import { type LooksAgain, missOf } from '../observed.ts';
import type { ProbeCount } from '../probes.ts';
import { foundBy, isDefectIn, saysNothing } from './first-look.ts';

/** What is known beside the outputs. */
export interface Beside {
  /** How many texts browsers counted, by day and kind. */
  tallies: readonly Tally[];
  /** What was counted of test texts, by process. */
  probes: ReadonlyMap<string, ProbeCount>;
  /** Of fewer people nothing is measured that could be told. */
  fewest: number;
}

export const NOTHING_BESIDE: Beside = { tallies: [], probes: new Map(), fewest: FEWEST_PEOPLE };

/** The share that is missed; undefined where too few looked again, or too few people did. */
export function missIn(
  outputs: readonly CountedOutput[],
  { id, review }: Pick<Process, 'id' | 'review'>,
  { probes, fewest }: Pick<Beside, 'probes' | 'fewest'>,
): number | undefined {
  const record: LooksAgain = {
    ...{ observations: [], lookedAgain: 0, foundAgain: 0, blindAgain: 0, blindFound: 0 },
    reviewers: new Set<string>(),
  };
  for (const output of outputs) count(record, output, review.defectFrom);
  const isTold = record.reviewers.size >= fewest;
  return missOf(isTold ? record : NO_LOOKS, probes.get(id))?.miss;
}

const NO_LOOKS: LooksAgain = {
  ...{ observations: [], lookedAgain: 0, foundAgain: 0, blindAgain: 0, blindFound: 0, reviewers: new Set() },
};

interface Look {
  by: string;
  at: string;
  defect: boolean;
  isBlind: boolean;
}

function count(record: LooksAgain, output: CountedOutput, from: Severity | undefined): void {
  const [first, ...later] = looksAt(output, from);
  if (!first) return;
  record.observations.push({ at: first.at, defect: first.defect, asked: true });
  if (first.defect) return;
  const found = later.find(({ defect }) => defect);
  if (found) record.observations.push({ at: found.at, defect: true, asked: true });
  if (!later.some(({ by }) => by !== first.by)) return;
  record.lookedAgain += 1;
  for (const { by } of [first, ...later]) record.reviewers.add(by);
  if (found) record.foundAgain += 1;
  const blind = later.find(({ isBlind }) => isBlind);
  if (!blind) return;
  record.blindAgain += 1;
  // Whoever decided between the two has the last word on what was there.
  const between = later.slice(later.indexOf(blind) + 1).findLast(({ isBlind }) => !isBlind);
  if (between?.defect ?? blind.defect) record.blindFound += 1;
}

/** Those that say anything of the text, in their order: decisions, and what second reviewers said without having seen the first. */
function looksAt(output: CountedOutput, from: Severity | undefined): Look[] {
  const made = output.decisions
    .filter(({ verdict }) => verdict !== 'escalate')
    .map((decision): Look & { isWeak: boolean } => {
      const { author, source, decidedAt } = decision;
      const defect = isDefectIn(decision, output.reports, from);
      const isWeak = !defect && saysNothing(decision, output.hash);
      return { by: author ?? source, at: decidedAt, defect, isBlind: false, isWeak };
    })
    .filter(({ isWeak }) => !isWeak);
  const given = (output.inProcess?.seconds ?? []).flatMap(({ given: said }): Look[] => {
    const defect = said && foundBy(said.verdict);
    return said && defect !== undefined
      ? [{ by: said.author ?? said.source, at: said.madeAt, defect, isBlind: true }]
      : [];
  });
  return [...made, ...given].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
