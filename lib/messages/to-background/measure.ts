/** Messages to the background about measures of AI literacy. */
import * as z from 'zod';
import { LONGEST_KEY } from '../../domain/limits.ts';
import type { MeasureTotal } from '../../domain/people/measure-totals.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

export const measureMessages = {
  'measure.take': declare({
    from: ['options', 'welcome'],
    does: 'Note that one has taken a measure that the policy in force names.',
    body: () => z.strictObject({ measureId: z.string().min(1).max(LONGEST_KEY) }),
  }),
  'measure.totals': declare({
    from: ['options', 'policy'],
    does: 'Ask the collector how many people have taken each measure of the policy; who they are it does not say.',
    body: () => z.strictObject({}),
    reply: replies<{ measures: MeasureTotal[] } | { problem: EndpointProblem }>(),
  }),
} as const;
