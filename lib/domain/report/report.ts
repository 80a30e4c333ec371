/** One person's structured feedback on an output. */

import * as z from 'zod';
import { passageSchema } from '../anchoring/anchor.ts';
import type { Category, Severity, Verdict } from '../codes.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT, MOST_PASSAGES } from '../limits.ts';
import { categoriesSchema, severitySchema } from './category.ts';

export const reportIdSchema = z.lazy(() => z.uuid());

export const reportFactsSchema = z.lazy(() =>
  z.strictObject({
    reportId: reportIdSchema,
    /** Up to three; the first leads. `good` alone is praise. */
    categories: categoriesSchema,
    severity: severitySchema,
  }),
);

/** What people wrote and the words they pointed at: content, kept apart from the event. */
export const reportContentSchema = z.lazy(() =>
  z.strictObject({
    passages: z.array(passageSchema).max(MOST_PASSAGES),
    comment: z.string().max(LONGEST_COMMENT).optional(),
    correction: z.string().max(LONGEST_OUTPUT).optional(),
  }),
);
export type ReportContent = z.infer<typeof reportContentSchema>;

/** What became of a report: waiting for a decision, answered by one, praise that needs none, or taken back. */
export type ReportState = 'open' | 'decided' | 'noted' | 'withdrawn';

/** What its author says to a report being declined; once. */
export interface Dispute {
  disputedAt: string;
  /** Undefined once it was erased. */
  reason?: string;
  /** Nothing was said: the report was changed after it was declined, which has it looked at again as a dispute does. */
  changed?: true;
  /** What was disputed; undefined where that was taken back. */
  declined?: { decidedAt: string; author?: string; note?: string };
}

/** A report folded from its events. */
export interface Report {
  reportId: string;
  hash: string;
  categories: Category[];
  severity: Severity;
  content?: ReportContent;
  state: ReportState;
  /** The verdict that answered it, where there is one. */
  verdict?: Verdict;
  decisionNote?: string;
  /** When it was answered, and by whose browser. */
  decidedAt?: string;
  decidedBy?: string;
  dispute?: Dispute;
  /** A file says so, and nothing shows it to be so. */
  unproved?: true;
  /** Whether the team has it: its event has a place in the collector's order. */
  received?: true;
  /** Installation that made it: tells "mine" from "the team's" without names. */
  source: string;
  /** Who made it, as the collector stamped it; undefined before the first sync. */
  author?: string;
  reportedAt: string;
  /** When it last began to wait, where that was later: it was disputed, put again, or changed after it was answered or was praise. */
  waitsSince?: string;
  updatedAt: string;
}
