/** What format 2 of the policy adds: the sections that say how an organisation works with AI text. */

import * as z from 'zod';
import {
  LONGEST_HOST,
  LONGEST_KEY,
  LONGEST_LINE_OF_POLICY,
  LONGEST_NAME,
  LONGEST_REMARK,
  LONGEST_SENTENCE,
  LONGEST_STATEMENT,
  MOST_AUDIENCE,
  MOST_DAYS_OF_ACTIVITY,
  MOST_HOLIDAYS,
  MOST_HOSTS,
  MOST_MEASURES,
  MOST_MONTHS_BETWEEN_REVIEWS,
  MOST_MONTHS_KEPT,
  MOST_PROCESSES,
  MOST_ROLES,
  MOST_STATEMENTS,
} from '../limits.ts';
import { isTimeZone } from './calendar.ts';
import { partySchema, policyRoleSchema } from './party.ts';
import { processSchema } from './process.ts';
import { queueSectionSchema } from './queue-section.ts';

const words = z.lazy(() => z.string().trim().min(1).max(LONGEST_STATEMENT));
const id = z.lazy(() =>
  z
    .string()
    .max(LONGEST_KEY)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
);
const day = z.lazy(() => z.iso.date());

/** A `Calendar`. */
const clock = z.lazy(() => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const calendarSchema = z.lazy(() =>
  z
    .strictObject({
      /** IANA name: `Europe/Rome`. */
      timeZone: z.string().max(LONGEST_NAME).refine(isTimeZone, 'no time zone of this name'),
      /** Working days: 1 is Monday, 7 is Sunday. */
      days: z.array(z.int().min(1).max(7)).min(1).max(7),
      from: clock,
      to: clock,
      holidays: z.array(z.iso.date()).max(MOST_HOLIDAYS).optional(),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'ends before it begins' }),
);

const statementSchema = z.lazy(() =>
  z.strictObject({ id, text: words, measure: z.string().max(LONGEST_REMARK).optional() }),
);

/** Figures about single colleagues stay off until all three are entered (Statuto dei Lavoratori art. 4). */
const perPersonSchema = z.lazy(() =>
  z.strictObject({
    agreement: z.string().min(1).max(LONGEST_SENTENCE),
    assessedOn: day,
    noticeOn: day,
  }),
);

const measureSchema = z.lazy(() =>
  z.strictObject({
    id,
    audience: z.array(partySchema).min(1).max(MOST_AUDIENCE),
    measure: words,
    evidence: z.string().max(LONGEST_REMARK).optional(),
    reviewOn: day.optional(),
    /** What it is about has changed: whoever took it before that day is asked again. Nothing else asks again. */
    again: z.strictObject({ since: day, why: z.string().trim().min(1).max(LONGEST_SENTENCE) }).optional(),
  }),
);

/** Its fields, each with its schema. */
export const governanceShape = () => ({
  title: z.string().trim().min(1).max(LONGEST_LINE_OF_POLICY).optional(),
  /** Who the organisation is, and who decides how AI is used: itself, or its client. */
  organisation: z
    .strictObject({
      name: z.string().trim().min(1).max(LONGEST_LINE_OF_POLICY),
      decides: z.enum(['we', 'client']).optional(),
    })
    .optional(),
  objectives: z.array(statementSchema).max(MOST_STATEMENTS).optional(),
  limits: z.array(statementSchema).max(MOST_STATEMENTS).optional(),
  roles: z.array(policyRoleSchema).max(MOST_ROLES).optional(),
  processes: z.array(processSchema).max(MOST_PROCESSES).optional(),
  calendar: calendarSchema.optional(),
  /** The policy itself is looked at again: every six months where it is not said. */
  periodicReview: z
    .strictObject({
      everyMonths: z.int().min(1).max(MOST_MONTHS_BETWEEN_REVIEWS),
      reviewedOn: day.optional(),
      owner: partySchema.optional(),
    })
    .optional(),
  retention: z.strictObject({ contentMonths: z.int().min(1).max(MOST_MONTHS_KEPT).optional() }).optional(),
  privacy: z
    .strictObject({
      activityDays: z.int().min(0).max(MOST_DAYS_OF_ACTIVITY).optional(),
      perPerson: perPersonSchema.optional(),
    })
    .optional(),
  queue: queueSectionSchema.optional(),
  literacy: z.array(measureSchema).max(MOST_MEASURES).optional(),
  /** Known tools that the team may use, or not. What is not named is not decided. */
  inventory: z
    .array(
      z.strictObject({
        /** In one way only: of a host in capitals a team could say something else than the centre does. */
        host: z
          .string()
          .min(1)
          .max(LONGEST_HOST)
          .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/),
        name: z.string().max(LONGEST_LINE_OF_POLICY).optional(),
        owner: partySchema.optional(),
        purpose: z.string().max(LONGEST_REMARK).optional(),
        dataClass: z.string().max(LONGEST_LINE_OF_POLICY).optional(),
        allowed: z.boolean(),
      }),
    )
    .max(MOST_HOSTS)
    .optional(),
});
