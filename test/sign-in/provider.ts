/** A real OpenID provider on this computer, with people who sign in at its own pages. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK } from 'jose';
import { Provider } from 'oidc-provider';

export const CLIENT_ID = 'countersign-browser';

interface ProviderOptions {
  /** Where browsers may be sent back to. */
  redirectUris: string[];
  leftUris?: string[];
  /** Address of the collector, for which alone tokens are made. */
  audience: string;
  accessTokenSeconds?: number;
  /** Its access tokens say when the person signed in, as the server wants it for a signature. */
  timed?: boolean;
  /** Claims of an account, by what the person types as their name. */
  accounts: Record<string, object>;
}

export interface RunningProvider {
  issuer: string;
  /** What was asked of it: method and path, in order. */
  asked: string[];
  /** From now on it answers nothing but this status; undefined lets it go on. */
  down: number | undefined;
  /** Ends every session: no refresh token is good any more. */
  endSessions(): void;
  /** Whoever signs in from now on did so that many seconds ago, for all that is given for it. */
  signInsAreOld(seconds: number): void;
  close(): Promise<void>;
}

/** Tokens and grants in memory, which a test can take away. */
class Memory {
  static olderSeconds = 0;
  static readonly stored = new Map<string, { payload: Record<string, unknown>; until: number }>();
  readonly #model: string;
  constructor(model: string) {
    this.#model = model;
  }
  #key = (id: string) => `${this.#model}:${id}`;
  async upsert(id: string, payload: Record<string, unknown>, expiresIn = 3_600) {
    if (this.#model === 'AuthorizationCode' && typeof payload.authTime === 'number')
      payload.authTime -= Memory.olderSeconds;
    Memory.stored.set(this.#key(id), { payload, until: Date.now() + expiresIn * 1_000 });
  }
  async find(id: string) {
    const held = Memory.stored.get(this.#key(id));
    return held && held.until > Date.now() ? held.payload : undefined;
  }
  async findByUid(uid: string) {
    for (const [key, { payload }] of Memory.stored)
      if (key.startsWith(`${this.#model}:`) && payload.uid === uid) return payload;
    return undefined;
  }
  async findByUserCode() {
    return undefined;
  }
  async consume(id: string) {
    const held = Memory.stored.get(this.#key(id));
    if (held) held.payload.consumed = Math.floor(Date.now() / 1_000);
  }
  async destroy(id: string) {
    Memory.stored.delete(this.#key(id));
  }
  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of Memory.stored) if (payload.grantId === grantId) Memory.stored.delete(key);
  }
}

export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const server = createServer((request, response) => {
    running.asked.push(`${request.method} ${new URL(request.url ?? '/', issuer).pathname}`);
    if (running.down !== undefined) return void response.writeHead(running.down).end();
    provider
      .callback()(request, response)
      .catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = await makeProvider(issuer, options);
  const running: RunningProvider = {
    issuer,
    asked: [],
    down: undefined,
    endSessions: () => Memory.stored.clear(),
    signInsAreOld: (seconds) => {
      Memory.olderSeconds = seconds;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return running;
}

/** When the person signed in that a token is for, by the code or the earlier token that it is given for. */
function signedInAt({
  oidc,
}: {
  oidc: { entities: Partial<Record<string, { authTime?: number }>> };
}): number | undefined {
  const { AuthorizationCode, RefreshToken } = oidc.entities;
  return (AuthorizationCode ?? RefreshToken)?.authTime;
}

async function makeProvider(issuer: string, options: ProviderOptions): Promise<Provider> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...(await exportJWK(privateKey)), kid: 'company', alg: 'ES256', use: 'sig' };
  const { accounts, audience, accessTokenSeconds = 3_600, redirectUris, leftUris = [], timed } = options;
  const asking = { defaultResource: () => audience, useGrantedResource: () => true };
  return new Provider(issuer, {
    adapter: Memory as never,
    jwks: { keys: [key as never] },
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: leftUris,
      },
    ],
    claims: { openid: ['sub'], profile: ['name'] },
    scopes: ['openid', 'profile', 'offline_access'],
    findAccount: (_context, accountId) =>
      Object.hasOwn(accounts, accountId)
        ? { accountId, claims: () => ({ sub: accountId, ...accounts[accountId] }) }
        : undefined,
    extraTokenClaims: (context, token) =>
      ({
        ...(timed ? { auth_time: signedInAt(context as never) } : {}),
        ...accounts[(token as { accountId: string }).accountId],
      }) as never,
    ttl: {
      AccessToken: accessTokenSeconds,
      RefreshToken: 3_600,
      Session: 3_600,
      Grant: 3_600,
      Interaction: 600,
      IdToken: 600,
    },
    cookies: { keys: ['a test'] },
    // Providers may look at where a request comes from; an administrator names the extension there.
    clientBasedCORS: (_context, origin) => /^(chrome|moz)-extension:/.test(origin),
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        ...asking,
        getResourceServerInfo: (_context: unknown, resource: string) => {
          if (resource !== audience) throw new Error('no such resource');
          return {
            scope: '',
            audience: resource,
            accessTokenFormat: 'jwt' as const,
            accessTokenTTL: accessTokenSeconds,
            jwt: { sign: { alg: 'ES256' as const } },
          };
        },
      } as never,
    },
  });
}
