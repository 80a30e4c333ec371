/**
 * Signing in: authorisation code with PKCE (RFC 7636), state, nonce, and the issuer in the answer (RFC 9207). The
 * protocol is `oauth4webapi`'s; what is here says what is asked for, and what is kept.
 */
import * as oauth from 'oauth4webapi';
import type { Session, SignInWay } from '../../domain/people/sign-in.ts';
import type { World } from '../target.ts';
import { SignInFailure, withProvider } from './failure.ts';
import { type Provider, providerOf } from './provider.ts';

interface Browsing {
  /** Where the provider sends people back to: an address that the browser itself catches. */
  redirectUri: string;
  /** Shows the provider's page, and gives the address to which it sent the person back. */
  launch(url: string): Promise<string>;
}

interface Secrets {
  state: string;
  nonce: string;
  verifier: string;
}

/**
 * Signs a person in. `withinSeconds`: how long ago they may have done so at the provider; then it asks them again, also where it
 * knows them (OpenID Connect Core 1.0, 3.1.2.1). Throws a `SignInFailure`.
 */
export function signIn(way: SignInWay, browsing: Browsing, world: World, withinSeconds?: number): Promise<Session> {
  return withProvider(async () => {
    const provider = await providerOf(way, world);
    const secrets: Secrets = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
    };
    const answered = await browsing.launch(
      await addressOf(provider, way, browsing.redirectUri, secrets, withinSeconds),
    );
    const tokens = await exchanged(provider, way, answered, browsing.redirectUri, secrets);
    return sessionOf(way, tokens, world.now());
  });
}

async function addressOf(
  { server }: Provider,
  way: SignInWay,
  redirectUri: string,
  { state, nonce, verifier }: Secrets,
  withinSeconds: number | undefined,
): Promise<string> {
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: way.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: way.scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...promptOf(way, withinSeconds),
    ...audienceOf(way),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** What else is asked for goes on being asked for: without consent, many give no refresh token. */
function promptOf({ prompt = '' }: SignInWay, withinSeconds: number | undefined): Record<string, string> {
  if (withinSeconds === undefined) return prompt ? { prompt } : {};
  const others = prompt.split(' ').filter((one) => one && one !== 'login' && one !== 'none');
  return { prompt: ['login', ...others].join(' '), max_age: String(withinSeconds) };
}

async function exchanged(
  { server, client, options }: Provider,
  way: SignInWay,
  answered: string,
  redirectUri: string,
  { state, nonce, verifier }: Secrets,
): Promise<oauth.TokenEndpointResponse> {
  if (!URL.canParse(answered) || !answered.startsWith(redirectUri)) throw new SignInFailure('sign_in_forged');
  const parameters = oauth.validateAuthResponse(server, client, new URL(answered), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    { ...options, additionalParameters: audienceOf(way) },
  );
  return oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: way.scope.split(' ').includes('openid') ? nonce : oauth.expectNoNonce,
    requireIdToken: way.scope.split(' ').includes('openid'),
  });
}

/** The parameter that says for whom a token is, as each request for one carries it. */
export const audienceOf = ({ audience }: SignInWay): Record<string, string> =>
  audience ? { [audience.parameter]: audience.value } : {};

/** A token is renewed so long before its end, or when nine tenths of a short life are over. */
const AHEAD_MS = 60_000;

/** What is kept of a provider's answer. Times are by this computer's clock, so that it may be wrong. */
export function sessionOf(way: SignInWay, tokens: oauth.TokenEndpointResponse, now: number): Session {
  const lifeMs = tokens.expires_in === undefined ? undefined : tokens.expires_in * 1_000;
  const at = (ms: number) => new Date(now + ms).toISOString();
  return {
    way,
    accessToken: tokens.access_token,
    ...(lifeMs === undefined ? {} : { expiresAt: at(lifeMs), renewAt: at(lifeMs - Math.min(AHEAD_MS, lifeMs / 10)) }),
    ...(tokens.refresh_token ? { refreshToken: tokens.refresh_token } : {}),
    ...(tokens.id_token ? { idToken: tokens.id_token } : {}),
  };
}
