/** A policy as a collector hands it out: a JWS (RFC 7515), and what stands in it. */

import * as z from 'zod';
import { LONGEST_ANNOUNCEMENT, LONGEST_NAME, LONGEST_SIGNED_POLICY, LONGEST_VERSION, MOST_KEYS } from '../../limits.ts';
import { hashSchema } from '../../output/ids.ts';
import { signedOriginsSchema } from '../overlay/origins.ts';

/** `typ` of the JWS. */
export const POLICY_TYPE = 'countersign-policy+jwt';
/** `typ` of what an old key says of the new one. */
export const KEY_TYPE = 'countersign-key+jwt';

/** What is signed. Whether its policy is one is asked apart, so that every reason why not can be said. */
export const signedPolicySchema = z.lazy(() =>
  z.strictObject({
    /** Whose it is: another team's is refused. */
    team: z.string().min(1).max(LONGEST_NAME),
    /** Counts up: a lower one never comes after. */
    number: z.int().min(1),
    version: z.string().min(1).max(LONGEST_VERSION),
    /** SHA-256 of the policy's canonical JSON (RFC 8785). */
    hash: hashSchema,
    inForceFrom: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    policy: z.looseObject({ format: z.number() }),
    /** Where there is a policy of the centre: which values of this one are not just the centre's, and what those overrode. */
    origins: signedOriginsSchema.optional(),
  }),
);
export type SignedPolicy = z.infer<typeof signedPolicySchema>;

/** The public half of an Ed25519 key (RFC 8037), with what the key before it said of it. */
export const signingJwkSchema = z.lazy(() =>
  z.object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    countersign_announcement: z.string().max(LONGEST_ANNOUNCEMENT).optional(),
  }),
);
export type SigningJwk = z.infer<typeof signingJwkSchema>;

export const jwksSchema = z.lazy(() => z.object({ keys: z.array(signingJwkSchema).max(MOST_KEYS) }));

/** What `GET /v1/policy` answers. */
export const policyAnswerSchema = z.lazy(() =>
  z.object({
    /** The collector's clock: which version is in force is judged by it. */
    now: z.iso.datetime(),
    /** The version in force; null where none is yet. */
    current: z.string().max(LONGEST_SIGNED_POLICY).nullable(),
    /** The next one that is announced. */
    next: z.string().max(LONGEST_SIGNED_POLICY).nullable(),
  }),
);
