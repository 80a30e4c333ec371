/** How well a component is read whose own pages the weights were not fitted on. In the page's world, with the same code. */
import type { Weights } from '../../../lib/page/learn/evidence.ts';
import type { LabelledPage } from '../../detect/contract.ts';
import { fitWeights, type Sample } from '../../detect/probe/fit.ts';
import { probePages } from '../../detect/probe/probe.ts';
import { samplesOf } from '../../detect/probe/samples.ts';
import { type Judged, lineOfPage } from './judge.ts';

/** Judged pages by component, each read with weights fitted on all other training pages. */
export async function leaveOneOut(wanted: (page: LabelledPage) => boolean): Promise<Map<string, Judged[]>> {
  const samples: { of: string; own: Sample[] }[] = [];
  await probePages({
    wanted: (page) => page.split === 'train',
    tell: (probed) => samples.push({ of: componentOf(probed.labelled), own: samplesOf(probed) }),
  });
  const without = new Map<string, Weights>();
  const weightsFor = (page: LabelledPage): Weights => {
    const component = componentOf(page);
    const known = without.get(component);
    if (known) return known;
    const weights = fitWeights(samples.flatMap(({ of, own }) => (of === component ? [] : own)));
    without.set(component, weights);
    return weights;
  };
  const judged = new Map<string, Judged[]>();
  await probePages({
    wanted: (page) => page.kind === 'component' && !page.human && wanted(page),
    weightsFor,
    tell: (probed) => {
      const component = componentOf(probed.labelled);
      judged.set(component, [...(judged.get(component) ?? []), probed.judged]);
      console.log(lineOfPage(probed.judged));
    },
  });
  return judged;
}

/** A page in which people talk through a component is a page of its own. */
const componentOf = ({ component, human, id }: LabelledPage): string => (component && !human ? component : id);
