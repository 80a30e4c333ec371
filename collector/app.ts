/** The HTTP side: routes over a database. It listens nowhere by itself, so that tests can call it in-process. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { drain, readBatch } from './body.ts';
import { type Database, DatabaseError } from './database.ts';
import { appendEvents } from './events.ts';
import { errorFields, type Log } from './log.ts';
import { readEvents } from './pages.ts';
import { Problem } from './problem.ts';
import { eventJsonSchema, healthRoute, meRoute, pullRoute, pushRoute } from './routes.ts';
import { type Caller, findCaller } from './tokens.ts';

export interface AppParts {
  database: Database;
  log: Log;
  version: string;
  /** For tests of what depends on the time. */
  now?: () => Date;
}

interface Env {
  Variables: { caller: Caller };
}
export type App = OpenAPIHono<Env>;

/** Browsers name an extension's own pages and workers so; no web page can. */
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;
/** Long enough for a database to restart, short enough that nobody waits for it. */
const RETRY_SECONDS = '5';

/** Builds the collector's API over an open database. */
export function createApp({ database, log, version, now = () => new Date() }: AppParts): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem('bad_query', badQuery(result.error.issues));
    },
  });
  app.use(logged(log), secured, corsOfExtensions, drained);
  app.use('/v1/*', authenticated(database, now));
  addEvents(app, database, now);
  app.openapi(meRoute, (context) => {
    const { tokenId, ...me } = context.var.caller;
    return context.json(me, 200);
  });
  app.openapi(healthRoute, async (context) => {
    await database.query('select 1');
    return context.json({ status: 'ok' as const, name: 'countersign-collector' as const, version }, 200);
  });
  addDocument(app, version);
  addProblems(app, log);
  return app;
}

function addEvents(app: App, database: Database, now: () => Date): void {
  app.openapi(pullRoute, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(await readEvents(database, context.var.caller.team, BigInt(after), Number(limit)), 200);
  });
  // Not `app.openapi`: its validator would refuse a whole batch for one event that does not fit.
  app.openAPIRegistry.registerPath(pushRoute);
  app.post(pushRoute.getRoutingPath(), async (context) => {
    const batch = await readBatch(context.req.raw);
    return context.json({ results: await appendEvents(database, context.var.caller, batch, now()) }, 200);
  });
}

function addDocument(app: App, version: string): void {
  app.openAPIRegistry.registerComponent('schemas', 'CountersignEvent', eventJsonSchema);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Countersign collector', version } });
}

function addProblems(app: App, log: Log): void {
  const allowed = { '/v1/events': 'GET, POST', '/v1/me': 'GET', '/healthz': 'GET', '/openapi.json': 'GET' };
  for (const [path, methods] of Object.entries(allowed))
    app.all(path, () => {
      throw new Problem('method_not_allowed', `This address takes ${methods} only.`, { allow: methods });
    });
  app.notFound(() => new Problem('not_found', 'There is nothing at this address.').toResponse());
  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    log.error('request.failed', errorFields(error));
    return problemOf(error).toResponse();
  });
}

function problemOf(error: Error): Problem {
  if (error instanceof DatabaseError)
    return new Problem('database_unavailable', 'The database cannot be reached; nothing was stored. Try again.', {
      'retry-after': RETRY_SECONDS,
    });
  return new Problem('internal', 'The collector failed. Its log says where.');
}

const badQuery = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  issues[0]?.path[0] === 'limit'
    ? '"limit" must be a number from 1 to 1000.'
    : '"after" must be a sequence: up to 16 digits.';

/** Whose the token is decides team, role and subject; nothing that a client says of itself does. */
const authenticated = (database: Database, now: () => Date) =>
  createMiddleware<Env>(async (context, next) => {
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const caller = token === undefined ? undefined : await findCaller(database, token, now());
    if (!caller)
      throw new Problem('unauthorised', 'The token is missing, unknown or revoked.', {
        'www-authenticate': token === undefined ? 'Bearer' : 'Bearer error="invalid_token"',
      });
    context.set('caller', caller);
    await next();
  });

const logged = (log: Log) =>
  createMiddleware<Env>(async (context, next) => {
    const started = performance.now();
    await next();
    log.info('request.answered', {
      method: context.req.method,
      // Not the path that was asked for: anything may stand in that.
      path: context.res.status === 404 ? undefined : context.req.path,
      status: context.res.status,
      ms: Math.round(performance.now() - started),
      team: context.var.caller?.team,
      tokenId: context.var.caller?.tokenId,
    });
  });

const drained = createMiddleware<Env>(async (context, next) => {
  await next();
  if (context.res.status >= 400) await drain(context.req.raw);
});

const secured = createMiddleware<Env>(async (context, next) => {
  await next();
  context.header('x-content-type-options', 'nosniff');
  context.header('cache-control', 'no-store');
  context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  context.header('referrer-policy', 'no-referrer');
});

const corsOfExtensions = cors({
  origin: (origin) => (EXTENSION_ORIGIN.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['authorization', 'content-type'],
  exposeHeaders: ['retry-after'],
  maxAge: 600,
});
