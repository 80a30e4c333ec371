/** What the team's collector tells a browser of test texts: said once, for the one that tells and the one that hears. */
import * as z from 'zod';
import { hashSchema } from '../output/ids.ts';
import { traceSchema } from '../output/trace.ts';

/** A test text that waits for somebody; `hash` is random, the address of no text. */
const waitingProbeSchema = z.lazy(() =>
  z.object({
    givenId: z.uuid(),
    hash: hashSchema,
    processId: z.string(),
    text: z.string(),
    prompt: z.string().nullable(),
    trace: traceSchema.unwrap().omit({ characters: true }),
  }),
);
export type WaitingProbe = z.infer<typeof waitingProbeSchema>;

/** Those that wait, the oldest first. */
export const waitingProbesSchema = z.lazy(() => z.object({ probes: z.array(waitingProbeSchema) }));

/** What one was, told to whoever judged it. */
export const judgedProbeSchema = z.lazy(() =>
  z.object({ outcome: z.enum(['caught', 'missed', 'passed']), flaw: z.string() }),
);
