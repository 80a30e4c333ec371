/** Its author disputes that a report was declined. */
import * as z from 'zod';
import { ROLES } from '../codes.ts';
import { disputeReport } from '../fold/reports.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { reportIdSchema } from '../report/report.ts';
import { defineEventWithContent } from './define.ts';

export const reportDisputed = defineEventWithContent({
  type: 'countersign.report.disputed.v1',
  means: 'its author disputes, once, that a report was declined, and says why; it waits for a decision again',
  about: 'output',
  facts: () => z.strictObject({ reportId: reportIdSchema }),
  content: () => z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.reportDisputed',
  folds: { output: disputeReport },
});
