/**
 * The way to the network of a target that somebody is signed in to: each request carries the token of that moment, which
 * is renewed before its end, or when the collector no longer takes it. One refresh at a time in the whole browser: a
 * refresh token that rotates is good once, and a provider that sees it twice ends the session.
 */
import type { Session } from '../../domain/people/sign-in.ts';
import { type Database, db as ownDatabase, type TargetRow, type TargetSettings } from '../../store/db.ts';
import type { EndpointProblem } from '../problem.ts';
import type { World } from '../target.ts';

export interface AccessParts {
  db: Database;
  locks: Pick<LockManager, 'request'>;
  world: Pick<World, 'fetch' | 'now' | 'say'>;
}

/** The browser's own, for a page of the extension. */
export const ownParts = (): AccessParts => ({
  db: ownDatabase,
  locks: navigator.locks,
  world: { fetch: fetch.bind(globalThis), now: Date.now, say: (key) => key },
});

/** A row's settings as its target reads them: with the token of its session, where there is one. */
export const settingsOf = ({ settings, session }: TargetRow): TargetSettings =>
  session ? { ...settings, token: session.accessToken } : settings;

/** What a refusal means to somebody who has no token, but an account. */
export function problemFor(
  { session, managed, settings }: Pick<TargetRow, 'session' | 'managed'> & Partial<Pick<TargetRow, 'settings'>>,
  problem: EndpointProblem,
): EndpointProblem {
  if (!session && managed && !settings?.token && (problem === 'token_missing' || problem === 'token_refused'))
    return 'sign_in_needed';
  if (!session) return problem;
  if (problem === 'token_refused') return 'session_ended';
  return problem === 'token_may_not' ? 'account_may_not' : problem;
}

/** The `fetch` of a row: its own session's where there is one. */
export function fetchOf(row: TargetRow, parts: AccessParts): typeof fetch {
  if (!row.session) return parts.world.fetch;
  const { origin } = new URL(row.session.way.address);
  return async (input, init) => {
    const url = input instanceof Request ? input.url : input;
    // The token is for the collector alone.
    if (new URL(url).origin !== origin) return parts.world.fetch(input, init);
    return ask(row.targetId, parts, (token) => parts.world.fetch(input, { ...init, headers: withToken(init, token) }));
  };
}

async function ask(
  targetId: string,
  parts: AccessParts,
  send: (token: string) => Promise<Response>,
): Promise<Response> {
  const session = await goodSession(targetId, parts);
  if (!session) return ended();
  const response = await send(session.accessToken);
  if (response.status !== 401) return response;
  const again = await renewedOnce(targetId, session, parts);
  return again ? send(again.accessToken) : response;
}

function withToken(init: RequestInit | undefined, token: string): Headers {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return headers;
}

/** What a collector says to a token that is no longer good: there is none to ask it with. */
const ended = (): Response => Response.json({ code: 'unauthorised' }, { status: 401 });

const held = async (targetId: string, { db }: AccessParts): Promise<Session | undefined> =>
  (await db.targets.get(targetId))?.session;

async function goodSession(targetId: string, parts: AccessParts): Promise<Session | undefined> {
  const session = await held(targetId, parts);
  if (!session?.accessToken) return undefined;
  const { renewAt, refreshToken } = session;
  if (!renewAt || !refreshToken || Date.parse(renewAt) > parts.world.now()) return session;
  return renewedOnce(targetId, session, parts);
}

/**
 * The session that comes after `old`: another page or round may have fetched it already. Undefined when it has ended,
 * which is kept; throws like `fetch` when the provider cannot be asked, so that what waits is sent later.
 */
function renewedOnce(targetId: string, old: Session, parts: AccessParts): Promise<Session | undefined> {
  return parts.locks.request(`countersign.session.${targetId}`, async () => {
    const now = await held(targetId, parts);
    if (!now || now.accessToken !== old.accessToken) return now?.accessToken ? now : undefined;
    // Not the round's own signal: a refresh that is cut off may have used up the token.
    const world = { ...parts.world, signal: new AbortController().signal };
    // Evaluated when there is something to renew, not each time that the worker wakes.
    const [{ renewed }, { SignInFailure }] = await Promise.all([import('./session.ts'), import('./failure.ts')]);
    try {
      const next = await renewed(now, world);
      await keep(targetId, next, parts);
      return next;
    } catch (error) {
      if (!(error instanceof SignInFailure)) throw error;
      if (error.problem !== 'session_ended') throw new TypeError('the provider cannot be asked', { cause: error });
      const { refreshToken, expiresAt, renewAt, ...rest } = now;
      await keep(targetId, { ...rest, accessToken: '' }, parts);
      return undefined;
    }
  }) as Promise<Session | undefined>;
}

const keep = (targetId: string, session: Session, { db }: AccessParts): Promise<number> =>
  db.targets.where({ targetId }).modify((row) => {
    if (row.session) row.session = session;
  });
