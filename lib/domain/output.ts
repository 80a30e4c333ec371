/** One AI-generated text found in a page: its facts, its content, and what is folded from its events. */
import * as z from 'zod';
import type { Decision } from './decision.ts';
import type { Report } from './report.ts';
import type { Reuse } from './reuse.ts';
import type { Status } from './status.ts';
import { type Trace, traceSchema } from './trace.ts';

export const hashSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** `tool:conversation:message`, the same for every version of an answer. */
export const outputIdSchema = z.string().min(1).max(700);

export const outputFactsSchema = z.strictObject({
  outputId: outputIdSchema,
  trace: traceSchema,
  /** The hash of the version that this one took the place of, where one was seen. */
  previousHash: hashSchema.optional(),
});
export type OutputFacts = z.infer<typeof outputFactsSchema>;

export const outputContentSchema = z.strictObject({
  text: z.string().min(1).max(500_000),
  prompt: z.string().max(100_000).optional(),
});
export type OutputContent = z.infer<typeof outputContentSchema>;

/** An output as the screens show it: all that its events say, folded. One row of the store. */
export interface Output {
  hash: string;
  outputId: string;
  trace: Trace;
  previousHash?: string;
  /** Undefined when the content was erased. */
  content?: OutputContent;
  status: Status;
  reports: Report[];
  decisions: Decision[];
  /** Where its text was put in; absent where nowhere. */
  reuses?: Reuse[];
  /** Reports that no decision has answered yet. */
  openReports: number;
  firstSeenAt: string;
  updatedAt: string;
}
