/** How a process was before its pilot, as the audit found it: kept in the log, so that success is measured against what was. */
import { baselineSchema } from '../rollout/frozen.ts';
import { defineEvent } from './define.ts';

export const baselineFrozen = defineEvent({
  type: 'countersign.baseline.frozen.v1',
  means:
    'whoever answers for a process froze its baseline at the end of the audit: how many texts, how varied, how they were reviewed, and the figures of success that were chosen; the last one of the audit counts, and after it none is taken',
  about: 'process',
  facts: () => baselineSchema,
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.baselineFrozen',
  folds: {},
});
