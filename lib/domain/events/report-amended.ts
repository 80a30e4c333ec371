/** Its author changed a report. */

import { ROLES } from '../codes.ts';
import { putReport } from '../fold/reports.ts';
import { reportContentSchema, reportFactsSchema } from '../report/report.ts';
import { defineEventWithContent } from './define.ts';

export const reportAmended = defineEventWithContent({
  type: 'countersign.report.amended.v1',
  means: 'its author changed a report, or put again one that was withdrawn; it is open again',
  about: 'output',
  facts: () => reportFactsSchema,
  content: () => reportContentSchema,
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.reportAmended',
  folds: { output: putReport },
});
