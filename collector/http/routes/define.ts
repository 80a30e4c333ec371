/**
 * How a route is declared: path and schemas, who may ask, and what answers, in one file for each noun. `index.ts` lists
 * them.
 */
import { type createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { ROLES, type Role } from '../../../lib/domain/codes.ts';
import { mayRead } from '../../../lib/domain/people/role.ts';
import { type Env, permitted } from '../middleware.ts';
import type { App, Parts } from '../parts.ts';
import { Problem, problemSchema } from '../problem.ts';

/** A number of the team's order: 16 digits. */
export const sequence = z.string().regex(/^\d{16}$/);

/** Which part of a log is asked for. `what`: of what it is a part; `most`: how many of them, where nobody says. */
export const partAsked = (what: 'event' | 'link', most: number, note = '') =>
  z.object({
    after: z
      .string()
      .regex(/^\d{1,16}$/)
      .default('0')
      .openapi({ description: `Sequence of the last ${what} that was read`, example: '0000000000000000' }),
    limit: z
      .string()
      .regex(/^([1-9]\d{0,2}|1000)$/)
      .default(String(most))
      .openapi({ description: `Most ${what}s, 1 to 1000${note}` }),
  });
export const bearer = [{ bearer: [] }];
export const EVENT = { $ref: '#/components/schemas/CountersignEvent' };

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What every request with a token can meet. */
export const GUARDED = {
  401: problem('Token missing, unknown, at its end or revoked'),
  403: problem('The role of the token does not allow this'),
  429: problem('Too many requests with this token; wait as long as Retry-After says'),
  503: problem('The database cannot be reached; nothing was stored. Try again'),
} as const;

/** The request has a JSON body. */
export const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
export const BAD = { 400: problem('The request does not fit its schema') };

/** Who may ask. */
interface Access {
  /** As the documents say it. */
  who: string;
  roles: readonly Role[];
  /** Ends the sentence "The role … may not …". */
  what: string;
}
export const ANY_ROLE: Access = { who: 'every role', roles: ROLES, what: 'ask this' };
export const READERS: Access = {
  who: 'every role that reads',
  roles: ROLES.filter(mayRead),
  what: 'read the team’s events',
};
export const ADMINS: Access = { who: 'admin', roles: ['admin'], what: 'administer the team' };

type Described = ReturnType<typeof createRoute>;

export interface Route {
  method: string;
  /** As OpenAPI writes it: `/v1/tokens/{tokenId}`. */
  path: string;
  summary: string;
  /** `anyone`: without a token. */
  access: Access | 'anyone';
  add(app: App, parts: Parts): void;
}

type Add = (app: App, parts: Parts) => void;

/** Declares a route whose requests and answers are looked at by their schemas. */
export const defineRoute = (access: Access | 'anyone', route: Described, add: Add): Route => ({
  ...declaredOf(access, route),
  add(app, parts) {
    guard(app, access, route);
    if (/^(?:post|put|delete)$/.test(route.method)) app.on(route.method, [route.getRoutingPath()], small);
    add(app, parts);
  },
});

/** Declares a route that the schemas only describe: what it takes or answers is more than one JSON object. */
export const defineRawRoute = (access: Access | 'anyone', route: Described, add: Add): Route => ({
  ...declaredOf(access, route),
  add(app, parts) {
    guard(app, access, route);
    app.openAPIRegistry.registerPath(route);
    add(app, parts);
  },
});

const declaredOf = (access: Access | 'anyone', { method, path, summary = '' }: Described) => ({
  ...{ method, path, summary, access },
});

function guard(app: App, access: Access | 'anyone', route: Described): void {
  if (access === 'anyone') return;
  const may = (role: Role) => access.roles.includes(role);
  app.on(route.method, [route.getRoutingPath()], permitted(may, access.what));
}

/** None of the requests that a schema is read from has reason to be longer. */
const BODY_BYTES = 10_000;

/** Short, and JSON: the tooling looks at no body of another type, and would hand it on unseen. */
const small = createMiddleware<Env>(async (context, next) => {
  const length = Number(context.req.header('content-length') ?? 0);
  const chunked = context.req.header('transfer-encoding') !== undefined;
  if (chunked || length > BODY_BYTES)
    throw new Problem('too_large', `Such a request may hold ${BODY_BYTES} bytes at most, and says how many.`);
  const writes = context.req.method === 'POST' || context.req.method === 'PUT';
  if (writes && !/^application\/json *(;|$)/i.test(context.req.header('content-type') ?? ''))
    throw new Problem('unsupported_type', 'Send application/json.');
  await next();
});
