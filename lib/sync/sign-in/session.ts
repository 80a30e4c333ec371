/** A session that goes on (refresh tokens, which may rotate) and one that ends (RFC 7009, RP-Initiated Logout 1.0). */
import * as oauth from 'oauth4webapi';
import type { Session } from '../../domain/people/sign-in.ts';
import type { World } from '../target.ts';
import { SignInFailure, withProvider } from './failure.ts';
import { audienceOf, sessionOf } from './flow.ts';
import { providerOf } from './provider.ts';

/** The session with a new token. Throws a `SignInFailure`: `session_ended` when only the person can go on. */
export async function renewed(session: Session, world: World): Promise<Session> {
  const { way, refreshToken, idToken } = session;
  if (!refreshToken) throw new SignInFailure('session_ended');
  try {
    return await withProvider(async () => {
      const { server, client, options } = await providerOf(way, world);
      const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, {
        ...options,
        additionalParameters: audienceOf(way),
      });
      const tokens = await oauth.processRefreshTokenResponse(server, client, response);
      // What does not come anew stays as it is.
      const kept = { refreshToken, ...(idToken ? { idToken } : {}), unconfirmed: true as const };
      return { ...kept, ...sessionOf(way, tokens, world.now()) };
    });
  } catch (error) {
    if (!(error instanceof SignInFailure) || error.problem === 'provider_unreachable') throw error;
    throw new SignInFailure('session_ended', error.detail, error);
  }
}

/** Has the provider forget the tokens, as far as it can. Gives the address at which the person leaves it, if it has one. */
export function end(session: Session, leftAt: string, world: World): Promise<string | undefined> {
  return withProvider(async () => {
    const { server, client, options } = await providerOf(session.way, world);
    const token = session.refreshToken ?? session.accessToken;
    if (server.revocation_endpoint && token)
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(server, client, oauth.None(), token, options),
      );
    if (!server.end_session_endpoint) return undefined;
    const url = new URL(server.end_session_endpoint);
    const parameters = {
      client_id: session.way.clientId,
      post_logout_redirect_uri: leftAt,
      ...(session.idToken ? { id_token_hint: session.idToken } : {}),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  });
}
