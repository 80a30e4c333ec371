/** A version of the policy as browsers get it: signed, so that what they keep is what was published. */
import { CompactSign } from 'jose';
import { originsIn, type SignedOrigins, toSign } from '../../lib/domain/policy/overlay/origins.ts';
import { POLICY_TYPE, type SignedPolicy } from '../../lib/domain/policy/signed/signed.ts';
import type { SigningKeys } from './keys.ts';
import type { PolicyVersion } from './versions.ts';

/** Signs a version for its team, as a compact JWS (RFC 7515, EdDSA). */
export async function signPolicy(keys: SigningKeys, team: string, one: PolicyVersion): Promise<string> {
  const { number, version, hash, inForceFrom, publishedAt, policy } = one;
  const origins = originsOfVersion(one);
  const { kid, key } = await keys.current();
  const said: SignedPolicy = {
    team,
    number,
    version,
    hash,
    inForceFrom,
    publishedAt,
    policy,
    ...(origins ? { origins } : {}),
  };
  return new CompactSign(Buffer.from(JSON.stringify(said)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: POLICY_TYPE })
    .sign(key);
}

/** Which values are the centre's and which the team's; undefined where nothing lies under the team's. */
const originsOfVersion = ({ policy, base, own }: PolicyVersion): SignedOrigins | undefined =>
  base
    ? toSign(
        originsIn(policy, [
          { name: 'centre', policy: base },
          { name: 'team', policy: own },
        ]),
      )
    : undefined;
