/** The HTTP side: routes over a database. It listens nowhere by itself, so that tests can call it in-process. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { SIGN_IN_PATH } from '../../lib/domain/people/sign-in.ts';
import { DatabaseError, STORAGE_FULL } from '../database/database.ts';
import { errorFields, type Log } from '../logger.ts';
import { looksLikeJwt } from '../people/oidc.ts';
import { findCaller } from '../people/tokens.ts';
import type { Live } from './live.ts';
import { createMetrics } from './metrics.ts';
import {
  authenticated,
  corsOfExtensions,
  drained,
  type Env,
  type Identify,
  limited,
  observed,
  packedAnswers,
  secured,
} from './middleware.ts';
import type { App, AppParts, Parts } from './parts.ts';
import { Problem } from './problem.ts';
import { createLimiter, DEFAULT_RATE } from './rate.ts';
import { eventJsonSchema } from './routes/events.ts';
import { ROUTES } from './routes/index.ts';

/** Long enough for a database to restart, short enough that nobody waits for it. */
const RETRY_SECONDS = '5';
/** Somebody has to make room. */
const ROOM_SECONDS = '60';

/** Builds the collector's API over an open database. */
export function createApp(given: AppParts): App {
  const parts = completed(given);
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result, context) => {
      if (!result.success) throw unfit(context.req.method, result.error.issues);
    },
  });
  app.use(observed(parts.log, parts.metrics), secured, corsOfExtensions, drained);
  const offered = parts.offer && `${new URL(parts.offer.resource).href.replace(/\/+$/, '')}${SIGN_IN_PATH}`;
  app.use(
    '/v1/*',
    authenticated(parts.identify, offered),
    limited(createLimiter(parts.rate ?? DEFAULT_RATE), parts.now),
  );
  app.use('/v1/events/*', packedAnswers);
  app.use('/v1/links', packedAnswers);
  for (const route of ROUTES) route.add(app, parts);
  addDocument(app, parts.version);
  addProblems(app, parts.log);
  return app;
}

/** Where nobody listens. */
const DEAF: Live = {
  changed: () => undefined,
  doubted: () => undefined,
  listen: () => () => undefined,
  closing: new AbortController().signal,
  close: async () => undefined,
};

function completed(given: AppParts): Parts {
  const parts = { live: DEAF, metrics: createMetrics(), now: () => new Date(), ...given };
  const { database, signIn, now } = parts;
  const identify: Identify = async (token) =>
    signIn && looksLikeJwt(token) ? signIn(token) : findCaller(database, token, now());
  return { ...parts, identify };
}

function addDocument(app: App, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the collector, or a JWT of the company’s OpenID provider',
  });
  // Made once: anybody may ask for it, and it never changes.
  let text: string | undefined;
  app.get('/openapi.json', (context) => {
    text ??= JSON.stringify(documentOf(app, version));
    return context.body(text, 200, { 'content-type': 'application/json' });
  });
}

function documentOf(app: App, version: string) {
  app.openAPIRegistry.registerComponent('schemas', 'CountersignEvent', eventJsonSchema());
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Countersign collector', version } });
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
  if (error instanceof DatabaseError && error.code === STORAGE_FULL)
    return new Problem(
      'storage_full',
      'The collector’s disk is full: nothing was stored, reading goes on. Try again.',
      {
        'retry-after': ROOM_SECONDS,
      },
    );
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
