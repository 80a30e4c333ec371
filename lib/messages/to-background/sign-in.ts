/** Messages to the background about signing in to a collector with a company account. */
import * as z from 'zod';
import { LONGEST_ADDRESS, MOST_MINUTES_SIGNED_IN } from '../../domain/limits.ts';
import type { EndpointProblem, EndpointTest } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

const atAddress = () => z.strictObject({ address: z.string().trim().max(LONGEST_ADDRESS) });

/** Where a collector has people sign in; `needs`: origins to which the browser has to give access for it. */
export type SignInFound =
  | { ok: true; issuer: string; needs: string[] }
  | { ok: false; problem: EndpointProblem; detail?: string };

export const signInMessages = {
  'signIn.find': declare({
    from: ['options'],
    does: 'Where the collector at an address has people sign in, and what the browser has to allow for it.',
    body: atAddress,
    reply: replies<SignInFound>(),
  }),
  'signIn.start': declare({
    from: ['options'],
    does: 'Sign in to a collector with a company account, and connect to it.',
    body: atAddress,
    reply: replies<EndpointTest>(),
  }),
  'signIn.afresh': declare({
    from: ['panel'],
    does: 'Sign in anew as the same person, since a signature asks for a sign-in that is no older than so many minutes.',
    body: () => z.strictObject({ withinMinutes: z.int().min(1).max(MOST_MINUTES_SIGNED_IN) }),
    reply: replies<EndpointTest>(),
  }),
  'signIn.end': declare({
    from: ['options'],
    does: 'Sign out: the tokens are gone at once, and the provider is told.',
    body: () => z.strictObject({}),
    /** Whether the provider could be told. */
    reply: replies<{ told: boolean }>(),
  }),
} as const;
