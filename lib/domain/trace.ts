/** Where an output came from. Facts only: what the page showed or the browser knew. */
import * as z from 'zod';

const label = z.string().max(300);

export const citationSchema = z.strictObject({ url: z.url().max(4_000), title: label.optional() });
export type Citation = z.infer<typeof citationSchema>;

export const traceSchema = z.strictObject({
  /** Id of the tool profile that read the page. */
  tool: z.string().regex(/^[a-z0-9-]{1,60}$/),
  toolName: label,
  model: label.optional(),
  conversationId: label.optional(),
  messageId: label.optional(),
  /** Address of the page without query secrets: origin and path. */
  pageUrl: z.string().max(2_000),
  pageTitle: label.optional(),
  citations: z.array(citationSchema).max(100),
  /** How the output was found, in the detector's words (`profile:chatgpt`, `mark:streaming`, ...). */
  evidence: z.array(label).max(40),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime(),
  characters: z.int().nonnegative(),
});
export type Trace = z.infer<typeof traceSchema>;
