/** Whether a signed policy that came from a collector may be taken in: whose it is, that it is whole, and only ever forward. */
import canonicalize from 'canonicalize';
import { sha256 } from '../../output/hash.ts';
import type { SignedOrigins } from '../overlay/origins.ts';
import type { AcceptedPolicy, ProblemCode } from '../policy.ts';
import { signedContent } from './jws.ts';
import { POLICY_TYPE, type SignedPolicy, type SigningJwk, signedPolicySchema } from './signed.ts';

/** A version that was taken in from a collector. */
export interface TakenPolicy extends AcceptedPolicy {
  number: number;
  hash: string;
  inForceFrom: string;
  publishedAt: string;
  /** What its collector says of where its values come from, if it has a policy of the centre. */
  origins?: SignedOrigins;
}

/** What a browser keeps of its collector's policy, also while it is offline. */
export interface CollectorPolicy {
  team: string;
  /** The key that policies are believed by. */
  key: SigningJwk;
  current?: TakenPolicy;
  /** The next one that is announced: it comes into force by itself. */
  next?: TakenPolicy;
  /** By how much the collector's clock is ahead of this one: which version is in force is judged by the collector's. */
  aheadMs: number;
}

/** The version in force at a time of this computer's clock. */
export function takenInForce({ current, next, aheadMs }: CollectorPolicy, now: number): TakenPolicy | undefined {
  return next && Date.parse(next.inForceFrom) <= now + aheadMs ? next : current;
}

interface Believed {
  key: SigningJwk;
  team: string;
  /** The version that is in force here by now: nothing that is older comes after it. */
  before: Pick<TakenPolicy, 'number' | 'hash'> | undefined;
}

/** What is in a signed policy, or why it is refused. Whether each of its fields can be used is asked apart. */
export async function opened(jws: string, { key, team, before }: Believed): Promise<SignedPolicy | ProblemCode> {
  const said = signedPolicySchema.safeParse(await signedContent(jws, key, POLICY_TYPE)).data;
  if (!said) return 'notSigned';
  if (said.team !== team) return 'otherTeam';
  if ((await sha256(canonicalize(said.policy) ?? '')) !== said.hash) return 'notSigned';
  if (before && said.number < before.number) return 'olderVersion';
  if (before && said.number === before.number && said.hash !== before.hash) return 'olderVersion';
  return said;
}
