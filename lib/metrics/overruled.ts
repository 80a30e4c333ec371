/** The rule and the people: of the texts that passed the gate without an approval, those that a reviewer found usable. */
import { unreviewedPasses } from '../domain/output/process-record.ts';
import { defineMetric } from './metric.ts';

export const overruled = defineMetric({
  id: 'overruled',
  kind: 'share',
  observe({ inProcess, decisions }) {
    if (!inProcess) return [];
    const open = new Set(unreviewedPasses(inProcess).map(({ exceptionId }) => exceptionId));
    return inProcess.exceptions
      .filter(({ kind, exceptionId }) => kind !== 'exception' && !open.has(exceptionId))
      .flatMap(({ madeAt, reviewedBy }) => {
        const review = decisions.find(({ decisionId }) => decisionId === reviewedBy);
        return review ? [{ at: madeAt, value: review.verdict.startsWith('approve') }] : [];
      });
  },
});
