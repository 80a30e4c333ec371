/** Acceptance: of the texts that somebody decided on, the share that may be used as it stands. */
import { defineMetric } from './metric.ts';

export const acceptance = defineMetric({
  id: 'acceptance',
  kind: 'share',
  observe({ decisions }) {
    // The first word: what was changed afterwards says how the review went on, not how good the text was.
    const first = decisions.find(({ verdict }) => verdict !== 'escalate');
    if (!first) return [];
    return [{ at: first.decidedAt, value: first.verdict === 'approve' || first.verdict === 'approve_with_notes' }];
  },
});
