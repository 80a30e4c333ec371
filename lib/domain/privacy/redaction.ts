/** What of personal data is masked before it is recorded, as a policy or a person says; `mask.ts` does it. */

import * as z from 'zod';
import { LONGEST_NAME, MOST_NAMES } from '../limits.ts';
import { PERSONAL_KINDS } from './masks.ts';

/** What a record can hold: what people typed, the prompt, and the AI text with the words that are quoted from it. */
export const REDACTED_PARTS = ['typed', 'prompt', 'text'] as const;

export const redactionSchema = z.lazy(() =>
  z.strictObject({
    kinds: z.array(z.enum(PERSONAL_KINDS)),
    /** Names (of people, customers, projects) that are masked wherever they stand as whole words. */
    names: z.array(z.string().trim().min(2).max(LONGEST_NAME)).max(MOST_NAMES),
    parts: z.array(z.enum(REDACTED_PARTS)),
    /** Country (ISO 3166-1 alpha-2) whose telephone numbers are known without their `+`; the browser's language if none. */
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
);
export type Redaction = z.infer<typeof redactionSchema>;

/** Everything of personal kind in what is typed and prompted. The AI text stays: it is what reviewers judge. */
export const DEFAULT_REDACTION: Redaction = { kinds: [...PERSONAL_KINDS], names: [], parts: ['typed', 'prompt'] };
