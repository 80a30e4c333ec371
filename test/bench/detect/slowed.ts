/** Pages on a slower processor, again and again: what is learned must not depend on how quick the machine is. */
import type { LabelledPage } from '../../detect/contract.ts';
import { probePages } from '../../detect/probe/probe.ts';
import { type Judged, lineOfPage } from './judge.ts';

/** The worst run of each page counts: with the most that is wrong or missing, then the latest. */
export async function worstOf(
  wanted: (page: LabelledPage) => boolean,
  slower: number,
  runs: number,
): Promise<readonly Judged[]> {
  const worst = new Map<string, Judged>();
  for (let run = 0; run < runs; run++)
    await probePages({
      wanted,
      slower,
      tell: ({ judged }) => {
        const before = worst.get(judged.id);
        if (!before || isWorse(judged, before)) worst.set(judged.id, judged);
      },
    });
  for (const judged of worst.values()) if (faultsOf(judged) > 0) console.log(lineOfPage(judged));
  return [...worst.values()];
}

const faultsOf = ({ there, found, exact, wrong, userTaken, early }: Judged): number =>
  4 * (there - found) + (there - exact) + 2 * wrong + 4 * userTaken + 2 * early;

const isWorse = (a: Judged, b: Judged): boolean =>
  faultsOf(a) === faultsOf(b) ? Math.max(0, ...a.delaysMs) > Math.max(0, ...b.delaysMs) : faultsOf(a) > faultsOf(b);
