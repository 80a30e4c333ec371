/** By which key a policy, or a receipt, is believed: the one that was pinned when the collector was connected, or one that came after it. */
import { keyIdOf, signedContent } from './jws.ts';
import { KEY_TYPE, POLICY_TYPE, type SigningJwk, signingJwkSchema } from './signed.ts';

/** `first`: nothing was pinned. `announced`: an old key speaks for it. `listed`: the collector's own address lists it. */
type Trusted = 'same' | 'first' | 'announced' | 'listed';

/** How many keys may have come between the pinned one and the one in use. */
const LONGEST_CHAIN = 100;

/**
 * The key that a signed policy (or what else is signed, by its `type`) may be checked with, and why it is believed. `listed` is asked only where the pinned key is
 * not the one; it comes over the same authenticated connection as the policy.
 */
export async function keyFor(
  jws: string,
  pinned: SigningJwk | undefined,
  listed: () => Promise<readonly SigningJwk[]>,
  type = POLICY_TYPE,
): Promise<{ key: SigningJwk; why: Trusted } | undefined> {
  const kid = keyIdOf(jws, type);
  if (kid === undefined) return undefined;
  if (pinned?.kid === kid) return { key: pinned, why: 'same' };
  const keys = await listed();
  const key = keys.find((one) => one.kid === kid);
  if (!key) return undefined;
  if (!pinned) return { key, why: 'first' };
  return { key, why: (await isAnnounced(key, pinned, keys)) ? 'announced' : 'listed' };
}

/** Whether one key after the other speaks for the next, from the pinned one to this. */
async function isAnnounced(key: SigningJwk, pinned: SigningJwk, keys: readonly SigningJwk[]): Promise<boolean> {
  let at = key;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const said = at.countersign_announcement;
    const by = said === undefined ? undefined : keyIdOf(said, KEY_TYPE);
    const before = by === pinned.kid ? pinned : keys.find(({ kid }) => kid === by);
    if (said === undefined || !before) return false;
    const named = signingJwkSchema.safeParse(await signedContent(said, before, KEY_TYPE)).data;
    if (named?.kid !== at.kid || named.x !== at.x) return false;
    if (before === pinned) return true;
    at = before;
  }
  return false;
}
