/** A provider and the real collector beside it, and a person who signs in. */
import { serve } from '@hono/node-server';
import { openDatabase } from '../../collector/database/open.ts';
import { createApp } from '../../collector/http/app.ts';
import { createOidc, DEFAULT_CLAIMS } from '../../collector/people/oidc.ts';
import type { Session, SignInOffer } from '../../lib/domain/people/sign-in.ts';
import { signIn } from '../../lib/sync/sign-in/flow.ts';
import { wayTo } from '../../lib/sync/sign-in/offer.ts';
import type { World } from '../../lib/sync/target.ts';
import { madeInMemory } from '../unit/collector/databases.ts';
import { quietLog } from '../unit/collector/fixtures.ts';
import { signInAt } from './person.ts';
import { CLIENT_ID, type RunningProvider, startProvider } from './provider.ts';

export const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/';
const accountsOf = () => ({
  ada: { countersign_team: 'acme', countersign_role: 'reviewer', name: 'Ada' },
  nobody: { name: 'Nobody' },
});

export interface Place {
  /** Address of the collector. */
  address: string;
  provider: RunningProvider;
  offer: SignInOffer;
  /** Claims of the accounts, to be changed while somebody is signed in. */
  accounts: Record<string, Record<string, unknown>>;
  world(over?: Partial<World>): World;
  /** Signs in; `open` and `back` are what somebody in between does to the addresses. */
  signedIn(
    open?: (url: string) => string,
    back?: (url: string) => string,
    login?: string,
    over?: Partial<World>,
    withinSeconds?: number,
  ): Promise<Session>;
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const database = await openDatabase(await madeInMemory());
  let handler: (request: Request) => Response | Promise<Response> = () => new Response();
  const { address, server } = await new Promise<{ address: string; server: { close(): unknown } }>((resolve) => {
    const started = serve({ fetch: (request) => handler(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ address: `http://127.0.0.1:${port}`, server: started }),
    );
  });
  const accounts: Place['accounts'] = accountsOf();
  const provider = await startProvider({
    redirectUris: [REDIRECT],
    leftUris: [`${REDIRECT}signed-out`],
    audience: address,
    accounts,
  });
  const offer: SignInOffer = {
    resource: address,
    authorization_servers: [provider.issuer],
    scopes_supported: ['openid', 'profile', 'offline_access'],
    countersign_client_id: CLIENT_ID,
    countersign_audience: address,
    countersign_audience_parameter: 'resource',
    countersign_prompt: 'consent',
  };
  const identify = createOidc({ issuer: provider.issuer, audience: address, claims: DEFAULT_CLAIMS, roles: {} });
  const app = createApp({ database, log: quietLog, version: '0', signIn: identify, offer });
  handler = (request) => app.fetch(request);
  const world: Place['world'] = (over = {}) => ({
    fetch,
    now: Date.now,
    say: (key) => key,
    signal: new AbortController().signal,
    ...over,
  });
  return {
    address,
    provider,
    offer,
    accounts,
    world,
    async signedIn(open = (url) => url, back = (url) => url, login = 'ada', over = {}, withinSeconds) {
      const way = await wayTo(address, world());
      const launch = async (url: string) => back(await signInAt(open(url), REDIRECT, login));
      return signIn(way, { redirectUri: REDIRECT, launch }, world(over), withinSeconds);
    },
    async close() {
      server.close();
      await provider.close();
      await database.close();
    },
  };
}

export const bearer = ({ accessToken }: Session) => ({ headers: { authorization: `Bearer ${accessToken}` } });
