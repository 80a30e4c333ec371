/** Messages to the background about the policy that a person loads. */
import * as z from 'zod';
import type { PolicyProblem } from '../../domain/policy/policy.ts';
import { declare, replies } from '../declare.ts';

export const policyMessages = {
  'policy.load': declare({
    from: ['options'],
    does: 'A person loads a policy, as JSON; refused with every reason, or in force at once.',
    body: z.strictObject({ text: z.string().max(2_000_000) }),
    /** Empty where the policy was accepted. */
    reply: replies<{ problems: PolicyProblem[] }>(),
  }),
  'policy.remove': declare({
    from: ['options'],
    does: 'Remove the policy that a person has loaded.',
    body: z.strictObject({}),
  }),
  'policy.dismiss': declare({
    from: ['options'],
    does: 'Forget that a loaded policy was refused.',
    body: z.strictObject({}),
  }),
} as const;
