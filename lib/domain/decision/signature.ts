/** The signature of a regulated process: what it means, and that whoever gives it has just signed in (21 CFR 11.50, 11.200). */
import type { Verdict } from '../codes.ts';
import type { Process } from '../policy/process.ts';

/** Where the policy does not say how old a sign-in may be. */
const WITHIN_MINUTES = 15;
const MINUTE_MS = 60_000;
/** Clocks of a provider and of whoever asks differ by seconds; a sign-in that is further ahead is none. */
const AHEAD_MS = 60_000;

const SIGNED: ReadonlySet<Verdict> = new Set(['approve', 'approve_with_notes', 'modify']);

type Rule = Pick<Process, 'risk' | 'signInWithinMinutes'>;

/** How many minutes ago whoever signs may have signed in; undefined where nothing is signed. */
export const signInWithin = ({ risk, signInWithinMinutes }: Rule, verdict: Verdict): number | undefined =>
  risk === 'regulated' && SIGNED.has(verdict) ? (signInWithinMinutes ?? WITHIN_MINUTES) : undefined;

/** Whether a sign-in is as fresh as that: at the limit exactly it is. One whose time nobody says is not. */
export function isFreshSignIn(signedInAt: string | undefined, withinMinutes: number, now: number): boolean {
  const ago = signedInAt === undefined ? Number.NaN : now - Date.parse(signedInAt);
  return ago >= -AHEAD_MS && ago <= withinMinutes * MINUTE_MS;
}
