/** Messages to the background about the pool of test texts, which an administrator keeps. */
import * as z from 'zod';
import { LONGEST_PROBE, LONGEST_SENTENCE } from '../../domain/limits.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

/** A test text of the pool. */
export interface PooledProbe {
  probeId: string;
  processId: string;
  text: string;
  flaw: string;
}

type Told<T> = T | { problem: EndpointProblem };

export const probeMessages = {
  'probe.list': declare({
    from: ['policy'],
    does: 'Ask the collector for the test texts that it gives to reviewers.',
    body: () => z.strictObject({}),
    reply: replies<Told<{ probes: PooledProbe[] }>>(),
  }),
  'probe.add': declare({
    from: ['policy'],
    does: 'Enter a test text that is known to be bad, and what is wrong with it.',
    body: () =>
      z.strictObject({
        processId: z.string().regex(/^[a-z0-9-]{1,60}$/),
        text: z.string().trim().min(1).max(LONGEST_PROBE),
        flaw: z.string().trim().min(1).max(LONGEST_SENTENCE),
      }),
    reply: replies<Told<{ added: true }>>(),
  }),
  'probe.retire': declare({
    from: ['policy'],
    does: 'Have a test text given to nobody any more.',
    body: () => z.strictObject({ probeId: z.uuid() }),
    reply: replies<Told<{ retired: true }>>(),
  }),
} as const;
