/** Somebody flagged an output. */

import { ROLES } from '../codes.ts';
import { putReport } from '../fold/reports.ts';
import { reportContentSchema, reportFactsSchema } from '../report/report.ts';
import { defineEventWithContent } from './define.ts';

export const reportMade = defineEventWithContent({
  type: 'countersign.report.made.v1',
  means:
    'somebody flagged it: categories, severity, passages with notes, comment, correction; the category `good` alone is praise',
  about: 'output',
  facts: () => reportFactsSchema,
  content: () => reportContentSchema,
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.reportMade',
  folds: { output: putReport },
});
