/** Where an output came from. Facts only: what the page showed or the browser knew. */

import * as z from 'zod';
import {
  LONGEST_ADDRESS,
  LONGEST_CITED_ADDRESS,
  LONGEST_LABEL,
  LONGEST_STATED,
  LONGEST_VERSION,
  MOST_CANON,
  MOST_CITATIONS,
  MOST_EVIDENCE,
} from '../limits.ts';
import { manifestSchema } from './hidden.ts';

const label = z.lazy(() => z.string().max(LONGEST_LABEL));

export const citationSchema = z.lazy(() =>
  z.strictObject({
    url: z.url().max(LONGEST_CITED_ADDRESS),
    title: label.optional(),
    /** Where in the output's normalised text its marks stand, in code points: the claim is what comes before. */
    at: z.array(z.int().nonnegative()).max(5).optional(),
  }),
);
export type Citation = z.infer<typeof citationSchema>;

/** What is kept of a prompt: all of it, its beginning, its fingerprint, nothing. */
export const PROMPT_KEPT = ['full', 'shortened', 'hashed', 'none'] as const;
export type PromptKept = (typeof PROMPT_KEPT)[number];

/** A documented process by which an output was made. */
const processSchema = z.lazy(() => z.strictObject({ processId: z.string().regex(/^[a-z0-9-]{1,60}$/), name: label }));

export const traceSchema = z.lazy(() =>
  z.strictObject({
    /** Id of the tool profile that read the page. */
    tool: z.string().regex(/^[a-z0-9-]{1,60}$/),
    toolName: label,
    model: label.optional(),
    conversationId: label.optional(),
    messageId: label.optional(),
    /** Address of the page without query secrets: origin and path. */
    pageUrl: z.string().max(LONGEST_ADDRESS),
    pageTitle: label.optional(),
    citations: z.array(citationSchema).max(MOST_CITATIONS),
    /** How the output was found, in the detector's words (`profile:chatgpt`, `mark:streaming`, ...). */
    evidence: z.array(label).max(MOST_EVIDENCE),
    startedAt: z.iso.datetime(),
    completedAt: z.iso.datetime(),
    /** Version of how the text was read (`CANON`); missing in the first. */
    canon: z.int().min(2).max(MOST_CANON).optional(),
    /** Of the text without what it carries unseen; code points. */
    characters: z.int().nonnegative(),
    /** What is kept of the prompt; missing where the page showed none. */
    promptKept: z.enum(PROMPT_KEPT).optional(),
    /** What a C2PA manifest in the text says of it. */
    manifest: manifestSchema.optional(),
    /** Characters that show nothing and have no ordinary use where they stand, without those of the manifest. */
    hidden: z.int().positive().optional(),
    /** How sure the tool said it is of this answer, in its own words; missing where it said nothing. */
    statedConfidence: z.string().min(1).max(LONGEST_STATED).optional(),
    process: processSchema.optional(),
    /** The standard brief of a process that the prompt was made with, and whether the person changed what it made. */
    brief: z.strictObject({ processId: processSchema.unwrap().shape.processId, edited: z.boolean() }).optional(),
    /** Version of the policy that was in force where the text was found. */
    policy: z.string().max(LONGEST_VERSION).optional(),
  }),
);
export type Trace = z.infer<typeof traceSchema>;

/** A trace as a page tells it. The rest is found out, or decided, by the background. */
export const toldTraceSchema = z.lazy(() =>
  traceSchema.unwrap().omit({
    canon: true,
    promptKept: true,
    manifest: true,
    hidden: true,
    statedConfidence: true,
    process: true,
    brief: true,
    policy: true,
  }),
);
export type ToldTrace = z.infer<typeof toldTraceSchema>;
