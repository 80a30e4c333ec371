/** Answers what an administrator of a team asks. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { stream } from 'hono/streaming';
import { eraseOutput, erasePerson } from '../ledger/erase.ts';
import { exportPerson } from '../ledger/person.ts';
import { readRetention, setRetention } from '../ledger/retention.ts';
import { errorFields } from '../logger.ts';
import { createToken, listTokens, revokeToken } from '../people/tokens.ts';
import type { App, Parts } from './app.ts';
import { type Env, permitted } from './middleware.ts';
import { Problem } from './problem.ts';
import * as routes from './routes/admin.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** None of these requests has reason to be longer. */
const BODY_BYTES = 10_000;

const adminsOnly = permitted((role) => role === 'admin', 'administer the team');

/** Short, and JSON: the tooling looks at no body of another type, and would hand it on unseen. */
const plain = createMiddleware<Env>(async (context, next) => {
  const length = Number(context.req.header('content-length') ?? 0);
  const chunked = context.req.header('transfer-encoding') !== undefined;
  if (chunked || length > BODY_BYTES)
    throw new Problem('too_large', `Such a request may hold ${BODY_BYTES} bytes at most, and says how many.`);
  const writes = context.req.method === 'POST' || context.req.method === 'PUT';
  if (writes && !/^application\/json *(;|$)/i.test(context.req.header('content-type') ?? ''))
    throw new Problem('unsupported_type', 'Send application/json.');
  await next();
});

/** Adds the routes of administrators, and what everybody may ask about themselves. */
export function addAdmin(app: App, parts: Parts): void {
  for (const path of ['/v1/tokens', '/v1/tokens/*', '/v1/erasures', '/v1/people/*', '/v1/retention'])
    app.use(path, adminsOnly, plain);
  addTokens(app, parts);
  addErasure(app, parts);
  addExport(app, parts);
}

function addTokens(app: App, { database, now, log }: Parts): void {
  app.openapi(routes.listTokensRoute, async (context) =>
    context.json({ tokens: await listTokens(database, context.var.caller.team) }, 200),
  );
  app.openapi(routes.createTokenRoute, async (context) => {
    const { expiresInDays, name, ...who } = context.req.valid('json');
    const { team, tokenId: by } = context.var.caller;
    const expiresAt = expiresInDays === undefined ? undefined : new Date(now().getTime() + expiresInDays * DAY_MS);
    const me = { team, ...who, ...(name === undefined ? {} : { name }) };
    const made = await createToken(database, me, expiresAt);
    log.info('token.created', { team, tokenId: made.tokenId, role: me.role, by });
    return context.json(made, 201);
  });
  app.openapi(routes.revokeTokenRoute, async (context) => {
    const { tokenId } = context.req.valid('param');
    const { team, tokenId: by } = context.var.caller;
    if (!(await revokeToken(database, tokenId, team))) throw new Problem('not_found', 'The team has no such token.');
    log.info('token.revoked', { team, tokenId, by });
    return context.body(null, 204);
  });
}

function addErasure(app: App, { database, now, metrics, live }: Parts): void {
  app.openapi(routes.eraseRoute, async (context) => {
    const what = context.req.valid('json');
    const { team, subject } = context.var.caller;
    const asked = { team, authid: subject, now: now() };
    const { rows, last } =
      'output' in what
        ? await eraseOutput(database, asked, what.output)
        : await erasePerson(database, asked, what.person, what.identity);
    metrics.erased(rows);
    if (last !== undefined) live.changed(team, last);
    return context.json({ rows }, 200);
  });
  app.openapi(routes.readRetentionRoute, async (context) =>
    context.json({ days: await readRetention(database, context.var.caller.team) }, 200),
  );
  app.openapi(routes.setRetentionRoute, async (context) => {
    const { days } = context.req.valid('json');
    const { team, subject } = context.var.caller;
    live.changed(team, await setRetention(database, team, subject, days, now()));
    return context.json({ days }, 200);
  });
}

function addExport(app: App, { database, now, live, log }: Parts): void {
  const answer = (context: Context<Env>, person: string) => {
    const { team, subject } = context.var.caller;
    const asked = { team, authid: subject, now: now() };
    context.header('content-type', 'application/json');
    context.header('content-disposition', 'attachment; filename="countersign-person.json"');
    const send = async (out: { write(text: string): Promise<unknown> }) => {
      for await (const text of exportPerson(database, asked, person, (last) => live.changed(team, last)))
        await out.write(text);
    };
    // Cut off, it is no JSON: nobody takes it for the whole.
    return stream(context, send, async (error) => log.error('export.failed', errorFields(error)));
  };
  // Not `app.openapi`: what it answers is streamed, not an object.
  app.openAPIRegistry.registerPath(routes.exportPersonRoute);
  app.get('/v1/people/:person/export', (context) => answer(context, context.req.param('person')));
  app.openAPIRegistry.registerPath(routes.exportMeRoute);
  app.get('/v1/me/export', (context) => answer(context, context.var.caller.subject));
}
