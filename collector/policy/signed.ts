/** A version of the policy as browsers get it: signed, so that what they keep is what was published. */
import { CompactSign } from 'jose';
import { POLICY_TYPE, type SignedPolicy } from '../../lib/domain/policy/signed/signed.ts';
import type { SigningKeys } from './keys.ts';
import type { PolicyVersion } from './versions.ts';

/** Signs a version for its team, as a compact JWS (RFC 7515, EdDSA). */
export async function signPolicy(keys: SigningKeys, team: string, one: PolicyVersion): Promise<string> {
  const { number, version, hash, inForceFrom, publishedAt, policy } = one;
  const { kid, key } = await keys.current();
  const said: SignedPolicy = { team, number, version, hash, inForceFrom, publishedAt, policy };
  return new CompactSign(Buffer.from(JSON.stringify(said)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: POLICY_TYPE })
    .sign(key);
}
