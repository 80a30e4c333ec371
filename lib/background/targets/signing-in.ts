/** Signing in to the collector with a company account, and out of it. */
import { browser } from 'wxt/browser';
import { isFreshSignIn } from '../../domain/decision/signature.ts';
import { patternOf } from '../../domain/reading/site.ts';
import { Refused } from '../../messages/receive.ts';
import type { SignInFound } from '../../messages/to-background/sign-in.ts';
import { managedKept } from '../../settings/items.ts';
import { db, type TargetRow } from '../../store/db.ts';
import type { EndpointTest } from '../../sync/problem.ts';
import { problemFor } from '../../sync/sign-in/access.ts';
import { SignInFailure, withProvider } from '../../sync/sign-in/failure.ts';
import { signIn } from '../../sync/sign-in/flow.ts';
import { type ManagedSignIn, wayTo } from '../../sync/sign-in/offer.ts';
import { originsOf, providerOf } from '../../sync/sign-in/provider.ts';
import { end } from '../../sync/sign-in/session.ts';
import { move } from '../../sync/states.ts';
import type { World } from '../../sync/target.ts';
import { targetById } from '../../sync/targets/index.ts';
import { WORLD, wakeSync, withoutSync } from '../spine/wake.ts';
import { change, mayChange, putTarget } from './targets.ts';

const COLLECTOR = 'collector';
const TIMEOUT_MS = 20_000;
/** Added to the address that the browser catches, once somebody has left. */
const LEFT = 'signed-out';

const world = (): World => ({ ...WORLD, signal: AbortSignal.timeout(TIMEOUT_MS) });

async function failing<T>(work: () => Promise<T>): Promise<T | Extract<EndpointTest, { ok: false }>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SignInFailure)) throw error;
    return { ok: false, problem: error.problem, ...(error.detail ? { detail: error.detail } : {}) };
  }
}

/** What is managed for one collector says nothing of another. */
async function managedFor(address: string): Promise<ManagedSignIn> {
  const { collector } = await managedKept.getValue();
  return collector?.address === address ? collector : {};
}

/** Where somebody signs in for a collector, and what the browser must be asked for first. */
export const findSignIn = (address: string): Promise<SignInFound> => failing(() => find(address));

/** Signs a person in, and connects the collector with the session that comes of it. */
export const startSignIn = (address: string): Promise<EndpointTest> => failing(() => start(address));

async function find(address: string): Promise<SignInFound> {
  const way = await wayTo(address, world(), await managedFor(address));
  const needs = await withheld([new URL(way.issuer).origin]);
  // A provider that answers everybody says what else is to be asked for; another one is asked when it may be.
  const provider = await withProvider(() => providerOf(way, world())).catch((error: unknown) => {
    if (needs.length > 0 && error instanceof SignInFailure && error.problem === 'provider_unreachable')
      return undefined;
    throw error;
  });
  return { ok: true, issuer: way.issuer, needs: provider ? await withheld(originsOf(provider)) : needs };
}

/** The origins to which the browser gives no access yet, as match patterns. */
async function withheld(origins: readonly string[]): Promise<string[]> {
  const patterns = [...new Set(origins.flatMap((origin) => patternOf(origin) ?? []))];
  const granted = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  return patterns.filter((_, at) => !granted[at]);
}

async function start(address: string): Promise<EndpointTest> {
  const before = await db.targets.get(COLLECTOR);
  await mayChange(COLLECTOR, { kind: COLLECTOR, settings: { address } });
  const way = await wayTo(address, world(), await managedFor(address));
  // The person takes as long as it takes; each request has its own end.
  const patient: World = { ...WORLD, signal: new AbortController().signal };
  const session = await signIn(way, { redirectUri: browser.identity.getRedirectURL(), launch }, patient);
  const settings = { address, token: '' };
  const found = await targetById(COLLECTOR).test({ address, token: session.accessToken }, world());
  if (!found.ok) return { ...found, problem: problemFor({ session }, found.problem) };
  const more = { session, ...(before?.managed ? { managed: before.managed } : {}) };
  await withoutSync(COLLECTOR, () => putTarget(COLLECTOR, { kind: COLLECTOR }, settings, found.me, more));
  wakeSync(true);
  return found;
}

/**
 * Has the person at this browser sign in anew, for a signature: the very same one, at the same collector. The session that was there
 * goes on where it fails.
 */
export const signInAfresh = (withinMinutes: number): Promise<EndpointTest> => failing(() => afresh(withinMinutes));

async function afresh(withinMinutes: number): Promise<EndpointTest> {
  const row = await db.targets.get(COLLECTOR);
  if (!row?.session || row.removedAt) return { ok: false, problem: 'no_account' };
  const { way } = row.session;
  const patient: World = { ...WORLD, signal: new AbortController().signal };
  const browsing = { redirectUri: browser.identity.getRedirectURL(), launch };
  const session = await signIn(way, browsing, patient, withinMinutes * 60);
  const found = await targetById(COLLECTOR).test({ address: way.address, token: session.accessToken }, world());
  if (!found.ok) return { ...found, problem: problemFor({ session }, found.problem) };
  const { team, subject, signedInAt } = found.me ?? {};
  // Whoever else signs in here signs nothing in this person's name.
  if (team !== row.team || subject !== row.subject) return { ok: false, problem: 'other_account' };
  if (!isFreshSignIn(signedInAt, withinMinutes, Date.now())) return { ok: false, problem: 'sign_in_untimed' };
  await withoutSync(COLLECTOR, () =>
    change(COLLECTOR, (stored) => Object.assign(stored, { session, signedInAt, state: 'idle', attempts: 0 })),
  );
  wakeSync(true);
  return found;
}

async function launch(url: string): Promise<string> {
  try {
    const answered = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (answered) return answered;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Browsers have no codes for it: a page that cannot be loaded is told apart by their words alone.
    if (/could not be loaded|requires user interaction/i.test(said))
      throw new SignInFailure('provider_unreachable', said, error);
    throw new SignInFailure('sign_in_cancelled', undefined, error);
  }
  throw new SignInFailure('sign_in_cancelled');
}

/** Whoever signs out is out at once; what the provider does with it comes after. */
export async function leaveSignIn(): Promise<{ told: boolean }> {
  const session = (await db.targets.get(COLLECTOR))?.session;
  if (!session) throw new Refused('not_found');
  await withoutSync(COLLECTOR, () => change(COLLECTOR, forgetTokens));
  try {
    const url = await end(session, browser.identity.getRedirectURL(LEFT), world());
    if (url)
      void launch(url).catch((error: unknown) => console.info('Countersign: the sign-out page was closed', error));
    return { told: true };
  } catch (error) {
    if (!(error instanceof SignInFailure)) throw error;
    return { told: false };
  }
}

function forgetTokens(row: TargetRow): void {
  if (row.session) row.session = { way: row.session.way, accessToken: '' };
  Object.assign(row, { state: move(row.state, 'leave'), problem: 'signed_out', attempts: 0 });
  delete row.retryAt;
}
