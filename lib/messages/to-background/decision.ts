/** Messages to the background about decisions on outputs. */
import * as z from 'zod';
import { answersSchema, editorialRecordSchema, inProcessSchema } from '../../domain/decision/approval.ts';
import { verdictSchema } from '../../domain/decision/decision.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT, MOST_ANSWERED } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { reportIdSchema } from '../../domain/report/report.ts';
import { declare, replies } from '../declare.ts';

/** What was decided on was a test text: whether its flaw was seen, and what it is. */
export interface ProbeTold {
  outcome: 'caught' | 'missed' | 'passed';
  flaw: string;
}

export const decisionMessages = {
  'decision.make': declare({
    from: ['panel'],
    does: 'Decide on an output and the reports that were on screen.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        verdict: verdictSchema,
        reportIds: z.array(reportIdSchema).max(MOST_ANSWERED),
        note: z.string().max(LONGEST_COMMENT).optional(),
        correctedText: z.string().max(LONGEST_OUTPUT).optional(),
        /** The last decision that was on screen, null where none was: one that came meanwhile is shown first. Absent: not asked. */
        after: z.uuid().nullable().optional(),
        /** It is one of many at once: no text for the public is approved so. */
        bulk: z.literal(true).optional(),
        /** What the process of the output asks of an approver. */
        checklist: z
          .strictObject({
            answered: inProcessSchema.unwrap().shape.answered,
            left: inProcessSchema.unwrap().shape.left,
            answers: answersSchema.optional(),
            editorial: editorialRecordSchema.optional(),
            meaning: inProcessSchema.unwrap().shape.meaning,
          })
          .optional(),
      }),
    reply: replies<{ decisionId: string } | { probe: ProbeTold }>(),
  }),
  'decision.withdraw': declare({
    from: ['panel'],
    does: 'Take back a decision that was made in this browser.',
    body: () => z.strictObject({ hash: hashSchema, decisionId: z.uuid() }),
  }),
} as const;
