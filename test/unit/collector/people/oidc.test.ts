/** Sign-in with a company account, against a real OpenID provider on this computer. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { createOidc, DEFAULT_CLAIMS, isSecure, type OidcSettings } from '../../../../collector/people/oidc.ts';
import { madeInMemory } from '../databases.ts';
import { clientOf, decisionMade, newSource, quietLog } from '../fixtures.ts';

const AUDIENCE = 'https://collector.example';
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PRIVATE: JWK = { ...(await exportJWK(privateKey)), kid: 'company', alg: 'ES256', use: 'sig' };

/** Clients stand for accounts: the flow without a person gives the same kind of access token. */
const ACCOUNTS: Record<string, object> = {
  lead: { countersign_team: 'acme', countersign_role: ['Staff', 'Leads'], email: 'lead@example.com', name: 'The Lead' },
  staff: { countersign_team: 'acme', countersign_role: 'reporter' },
  other: { countersign_team: 'other', countersign_role: 'admin' },
  nobody: {},
  roleless: { countersign_team: 'acme', countersign_role: ['toString', '__proto__', 'root'] },
};

let provider: Server;
let issuer: string;
let database: SqlDatabase;
let app: App;
let asked: string[] = [];

const settings = (over: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer,
  audience: AUDIENCE,
  claims: DEFAULT_CLAIMS,
  roles: { Leads: 'reviewer', Staff: 'reporter' },
  ...over,
});
const appWith = (over?: Partial<OidcSettings>) =>
  createApp({ database, log: quietLog, version: '0', signIn: createOidc(settings(over)) });

beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  provider = createServer((request, response) => {
    asked.push(request.url ?? '');
    oidc
      .callback()(request, response)
      .catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    jwks: { keys: [PRIVATE as never] },
    clients: Object.keys(ACCOUNTS).map((client_id) => ({
      client_id,
      client_secret: 'secret',
      id_token_signed_response_alg: 'ES256' as const,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => ACCOUNTS[(token as { clientId: string }).clientId] as never,
  });
  app = appWith();
});
afterAll(async () => {
  provider?.close();
  await database?.close();
});

/** An access token as the provider gives it out. */
async function jwtOf(account: string, resource = AUDIENCE): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:secret`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
  });
  const answer = await response.json();
  if (!answer.access_token) throw new Error(`The provider gave no token: ${JSON.stringify(answer)}`);
  return answer.access_token;
}

const me = async (token: string, on = app) => {
  const response = await on.request('/v1/me', { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json(), headers: response.headers };
};

/** A token with the provider's own key, or another, that says what the provider would not. */
const forged = async (claims: object, key: JWK = PRIVATE, header: object = {}) =>
  new SignJWT({
    iss: issuer,
    aud: AUDIENCE,
    sub: 'lead',
    exp: Math.floor(Date.now() / 1000) + 60,
    ...ACCOUNTS.lead,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'company', ...header })
    .sign(await importJWK(key, 'ES256'));

describe('a company account', () => {
  test('has team, role and name from its claims', async () => {
    const { status, body } = await me(await jwtOf('lead'));
    expect([status, body]).toEqual([200, { team: 'acme', subject: 'lead', name: 'The Lead', role: 'reviewer' }]);
    expect((await me(await jwtOf('staff'))).body).toMatchObject({ role: 'reporter' });
  });

  test('is held to its role and its team', async () => {
    const push = async (account: string) => {
      const response = await app.request('/v1/events', {
        method: 'POST',
        headers: { authorization: `Bearer ${await jwtOf(account)}`, 'content-type': 'application/json' },
        body: JSON.stringify([await decisionMade(newSource())]),
      });
      return (await response.json()).results[0].outcome;
    };
    expect(await push('staff')).toBe('refused');
    expect(await push('lead')).toBe('stored');
    const theirs = await app.request('/v1/events', { headers: { authorization: `Bearer ${await jwtOf('other')}` } });
    expect((await theirs.json()).events).toEqual([]);
  });

  test.each(['nobody', 'roleless'])('without team or role (%s) is known, and may nothing', async (account) => {
    const { status, body } = await me(await jwtOf(account));
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });

  test('other claims may say who and what', async () => {
    const claims = { ...DEFAULT_CLAIMS, subject: 'email', role: 'realm.roles' };
    const jwt = await forged({ realm: { roles: ['admin'] } });
    expect((await me(jwt, appWith({ claims }))).body).toMatchObject({ subject: 'lead@example.com', role: 'admin' });
  });

  test('the provider is asked for its keys once, not for each request', async () => {
    const fresh = appWith();
    const jwt = await jwtOf('lead');
    asked = [];
    for (let at = 0; at < 5; at++) expect((await me(jwt, fresh)).status).toBe(200);
    expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  test('tokens of ours work beside it', async () => {
    const client = await clientOf(app, database, 'acme', 'reporter');
    expect((await me(client.token)).status).toBe(200);
  });
});

describe('not authorised is', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  test.each<[string, () => Promise<string>]>([
    ['one for another audience', () => jwtOf('lead', 'https://elsewhere.example')],
    ['one of another issuer', () => forged({ iss: 'https://evil.example' })],
    ['one that has ended', () => forged({ exp: now() - 60 })],
    ['one that never ends', () => forged({ exp: undefined })],
    ['one that is not valid yet', () => forged({ nbf: now() + 600 })],
    ['one of nobody', () => forged({ sub: undefined })],
    ['one with a stranger’s signature', async () => forged({}, await exportJWK(stranger))],
    ['one with a key that the provider does not have', () => forged({}, PRIVATE, { kid: 'unknown' })],
    [
      'one that was changed',
      async () =>
        (await jwtOf('staff')).replace(
          /\.[^.]+\./,
          `.${payload({ iss: issuer, aud: AUDIENCE, sub: 'staff', exp: now() + 60, ...ACCOUNTS.lead })}.`,
        ),
    ],
    [
      'one without a signature',
      async () =>
        `${payload({ alg: 'none' })}.${payload({ iss: issuer, aud: AUDIENCE, sub: 'x', exp: now() + 60, ...ACCOUNTS.lead })}.`,
    ],
    ['one that is signed with the public key as a secret', () => byPublicKey()],
    ['rubbish', async () => 'a.b.c'],
  ])('%s', async (_what, make) => {
    const { status, body, headers } = await me(await make());
    expect([status, body.code]).toEqual([401, 'unauthorised']);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  const payload = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const byPublicKey = async () => {
    const { keys } = await (await fetch(`${issuer}/jwks`)).json();
    return new SignJWT({ iss: issuer, aud: AUDIENCE, sub: 'x', exp: now() + 60, ...ACCOUNTS.lead })
      .setProtectedHeader({ alg: 'HS256', kid: 'company' })
      .sign(new TextEncoder().encode(JSON.stringify(keys[0])));
  };
});

test('a provider that cannot be asked is said as such, and asked again by the next request', async () => {
  const jwt = await jwtOf('lead');
  let up = false;
  let keysUp = false;
  const gate = createServer((request, response) => {
    if (!up || (!keysUp && request.url === '/jwks')) return void response.writeHead(500).end();
    fetch(`${issuer}${request.url}`)
      .then((answer) => answer.text())
      .then(
        (text) => response.end(text.replaceAll(issuer, at)),
        () => response.destroy(),
      );
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const at = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
  const gated = appWith({ issuer: at });
  const down = await me(jwt, gated);
  expect([down.status, down.body.code, down.headers.get('retry-after')]).toEqual([503, 'sign_in_unavailable', '10']);
  up = true;
  keysUp = false;
  const keyless = await me(await forged({ iss: at }), gated);
  expect([keyless.status, keyless.body.code]).toEqual([503, 'sign_in_unavailable']);
  keysUp = true;
  expect((await me(await forged({ iss: at }), gated)).status).toBe(200);
  gate.close();
  const gone = await me(jwt, appWith({ issuer: 'http://127.0.0.1:1' }));
  expect([gone.status, gone.body.code]).toEqual([503, 'sign_in_unavailable']);
});

describe('keys that the provider changes', () => {
  const pair = (kid: string) => {
    const { privateKey: own, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return { kid, sign: own, shown: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' } };
  };

  test('are fetched before a token is called bad: under a new name, under the same, and soon after one another', async () => {
    const first = pair('one');
    let shown: object[] = [first.shown];
    let fetched = 0;
    const keys = createServer((request, response) => {
      if (request.url === '/jwks') fetched++;
      const found = request.url === '/jwks' ? { keys: shown } : { issuer: at, jwks_uri: `${at}/jwks` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
    }).listen(0, '127.0.0.1');
    await once(keys, 'listening');
    const at = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
    const rotating = appWith({ issuer: at });
    const says = async ({ kid, sign }: ReturnType<typeof pair>) => {
      const claims = new SignJWT({ ...ACCOUNTS.lead }).setIssuer(at).setAudience(AUDIENCE).setSubject('x');
      const jwt = await claims.setExpirationTime('1m').setProtectedHeader({ alg: 'ES256', kid }).sign(sign);
      return (await me(jwt, rotating)).status;
    };
    expect(await says(first)).toBe(200);
    for (const kid of ['two', 'two', 'three']) {
      const next = pair(kid);
      shown = [next.shown];
      expect(await says(next)).toBe(200);
    }
    // Whatever strangers send, keys are fetched once a second at most.
    const before = fetched;
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, number) => says(pair(`made up ${number}`))));
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(fetched - before).toBeLessThanOrEqual(2);
    keys.close();
  });

  test.each(['urn:countersign:operator', 'erased:1'])('an account that is called %s is refused', async (sub) => {
    const { status, body } = await me(await forged({ sub }));
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });
});

test.each([
  ['https://login.example', true],
  ['http://127.0.0.1:1', true],
  ['http://localhost', true],
  ['http://login.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['ftp://localhost', false],
  ['x', false],
])('%s is secure: %s', (address, secure) => expect(isSecure(address)).toBe(secure));
