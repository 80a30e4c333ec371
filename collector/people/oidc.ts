/** Sign-in with a company account: a JWT of the company's OpenID provider instead of a token of ours. */

import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Role } from '../../lib/domain/codes.ts';
import { LONGEST_NAME, LONGEST_PERSON } from '../../lib/domain/limits.ts';
import { roleSchema } from '../../lib/domain/people/role.ts';
import { Problem } from '../http/problem.ts';
import { isReserved, personSchema } from './names.ts';
import type { Caller } from './tokens.ts';

export interface OidcSettings {
  /** The provider's issuer, as it stands in `iss`. */
  issuer: string;
  /** What the provider calls this collector, as it stands in `aud`. */
  audience: string;
  /** Claims, a path of names with dots between: `realm_access.roles`. */
  claims: { team: string; role: string; subject: string; name: string; groups?: string };
  /** The company's names for roles; a name of ours stands for itself. */
  roles: Readonly<Record<string, Role>>;
}

export const DEFAULT_CLAIMS: OidcSettings['claims'] = {
  team: 'countersign_team',
  role: 'countersign_role',
  subject: 'sub',
  name: 'name',
};

/** Signatures by a shared secret are not taken: whoever can check them could make them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'RS384', 'RS512', 'PS384', 'PS512', 'ES512'];
/** Clocks of two servers differ by seconds. */
const TOLERANCE_S = 30;
const FETCH_MS = 5_000;
const RETRY_SECONDS = '10';
/** As many as `GET /v1/me` says. */
const MOST_GROUPS = 500;
/** When a token has several roles, the one that may do most counts. */
const STRONGEST: readonly Role[] = ['admin', 'reviewer', 'reporter', 'ingest'];

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string() });
const whoSchema = z.object({
  team: z.string().min(1).max(LONGEST_NAME),
  subject: z.string().min(1).max(LONGEST_PERSON),
});

/** Whether a text has the form of a JWT; tokens of ours never have. */
export const looksLikeJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

/**
 * What finds whose a JWT is: undefined when it is not good. Throws a `Problem` when the provider cannot be asked (503),
 * or when a good one names no team or role (403). The provider is asked when the first JWT comes, so that the
 * collector starts without it; its keys are kept, and fetched anew when an unknown one is used.
 */
export function createOidc(settings: OidcSettings): (jwt: string) => Promise<Caller | undefined> {
  let keys: Promise<Keys> | undefined;
  const discovered = () => {
    keys ??= discover(settings.issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return async (jwt) => {
    const payload = await verified(jwt, settings, await discovered());
    return payload && callerOf(payload, settings);
  };
}

async function discover(issuer: string): Promise<Keys> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = discoverySchema.safeParse(await fetchJson(address));
  if (document.data?.issuer !== issuer || !isSecure(document.data.jwks_uri)) throw unavailable();
  return keysAt(new URL(document.data.jwks_uri));
}

async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    return response.ok ? await response.json() : undefined;
  } catch (cause) {
    throw unavailable(cause);
  }
}

/** HTTPS, or this computer. */
export function isSecure(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

function unavailable(cause?: unknown): Problem {
  const problem = new Problem('sign_in_unavailable', 'The company’s sign-in cannot be asked. Try again.', {
    'retry-after': RETRY_SECONDS,
  });
  problem.cause = cause;
  return problem;
}

/** The provider's keys, and how they are fetched anew. */
interface Keys {
  get: JWTVerifyGetKey;
  renew(): Promise<void>;
}

/** Keys are fetched no more often, whoever sends what: those who wait in between share the next fetch. */
const RENEW_MS = 1_000;

function keysAt(address: URL): Keys {
  // Its own way to fetch anew is held back for half a minute after each time.
  const get = createRemoteJWKSet(address, { timeoutDuration: FETCH_MS, cooldownDuration: Number.POSITIVE_INFINITY });
  let last = 0;
  let coming: Promise<void> | undefined;
  const renew = async () => {
    await delay(last + RENEW_MS - Date.now());
    last = Date.now();
    await get.reload();
  };
  return {
    get,
    renew: () => {
      coming ??= renew().finally(() => {
        coming = undefined;
      });
      return coming;
    },
  };
}

/** A key that is not known, or another one under the same name: the provider may have changed it a moment ago. */
const mayBeRotated = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;

async function verified(jwt: string, settings: OidcSettings, keys: Keys): Promise<JWTPayload | undefined> {
  const { payload, error } = await tried(jwt, settings, keys.get);
  if (!mayBeRotated(error)) return payload;
  try {
    await keys.renew();
  } catch (cause) {
    throw unavailable(cause);
  }
  return (await tried(jwt, settings, keys.get)).payload;
}

/** The claims of a JWT that is good, or why it is not. */
async function tried(
  jwt: string,
  { issuer, audience }: OidcSettings,
  keys: JWTVerifyGetKey,
): Promise<{ payload?: JWTPayload; error?: unknown }> {
  try {
    const { payload } = await jwtVerify(jwt, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE_S,
      requiredClaims: ['exp', 'sub'],
    });
    return { payload };
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw unavailable(error);
    if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return { error };
    // What is left came from the network: the keys could not be fetched.
    throw unavailable(error);
  }
}

function callerOf(payload: JWTPayload, { claims, roles }: OidcSettings): Caller {
  const who = whoSchema.safeParse({ team: claimOf(payload, claims.team), subject: claimOf(payload, claims.subject) });
  const role = roleOf(claimOf(payload, claims.role), roles);
  if (!who.success || !role)
    throw new Problem('forbidden', 'The company account names no team or no role for Countersign.');
  if (isReserved(who.data.subject))
    throw new Problem('forbidden', 'The company account has a name that the collector keeps for itself.');
  // It stands in logs and counts requests, so it is no name.
  const tokenId = `oidc:${createHash('sha256').update(`${payload.iss} ${payload.sub}`).digest('hex').slice(0, 32)}`;
  const [groups, signedInAt] = [groupsOf(payload, claims.groups), signedInAtOf(payload)];
  const more = { ...(groups ? { groups } : {}), ...(signedInAt ? { signedInAt } : {}) };
  return { ...who.data, role, tokenId, ...more, ...nameOf(claimOf(payload, claims.name)) };
}

/** The groups that the policy may name, where the collector was told in which claim they are. */
function groupsOf(payload: JWTPayload, claim: string | undefined): string[] | undefined {
  if (claim === undefined) return undefined;
  const said = claimOf(payload, claim);
  const groups = (Array.isArray(said) ? said : [said]).filter((one) => typeof one === 'string' && one.length <= 200);
  return groups.length > 0 ? groups.slice(0, MOST_GROUPS) : undefined;
}

/** When the person themselves signed in (OpenID Connect Core 1.0, 2; RFC 9068, 2.2.1): a token that was only renewed is not fresh. */
function signedInAtOf({ auth_time: seconds }: JWTPayload): string | undefined {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || Math.abs(seconds) > 8e12) return undefined;
  return new Date(seconds * 1_000).toISOString();
}

/** One line, which every database can hold; whatever else a provider says is no name. */
function nameOf(claim: unknown): { name?: string } {
  const name = personSchema.safeParse(typeof claim === 'string' ? claim.trim() : undefined);
  return name.success ? { name: name.data } : {};
}

/** A claim whose name may itself hold dots (`https://example.com/role`), else a path. */
function claimOf(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, payload);
}

function roleOf(claim: unknown, names: OidcSettings['roles']): Role | undefined {
  const claimed = (Array.isArray(claim) ? claim : [claim]).map((name) => {
    if (typeof name !== 'string') return undefined;
    return Object.hasOwn(names, name) ? names[name] : roleSchema.safeParse(name).data;
  });
  return STRONGEST.find((role) => claimed.includes(role));
}
