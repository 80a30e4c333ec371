/** The HTTP side: routes over a database. It listens nowhere by itself, so that tests can call it in-process. */
import type { KeyObject } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { mayRead } from '../../lib/domain/people/role.ts';
import { SIGN_IN_PATH, type SignInOffer } from '../../lib/domain/people/sign-in.ts';
import { type Database, DatabaseError } from '../database/database.ts';
import { appendEvents } from '../ledger/events.ts';
import { readHead, signHead } from '../ledger/head.ts';
import { readEvents } from '../ledger/pages.ts';
import { errorFields, type Log } from '../logger.ts';
import { looksLikeJwt } from '../people/oidc.ts';
import { findCaller } from '../people/tokens.ts';
import { addAdmin } from './admin.ts';
import { readBatch } from './body.ts';
import type { Live } from './live.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import {
  authenticated,
  corsOfExtensions,
  drained,
  type Env,
  type Identify,
  limited,
  observed,
  permitted,
  secured,
  tokenOf,
} from './middleware.ts';
import { Problem } from './problem.ts';
import { createLimiter, DEFAULT_RATE, type Rate } from './rate.ts';
import { healthRoute, readyRoute } from './routes/health.ts';
import { eventJsonSchema, headRoute, liveRoute, meRoute, pullRoute, pushRoute } from './routes/log.ts';
import { signInRoute } from './routes/sign-in.ts';
import { createStreams } from './stream.ts';

interface AppParts {
  database: Database;
  log: Log;
  version: string;
  live?: Live;
  metrics?: Metrics;
  rate?: Rate;
  /** Finds whose a JWT is, where the company signs people in. */
  signIn?: Identify;
  /** What browsers are told of how to sign in. */
  offer?: SignInOffer;
  /** Signs heads. */
  signingKey?: KeyObject | undefined;
  /** For tests of what depends on the time. */
  now?: () => Date;
  /** Milliseconds between the beats of a stream. */
  beatMs?: number;
}

/** The parts of an app, none missing. */
export interface Parts extends AppParts {
  live: Live;
  metrics: Metrics;
  now: () => Date;
}

export type App = OpenAPIHono<Env>;

/** Long enough for a database to restart, short enough that nobody waits for it. */
const RETRY_SECONDS = '5';

/** Builds the collector's API over an open database. */
export function createApp(given: AppParts): App {
  const parts: Parts = { live: DEAF, metrics: createMetrics(), now: () => new Date(), ...given };
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result, context) => {
      if (!result.success) throw unfit(context.req.method, result.error.issues);
    },
  });
  app.use(observed(parts.log, parts.metrics), secured, corsOfExtensions, drained);
  const identify = identifierOf(parts);
  const offered = parts.offer && `${new URL(parts.offer.resource).href.replace(/\/+$/, '')}${SIGN_IN_PATH}`;
  app.use('/v1/*', authenticated(identify, offered), limited(createLimiter(parts.rate ?? DEFAULT_RATE), parts.now));
  addLog(app, parts);
  addReading(app, parts, identify);
  addAdmin(app, parts);
  addHealth(app, parts);
  addDocument(app, parts.version);
  addProblems(app, parts.log);
  return app;
}

/** Where nobody listens. */
const DEAF: Live = {
  changed: () => undefined,
  listen: () => () => undefined,
  closing: new AbortController().signal,
  close: async () => undefined,
};

const identifierOf =
  ({ database, signIn, now }: Parts): Identify =>
  async (token) =>
    signIn && looksLikeJwt(token) ? signIn(token) : findCaller(database, token, now());

function addLog(app: App, { database, now, metrics, live }: Parts): void {
  app.on('GET', ['/v1/events', '/v1/head', '/v1/live', '/v1/me/export'], permitted(mayRead, 'read the team’s events'));
  app.openapi(pullRoute, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(await readEvents(database, context.var.caller.team, BigInt(after), Number(limit)), 200);
  });
  // Not `app.openapi`: its validator would refuse a whole batch for one event that does not fit.
  app.openAPIRegistry.registerPath(pushRoute);
  app.post(pushRoute.getRoutingPath(), async (context) => {
    const batch = await readBatch(context.req.raw);
    const { caller } = context.var;
    const results = await appendEvents(database, caller, batch, now());
    metrics.appended(results);
    const last = results.findLast(({ outcome }) => outcome === 'stored')?.sequence;
    if (last !== undefined) live.changed(caller.team, last);
    return context.json({ results }, 200);
  });
}

function addReading(app: App, parts: Parts, identify: Identify): void {
  const { database, now, signingKey } = parts;
  app.openapi(meRoute, async (context) => {
    const { tokenId, ...me } = context.var.caller;
    return context.json(me, 200);
  });
  app.openapi(headRoute, async (context) => {
    const head = await readHead(database, context.var.caller.team, now());
    return context.json(await signHead(head, signingKey), 200);
  });
  const streams = createStreams({
    ...parts,
    stillGood: async ({ req, var: { caller } }) => {
      const again = await identify(tokenOf(req.header('authorization')) ?? '');
      return again?.team === caller.team && mayRead(again.role);
    },
  });
  app.openAPIRegistry.registerPath(liveRoute);
  app.get(liveRoute.getRoutingPath(), streams);
}

function addHealth(app: App, { database, version, live, offer }: Parts): void {
  if (offer) app.openapi(signInRoute, (context) => context.json(offer, 200));
  const state = { status: 'ok' as const, name: 'countersign-collector' as const, version };
  app.openapi(healthRoute, (context) => context.json(state, 200));
  app.openapi(readyRoute, async (context) => {
    if (live.closing.aborted) throw new Problem('stopping', 'The collector is about to stop.');
    await database.query('select 1');
    return context.json(state, 200);
  });
}

function addDocument(app: App, version: string): void {
  app.openAPIRegistry.registerComponent('schemas', 'CountersignEvent', eventJsonSchema);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the collector, or a JWT of the company’s OpenID provider',
  });
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Countersign collector', version } });
}

function addProblems(app: App, log: Log): void {
  for (const [path, methods] of methodsByPath(app))
    app.all(path, () => {
      throw new Problem('method_not_allowed', `This address takes ${methods} only.`, { allow: methods });
    });
  app.notFound(() => new Problem('not_found', 'There is nothing at this address.').toResponse());
  app.onError((error) => {
    if (error instanceof Problem && error.cause === undefined) return error.toResponse();
    if (error instanceof HTTPException && error.status === 400)
      return new Problem('bad_json', 'The body is not JSON in UTF-8.').toResponse();
    log.error('request.failed', { ...errorFields(error), cause: causeOf(error) });
    return problemOf(error).toResponse();
  });
}

/** What each address takes, as the routes say that were added so far. */
function methodsByPath(app: App): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { method, path } of app.routes) {
    const before = paths.get(path)?.split(', ') ?? [];
    if (method !== 'ALL' && !path.includes('*')) paths.set(path, [...new Set([...before, method])].sort().join(', '));
  }
  return paths;
}

const causeOf = ({ cause }: Error): string | undefined => {
  if (!(cause instanceof Error)) return undefined;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
};

function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseError)
    return new Problem('database_unavailable', 'The database cannot be reached; nothing was stored. Try again.', {
      'retry-after': RETRY_SECONDS,
    });
  return new Problem('internal', 'The collector failed. Its log says where.');
}

/** Says where a request does not fit, never what stands there. */
function unfit(method: string, issues: readonly { path: readonly PropertyKey[] }[]): Problem {
  const [at] = issues[0]?.path ?? [];
  if (method === 'GET' && at === 'limit') return new Problem('bad_query', '"limit" must be a number from 1 to 1000.');
  if (method === 'GET' && at === 'after')
    return new Problem('bad_query', '"after" must be a sequence: up to 16 digits.');
  const place = typeof at === 'string' && /^\w{1,40}$/.test(at) ? ` at "${at}"` : '';
  return new Problem('bad_request', `The request does not fit its schema${place}.`);
}
