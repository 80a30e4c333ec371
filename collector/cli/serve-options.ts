/** The options of `serve`. */

import type { DatabasePlace } from '../database/open.ts';
import { type NewsPlace, newsPlaceOf } from '../news/news.ts';
import { DEFAULT_CLAIMS, isSecure, type OidcSettings } from '../people/oidc.ts';
import { databasePlaceOf, type Environment, needed, numberOf, read, wrong } from './parse.ts';
import { SERVE_FLAGS, type ServeValues } from './serve-flags.ts';
import { rolesOf, type SignInSettings, signInOf } from './sign-in-options.ts';

export interface ServeOptions {
  place: DatabasePlace;
  host: string;
  port: number;
  quiet: boolean;
  /** Files of a certificate and its key, in PEM. */
  tls?: { cert: string; key: string };
  /** Metrics are served here, on this computer only. */
  metricsPort?: number;
  /** File of the key that signs heads. */
  signingKey?: string;
  /** Folder of the keys that sign policies and receipts; beside the embedded database where it is not said. */
  keys?: string;
  /** How collectors tell each other that logs have grown. */
  live: NewsPlace;
  /** Requests a second and token. */
  rate?: number;
  /** For how long the process may be stuck before it ends itself. */
  watchdogMs: number;
  oidc?: OidcSettings;
  /** What browsers are told of how to sign in. */
  signIn?: SignInSettings;
}

const DEFAULT_PORT = '8787';
/** Seconds. No statement of a request takes longer: PostgreSQL's own limit is 15. */
const DEFAULT_WATCHDOG = '60';

/** Reads them. Refuses an address that others reach, unless with TLS or when told. */
export function serveOptions(args: readonly string[], env: Environment): ServeOptions {
  const values: ServeValues = read(args, SERVE_FLAGS).values;
  const { port = DEFAULT_PORT, host = '127.0.0.1', quiet = false, rate, watchdog = DEFAULT_WATCHDOG } = values;
  const tls = tlsOf(values);
  const [metricsPort, signingKey, oidc] = [values['metrics-port'], values['signing-key'], oidcOf(values)];
  const signIn = signInOf(values);
  const options: ServeOptions = {
    ...(tls ? { tls } : {}),
    ...(metricsPort === undefined ? {} : { metricsPort: numberOf(metricsPort, 'metrics-port', 0, 65_535) }),
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(values.keys === undefined ? {} : { keys: needed(values, 'keys') }),
    ...(rate === undefined ? {} : { rate: numberOf(rate, 'rate', 1, 100_000) }),
    ...(oidc ? { oidc } : {}),
    ...(signIn ? { signIn } : {}),
    watchdogMs: numberOf(watchdog, 'watchdog', 1, 3_600) * 1_000,
    port: numberOf(port, 'port', 0, 65_535),
    host,
    quiet,
    place: databasePlaceOf(values.data, env),
    live: liveOf(values.live),
  };
  if (!isLoopback(host) && !tls && !values['insecure-http'])
    throw wrong(
      `Without TLS the collector listens on this computer only, not on "${host}". Give --tls-cert and --tls-key, put a ` +
        'proxy with TLS before it, or add --insecure-http if the network between is trusted.',
    );
  return options;
}

function liveOf(said: string | undefined): NewsPlace {
  const place = newsPlaceOf(said ?? 'notify');
  if (!place)
    throw wrong('--live is notify, poll, or an address like nats://host:4222 or postgres://user:password@host/name.');
  return place;
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function tlsOf({ 'tls-cert': cert, 'tls-key': key }: ServeValues): ServeOptions['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (!cert || !key) throw wrong('--tls-cert and --tls-key belong together.');
  return { cert, key };
}

function oidcOf(values: ServeValues): OidcSettings | undefined {
  const { 'oidc-issuer': issuer, 'oidc-audience': audience } = values;
  const given = Object.keys(values).filter((key) => key.startsWith('oidc-'));
  if (given.length === 0) return undefined;
  if (!issuer || !audience) throw wrong('--oidc-issuer and --oidc-audience belong together.');
  if (!isSecure(issuer)) throw wrong('--oidc-issuer must be an https address.');
  return {
    issuer,
    audience,
    claims: {
      team: values['oidc-team-claim'] || DEFAULT_CLAIMS.team,
      role: values['oidc-role-claim'] || DEFAULT_CLAIMS.role,
      subject: values['oidc-subject-claim'] || DEFAULT_CLAIMS.subject,
      name: values['oidc-name-claim'] || DEFAULT_CLAIMS.name,
      ...(values['oidc-group-claim'] ? { groups: values['oidc-group-claim'] } : {}),
    },
    roles: rolesOf(values['oidc-roles'] ?? ''),
  };
}
