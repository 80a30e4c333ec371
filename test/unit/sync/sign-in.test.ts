/** Signing in to a collector with a company account: a real provider, the real collector, and everything that can be forged. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../collector/database/open.ts';
import { createApp } from '../../../collector/http/app.ts';
import { SIGN_IN_PATH, type SignInOffer } from '../../../lib/domain/people/sign-in.ts';
import { signIn } from '../../../lib/sync/sign-in/flow.ts';
import { wayTo } from '../../../lib/sync/sign-in/offer.ts';
import { bearer, openPlace, type Place, REDIRECT } from '../../sign-in/place.ts';
import { CLIENT_ID, type RunningProvider } from '../../sign-in/provider.ts';
import { madeInMemory } from '../collector/databases.ts';
import { quietLog } from '../collector/fixtures.ts';

let place: Place;
let address: string;
let provider: RunningProvider;
let offer: SignInOffer;
let signedIn: Place['signedIn'];
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  place = await openPlace();
  ({ address, provider, offer, signedIn } = place);
});
afterAll(async () => {
  for (const close of closers) close();
  await place.close();
});
beforeEach(() => {
  provider.asked.length = 0;
});
const world: Place['world'] = (over) => place.world(over);

const changed = (name: string, value: string) => (url: string) => {
  const to = new URL(url);
  to.searchParams.set(name, value);
  return to.href;
};
const problem = (code: string) => expect.objectContaining({ problem: code });
test('an address is all that it takes; the token is the collector’s alone, and has whose it is from the account', async () => {
  const session = await signedIn();
  expect(session.way).toMatchObject({ issuer: provider.issuer, clientId: CLIENT_ID, audience: { value: address } });
  const me = await (await fetch(`${address}/v1/me`, bearer(session))).json();
  expect(me).toEqual({ team: 'acme', subject: 'ada', name: 'Ada', role: 'reviewer' });
  expect(session.refreshToken).toBeTruthy();
  const { headers } = await fetch(`${address}/v1/me`);
  expect(headers.get('www-authenticate')).toBe(`Bearer resource_metadata="${address}${SIGN_IN_PATH}"`);
});

test('for a signature somebody signs in anew, and the server knows when: by the token’s word, and by no other', async () => {
  let asked = new URL(REDIRECT);
  const seen = (url: string) => {
    asked = new URL(url);
    return url;
  };
  const now = Math.floor(Date.now() / 1_000);
  place.accounts.ada = { ...place.accounts.ada, auth_time: now };
  const session = await signedIn(seen, undefined, undefined, undefined, 900);
  delete place.accounts.ada.auth_time;
  expect([asked.searchParams.get('prompt'), asked.searchParams.get('max_age')]).toEqual(['login consent', '900']);
  expect(session.refreshToken).toBeTruthy();
  const whose = async (of: typeof session) => (await fetch(`${address}/v1/me`, bearer(of))).json();
  expect(await whose(session)).toMatchObject({ subject: 'ada', signedInAt: new Date(now * 1_000).toISOString() });
  expect(await whose(await signedIn())).not.toHaveProperty('signedInAt');
});

test.each([-5, 5])('a clock that is %i hours off does not matter: the provider’s own counts', async (hours) => {
  const offS = hours * 3_600;
  // Seen from here, everything that the provider says of time is as much later.
  const shifted = async (input: RequestInfo | URL, init?: RequestInit) => {
    const response = await fetch(input, init);
    const headers = new Headers(response.headers);
    headers.set('date', new Date(Date.now() + offS * 1_000).toUTCString());
    headers.delete('content-length');
    const body = (await response.text()).replace(/"id_token":"([^.]+)\.([^.]+)\./, (_all, head, claims) => {
      const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number; exp: number };
      const later = { ...said, iat: said.iat + offS, exp: said.exp + offS };
      return `"id_token":"${head}.${Buffer.from(JSON.stringify(later)).toString('base64url')}.`;
    });
    return new Response(body, { status: response.status, headers });
  };
  const session = await signedIn(undefined, undefined, undefined, { fetch: shifted as typeof fetch });
  expect(Date.parse(session.expiresAt ?? '') - Date.now()).toBeGreaterThan(3_000_000);
});

test('a person may take their time: each request has its own end', async () => {
  const signals: unknown[] = [];
  const watched = (input: RequestInfo | URL, init?: RequestInit) => {
    signals.push(init?.signal);
    return fetch(input, init);
  };
  await signedIn(undefined, undefined, undefined, { fetch: watched as typeof fetch });
  expect(signals).toHaveLength(2);
  expect(signals[0]).toBeInstanceOf(AbortSignal);
  expect(signals[1]).toBeInstanceOf(AbortSignal);
  expect(signals[1]).not.toBe(signals[0]);
});

describe('refused is', () => {
  test.each<[string, Parameters<typeof signedIn>, string]>([
    ['another state', [undefined, changed('state', 'mallory')], 'sign_in_forged'],
    ['an answer of another issuer (RFC 9207)', [undefined, changed('iss', 'https://evil.example')], 'sign_in_forged'],
    ['another nonce', [changed('nonce', 'mallory')], 'sign_in_forged'],
    ['a code for another verifier (PKCE)', [changed('code_challenge', 'A'.repeat(43))], 'sign_in_refused'],
    ['a code that was made up', [undefined, changed('code', 'made-up')], 'sign_in_refused'],
    [
      'an answer at another address',
      [undefined, (url) => url.replace(REDIRECT, 'https://evil.example/')],
      'sign_in_forged',
    ],
    [
      'an answer that says no',
      [undefined, (url) => `${REDIRECT}?error=access_denied&${new URL(url).searchParams}`],
      'sign_in_cancelled',
    ],
  ])('%s', async (_what, tampered, code) => {
    await expect(signedIn(...tampered)).rejects.toEqual(problem(code));
  });

  test('an answer without the issuer, from a provider that always names it', async () => {
    const without = (url: string) => {
      const to = new URL(url);
      to.searchParams.delete('iss');
      return to.href;
    };
    await expect(signedIn(undefined, without)).rejects.toEqual(problem('sign_in_forged'));
  });

  test('a provider that says it is another issuer than the one that was asked', async () => {
    const liar = await answering((path) =>
      path.endsWith('openid-configuration') ? { ...(offer as object), issuer: provider.issuer } : {},
    );
    const way = { ...(await wayTo(address, world())), issuer: liar };
    await expect(signIn(way, { redirectUri: REDIRECT, launch: async () => '' }, world())).rejects.toEqual(
      problem('sign_in_forged'),
    );
  });

  test('a provider whose token address is plain HTTP', async () => {
    const plain = await answering((_path, at) => ({
      issuer: at,
      authorization_endpoint: `${at}/auth`,
      token_endpoint: 'http://login.example/token',
    }));
    const way = { ...(await wayTo(address, world())), issuer: plain };
    await expect(signIn(way, { redirectUri: REDIRECT, launch: async () => '' }, world())).rejects.toEqual(
      problem('provider_not_secure'),
    );
  });

  test.each<[string, Partial<SignInOffer>, string]>([
    ['that says it is elsewhere', { resource: 'https://real.example' }, 'sign_in_elsewhere'],
    ['with a provider on plain HTTP', { authorization_servers: ['http://login.example'] }, 'provider_not_secure'],
    ['with rubbish', { scopes_supported: ['a"b'] }, 'not_a_collector'],
  ])('a collector %s', async (_what, over, code) => {
    const at: string = await answering((_path, own) => ({ ...offer, resource: own, ...over }));
    await expect(wayTo(at, world())).rejects.toEqual(problem(code));
  });

  test.each(['/v1', '/v1/', '/v1/events', '/', '//'])(
    'a collector whose address was copied with %s at its end',
    async (end) => {
      const asked: string[] = [];
      const at: string = await answering((path, own) => {
        asked.push(path);
        return { ...offer, resource: own };
      });
      expect(await wayTo(`${at}${end}`, world())).toMatchObject({
        address: `${at}${end}`,
        issuer: offer.authorization_servers[0],
      });
      expect(asked).toEqual(['/.well-known/oauth-protected-resource']);
    },
  );

  test('a collector below a path keeps it, and one that says another tenant is refused by name', async () => {
    const asked: string[] = [];
    const at: string = await answering((path, own) => {
      asked.push(path);
      return { ...offer, resource: `${own}/countersign` };
    });
    await wayTo(`${at}/countersign/v1/`, world());
    expect(asked).toEqual(['/countersign/.well-known/oauth-protected-resource']);
    await expect(wayTo(`${at}/countersign?tenant=a`, world())).rejects.toEqual(problem('sign_in_elsewhere'));
    expect(asked.at(-1)).toBe('/countersign/.well-known/oauth-protected-resource?tenant=a');
  });

  test('another issuer than the managed one', async () => {
    await expect(wayTo(address, world(), { issuer: 'https://login.acme.example' })).rejects.toEqual(
      problem('wrong_issuer'),
    );
    expect(await wayTo(address, world(), { issuer: provider.issuer, clientId: 'theirs' })).toMatchObject({
      clientId: 'theirs',
    });
  });

  test('a collector on plain HTTP beyond this computer, unasked', async () => {
    const fetching = () => Promise.reject(new Error('asked'));
    await expect(wayTo('http://collector.example', world({ fetch: fetching }))).rejects.toEqual(problem('not_secure'));
  });
});

/** A server that answers everything with JSON. */
async function answering(body: (path: string, at: string) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body(request.url ?? '', at)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closers.push(() => server.close());
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return at;
}

test('a collector that takes tokens only says so', async () => {
  const database = await openDatabase(await madeInMemory());
  closers.push(() => database.close());
  const app = createApp({ database, log: quietLog, version: '0' });
  const asking = async (input: RequestInfo | URL, init?: RequestInit) => app.request(new Request(input, init));
  await expect(wayTo(address, world({ fetch: asking as typeof fetch }))).rejects.toEqual(problem('no_sign_in'));
});
