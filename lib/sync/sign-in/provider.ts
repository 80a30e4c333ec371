/** An OpenID provider, found by its issuer (OpenID Connect Discovery 1.0). */
import * as oauth from 'oauth4webapi';
import type { SignInWay } from '../../domain/people/sign-in.ts';
import type { World } from '../target.ts';
import { addressProblem } from '../wire.ts';
import { SignInFailure } from './failure.ts';

/** A provider and what every request to it takes. */
export interface Provider {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  options: { signal(): AbortSignal; [oauth.customFetch]: typeof fetch; [oauth.allowInsecureRequests]: boolean };
}

type Fetch = Parameters<NonNullable<oauth.DiscoveryRequestOptions[typeof oauth.customFetch]>>;

/** Clocks of honest computers differ by minutes; more is measured by what the provider's own clock says. */
const TOLERANCE_S = 300;
const TIMEOUT_MS = 20_000;
const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'end_session_endpoint'] as const;

/** Asks a provider what it is. Its answers count only if it is the issuer that was meant, and over HTTPS throughout. */
export async function providerOf({ issuer, clientId }: SignInWay, world: World): Promise<Provider> {
  if (addressProblem(issuer)) throw new SignInFailure('provider_not_secure', issuer);
  const options = optionsOf(issuer, world);
  const expected = new URL(issuer);
  const response = await oauth.discoveryRequest(expected, { algorithm: 'oidc', ...options });
  const skew = skewOf(response, world.now());
  if (!response.ok) throw new SignInFailure('provider_unreachable', `HTTP ${response.status}`);
  const server = await oauth.processDiscoveryResponse(expected, response);
  for (const name of ENDPOINTS) {
    const address = server[name];
    if (address !== undefined && addressProblem(address)) throw new SignInFailure('provider_not_secure', address);
  }
  if (!server.authorization_endpoint || !server.token_endpoint) throw new SignInFailure('wrong_issuer', issuer);
  const client: oauth.Client = {
    client_id: clientId,
    token_endpoint_auth_method: 'none',
    [oauth.clockTolerance]: TOLERANCE_S,
    [oauth.clockSkew]: skew,
  };
  return { server, client, options };
}

/** The origins at which the extension itself asks a provider. */
export function originsOf({ server }: Pick<Provider, 'server'>): string[] {
  const addresses = [server.issuer, server.token_endpoint, server.revocation_endpoint];
  return [...new Set(addresses.flatMap((address) => (address ? new URL(address).origin : [])))];
}

function optionsOf(issuer: string, world: World): Provider['options'] {
  const guarded = (...[url, init]: Fetch) =>
    world.fetch(url, { ...init, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as RequestInit);
  return {
    // One for each request: between two of them a person may take minutes.
    signal: () => AbortSignal.any([world.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    [oauth.customFetch]: guarded as typeof fetch,
    // Plain HTTP on this computer only: `addressProblem` refuses all other.
    [oauth.allowInsecureRequests]: new URL(issuer).protocol === 'http:',
  };
}

/** How far this computer's clock is behind the provider's, in seconds; 0 where the provider does not say the time. */
function skewOf(response: Response, now: number): number {
  const theirs = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(theirs) ? 0 : Math.round((theirs - now) / 1_000);
}
