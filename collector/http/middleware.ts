/** What every request passes through, from the outside in. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Role } from '../../lib/domain/codes.ts';
import type { Log } from '../logger.ts';
import type { Caller } from '../people/tokens.ts';
import { drain } from './body.ts';
import type { Metrics } from './metrics.ts';
import { Problem } from './problem.ts';
import type { Limiter } from './rate.ts';

export interface Env {
  Variables: { caller: Caller };
}

/** Browsers name an extension's own pages and workers so; no web page can. */
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;

/** Finds whose a token is; undefined of one that is not good (any more). */
export type Identify = (token: string) => Promise<Caller | undefined>;

/** RFC 9728, 5.1: where a caller without a token learns how to get one. `offered`: that address, where there is one. */
const challengeOf = (token: string | undefined, offered: string | undefined): string => {
  const parts = [
    ...(token === undefined ? [] : ['error="invalid_token"']),
    ...(offered === undefined ? [] : [`resource_metadata="${offered}"`]),
  ];
  return ['Bearer', parts.join(', ')].filter(Boolean).join(' ');
};

/** Whose the token is decides team, role and subject; nothing that a client says of itself does. */
export const authenticated = (identify: Identify, offered?: string) =>
  createMiddleware<Env>(async (context, next) => {
    const token = tokenOf(context.req.header('authorization'));
    const caller = token === undefined ? undefined : await identify(token);
    if (!caller)
      throw new Problem('unauthorised', 'The token is missing, unknown, at its end or revoked.', {
        'www-authenticate': challengeOf(token, offered),
      });
    context.set('caller', caller);
    await next();
  });

/** The token of an `Authorization` header, or undefined when it has none. */
export const tokenOf = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];

/** Lets requests pass as often as the limiter allows for their token. */
export const limited = (limiter: Limiter, now: () => Date) =>
  createMiddleware<Env>(async (context, next) => {
    const wait = limiter.take(context.var.caller.tokenId, now().getTime());
    if (wait > 0)
      throw new Problem('rate_limited', 'Too many requests with this token.', { 'retry-after': String(wait) });
    await next();
  });

/** Lets pass whose role `may`. `what` ends the sentence "The role … may not …". */
export const permitted = (may: (role: Role) => boolean, what: string) =>
  createMiddleware<Env>(async (context, next) => {
    const { role } = context.var.caller;
    if (!may(role)) throw new Problem('forbidden', `The role ${role} may not ${what}.`);
    await next();
  });

/** A line of the log and a measurement for each answer. */
export const observed = (log: Log, metrics: Metrics) =>
  createMiddleware<Env>(async (context, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const { method } = context.req;
    const path = routeOf(context);
    const { status } = context.res;
    metrics.answered({ method, route: path ?? 'none', status }, ms / 1_000);
    log.info('request.answered', {
      method,
      // Not the path that was asked for: anything may stand in that.
      path,
      status,
      ms: Math.round(ms),
      team: context.var.caller?.team,
      tokenId: context.var.caller?.tokenId,
    });
  });

/** The pattern of the route that answered; undefined where none is at the address. */
const routeOf = (context: Context<Env>): string | undefined =>
  matchedRoutes(context).findLast(({ path }) => !path.includes('*'))?.path;

export const drained = createMiddleware<Env>(async (context, next) => {
  await next();
  if (context.res.status >= 400) await drain(context.req.raw);
});

/** Below that, packing and unpacking cost more than they save. */
const WORTH_BYTES = 1_400;
/** The fastest: what it saves beyond is a tenth, and costs three times as much. */
const FASTEST = { level: 1 };

/**
 * Packs answers of the log for whoever unpacks them, and says that requests may be packed too (RFC 7694). Only the log's: an
 * answer that has a secret in it beside words that somebody else chose tells of it by its length.
 */
export const packedAnswers = createMiddleware<Env>(async (context, next) => {
  await next();
  context.header('accept-encoding', 'gzip');
  const { res, req } = context;
  if (res.status !== 200 || !res.headers.get('content-type')?.startsWith('application/json')) return;
  context.header('vary', 'accept-encoding', { append: true });
  if (!/(^|,)\s*gzip\s*(,|$)/i.test(req.header('accept-encoding') ?? '')) return;
  const bytes = Buffer.from(await res.arrayBuffer());
  const isWorth = bytes.length >= WORTH_BYTES;
  const body = isWorth ? await promisify(gzip)(bytes, FASTEST) : bytes;
  const headers = new Headers(res.headers);
  headers.delete('content-length');
  if (isWorth) headers.set('content-encoding', 'gzip');
  context.res = new Response(body, { status: res.status, headers });
});

export const secured = createMiddleware<Env>(async (context, next) => {
  await next();
  context.header('x-content-type-options', 'nosniff');
  context.header('cache-control', 'no-store');
  // What is shown says itself what it may do; all else may do nothing.
  if (!context.res.headers.has('content-security-policy'))
    context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-resource-policy', 'same-site');
  context.header('x-frame-options', 'DENY');
  context.header('strict-transport-security', 'max-age=31536000');
});

export const corsOfExtensions = cors({
  origin: (origin) => (EXTENSION_ORIGIN.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-encoding', 'content-type', 'if-match', 'if-none-match'],
  exposeHeaders: ['accept-encoding', 'date', 'etag', 'retry-after'],
  maxAge: 600,
});
