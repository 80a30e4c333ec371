/** Messages to the background about reports. */
import * as z from 'zod';
import { passageSchema } from '../../domain/anchoring/anchor.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT, LONGEST_PASSAGE_NOTE, MOST_PASSAGES } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { categoriesSchema, severitySchema } from '../../domain/report/category.ts';
import { reportIdSchema } from '../../domain/report/report.ts';
import { declare, replies } from '../declare.ts';
import type { OutputStatus } from './output.ts';

export interface ReportMade {
  reportId: string;
  status: OutputStatus;
  /** Until when `report.undo` is as if nothing had happened. */
  undoUntil: string;
}

export const reportMessages = {
  'report.make': declare({
    from: ['page'],
    does: 'A person flagged an output of this frame.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        categories: categoriesSchema,
        severity: severitySchema,
        passages: z.array(passageSchema).max(MOST_PASSAGES),
      }),
    reply: replies<ReportMade>(),
  }),
  'report.undo': declare({
    from: ['page', 'panel'],
    does: 'Take back a report of this installation within the undo time, as if it had never been.',
    body: () => z.strictObject({ reportId: reportIdSchema }),
  }),
  'report.withdraw': declare({
    from: ['page', 'panel'],
    does: 'Withdraw an own report; the record shows that it was withdrawn.',
    body: () => z.strictObject({ reportId: reportIdSchema }),
  }),
  'report.amend': declare({
    from: ['page', 'panel'],
    does: 'Change categories or severity of an own report.',
    body: () =>
      z.strictObject({
        reportId: reportIdSchema,
        categories: categoriesSchema,
        severity: severitySchema,
      }),
  }),
  'report.write': declare({
    from: ['panel'],
    does: 'Change comment or correction of an own report (undefined: leave as it is, empty: remove).',
    body: () =>
      z.strictObject({
        reportId: reportIdSchema,
        comment: z.string().max(LONGEST_COMMENT).optional(),
        correction: z.string().max(LONGEST_OUTPUT).optional(),
        /** One for each passage, in order. */
        notes: z.array(z.string().max(LONGEST_PASSAGE_NOTE)).max(MOST_PASSAGES).optional(),
      }),
  }),
  'report.dispute': declare({
    from: ['panel'],
    does: 'Dispute, once, that an own report was declined, with a reason: it waits for a decision again.',
    body: () => z.strictObject({ reportId: reportIdSchema, reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  }),
  'report.revert': declare({
    from: ['page', 'panel'],
    does: 'Put an own report back to what it was before its last change: undoes an amendment or a withdrawal.',
    body: () => z.strictObject({ reportId: reportIdSchema }),
  }),
} as const;
