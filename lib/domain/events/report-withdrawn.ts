/** Its author took a report back. */
import * as z from 'zod';
import { ROLES } from '../codes.ts';
import { withdrawReport } from '../fold/reports.ts';
import { reportIdSchema } from '../report/report.ts';
import { defineEvent } from './define.ts';

export const reportWithdrawn = defineEvent({
  type: 'countersign.report.withdrawn.v1',
  means: 'its author took it back (`undone`: within ten seconds, as if it had never been)',
  about: 'output',
  facts: () =>
    z.strictObject({
      reportId: reportIdSchema,
      /** True when the reporter took it back within the undo time. */
      undone: z.boolean(),
    }),
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.reportWithdrawn',
  folds: { output: withdrawReport },
});
