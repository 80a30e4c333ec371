/** Section `trace` of the policy: what is kept of where an output came from, and who looks at its sources. */
import * as z from 'zod';
import { PROMPT_KEPT, type PromptKept } from '../output/trace.ts';

export const traceSectionSchema = z.lazy(() =>
  z.strictObject({
    /** What is kept of prompts; all of each where it is not said. */
    prompt: z.enum(PROMPT_KEPT).optional(),
    /** When the sources that an output cites are looked at; when somebody asks, where it is not said. */
    citations: z.enum(['on_demand', 'automatic']).optional(),
  }),
);
type TraceSection = z.infer<typeof traceSectionSchema>;

/** What holds where no policy says anything. */
export const promptRule = (section: TraceSection | undefined): PromptKept => section?.prompt ?? 'full';
