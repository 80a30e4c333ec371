/** What format 2 of the policy adds: the sections that say how an organisation works with AI text. */
import * as z from 'zod';
import { calendarSchema } from './calendar.ts';
import { partySchema, policyRoleSchema } from './party.ts';
import { processSchema } from './process.ts';

const words = z.string().trim().min(1).max(5_000);
const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.iso.date();

const statementSchema = z.strictObject({ id, text: words, measure: z.string().max(1_000).optional() });

/** Figures about single colleagues stay off until all three are entered (Statuto dei Lavoratori art. 4). */
const perPersonSchema = z.strictObject({ agreement: z.string().min(1).max(500), assessedOn: day, noticeOn: day });

const measureSchema = z.strictObject({
  id,
  audience: z.array(partySchema).min(1).max(50),
  measure: words,
  evidence: z.string().max(1_000).optional(),
  reviewOn: day.optional(),
});

export const governanceShape = {
  title: z.string().trim().min(1).max(200).optional(),
  /** Who the organisation is, and who decides how AI is used: itself, or its client. */
  organisation: z
    .strictObject({ name: z.string().trim().min(1).max(200), decides: z.enum(['we', 'client']).optional() })
    .optional(),
  objectives: z.array(statementSchema).max(50).optional(),
  limits: z.array(statementSchema).max(50).optional(),
  roles: z.array(policyRoleSchema).max(100).optional(),
  processes: z.array(processSchema).max(200).optional(),
  calendar: calendarSchema.optional(),
  /** The policy itself is looked at again: every six months where it is not said. */
  periodicReview: z
    .strictObject({ everyMonths: z.int().min(1).max(36), reviewedOn: day.optional(), owner: partySchema.optional() })
    .optional(),
  retention: z.strictObject({ contentMonths: z.int().min(1).max(600).optional() }).optional(),
  privacy: z
    .strictObject({ activityDays: z.int().min(0).max(90).optional(), perPerson: perPersonSchema.optional() })
    .optional(),
  literacy: z.array(measureSchema).max(50).optional(),
  /** Known tools that the team may use, or not. What is not named is not decided. */
  inventory: z
    .array(
      z.strictObject({
        host: z.string().max(253),
        name: z.string().max(200).optional(),
        owner: partySchema.optional(),
        purpose: z.string().max(1_000).optional(),
        dataClass: z.string().max(200).optional(),
        allowed: z.boolean(),
      }),
    )
    .max(500)
    .optional(),
} as const;
