/** The team's tokens, made and ended by its administrators. */
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_PERSON, MOST_DAYS_HELD } from '../../../lib/domain/limits.ts';
import { meSchema, roleSchema } from '../../../lib/domain/people/role.ts';
import { isReserved } from '../../people/names.ts';
import { changeRole, createToken, listTokens, revokeToken } from '../../people/tokens.ts';
import { Problem } from '../problem.ts';
import { ADMINS, BAD, bearer, body, defineRoute, GUARDED, json, problem } from './define.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One line each on screens and in lists. */
const oneLine = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .regex(/^\P{Cc}*$/u);

const tokenSchema = z.object({
  tokenId: z.uuid(),
  team: meSchema.unwrap().shape.team,
  subject: z.string(),
  role: roleSchema,
  name: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

const listTokensRoute = createRoute({
  method: 'get',
  path: '/v1/tokens',
  summary: 'The team’s tokens, without what would let anybody use them',
  security: bearer,
  responses: { 200: json('Every token there ever was', z.object({ tokens: z.array(tokenSchema) })), ...GUARDED },
});

export const listTokensAsked = defineRoute(ADMINS, listTokensRoute, (app, { database }) => {
  app.openapi(listTokensRoute, async (context) =>
    context.json({ tokens: await listTokens(database, context.var.caller.team) }, 200),
  );
});

const createTokenRoute = createRoute({
  method: 'post',
  path: '/v1/tokens',
  summary: 'Make a token in the team',
  security: bearer,
  request: body(
    z.strictObject({
      subject: oneLine(LONGEST_PERSON).refine((subject) => !isReserved(subject)),
      role: roleSchema,
      name: oneLine(200).optional(),
      expiresInDays: z.int().min(1).max(MOST_DAYS_HELD).optional(),
    }),
  ),
  responses: {
    201: json('The only copy of the token there will ever be', z.object({ tokenId: z.uuid(), token: z.string() })),
    ...BAD,
    ...GUARDED,
  },
});

export const createTokenAsked = defineRoute(ADMINS, createTokenRoute, (app, { database, now, log }) => {
  app.openapi(createTokenRoute, async (context) => {
    const { expiresInDays, name, ...who } = context.req.valid('json');
    const { team, tokenId: by } = context.var.caller;
    const expiresAt = expiresInDays === undefined ? undefined : new Date(now().getTime() + expiresInDays * DAY_MS);
    const me = { team, ...who, ...(name === undefined ? {} : { name }) };
    const made = await createToken(database, me, expiresAt);
    log.info('token.created', { team, tokenId: made.tokenId, role: me.role, by });
    return context.json(made, 201);
  });
});

const changeRoleRoute = createRoute({
  method: 'put',
  path: '/v1/tokens/{tokenId}/role',
  summary: 'Give a token of the team another role',
  security: bearer,
  request: { params: z.object({ tokenId: z.uuid() }), ...body(z.strictObject({ role: roleSchema })) },
  responses: {
    204: { description: 'It counts from the next request on' },
    ...BAD,
    404: problem('The team has no such token, or it has ended'),
    ...GUARDED,
  },
});

export const changeRoleAsked = defineRoute(ADMINS, changeRoleRoute, (app, { database, live, log }) => {
  app.openapi(changeRoleRoute, async (context) => {
    const { tokenId } = context.req.valid('param');
    const { role } = context.req.valid('json');
    const { team, tokenId: by } = context.var.caller;
    if (!(await changeRole(database, tokenId, role, team)))
      throw new Problem('not_found', 'The team has no such token, or it has ended.');
    live.doubted(team);
    log.info('token.changed', { team, tokenId, role, by });
    return context.body(null, 204);
  });
});

const revokeTokenRoute = createRoute({
  method: 'delete',
  path: '/v1/tokens/{tokenId}',
  summary: 'End a token of the team',
  security: bearer,
  request: { params: z.object({ tokenId: z.uuid() }) },
  responses: {
    204: { description: 'It is refused from the next request on' },
    ...BAD,
    404: problem('The team has no such token'),
    ...GUARDED,
  },
});

export const revokeTokenAsked = defineRoute(ADMINS, revokeTokenRoute, (app, { database, live, log }) => {
  app.openapi(revokeTokenRoute, async (context) => {
    const { tokenId } = context.req.valid('param');
    const { team, tokenId: by } = context.var.caller;
    if (!(await revokeToken(database, tokenId, team))) throw new Problem('not_found', 'The team has no such token.');
    live.doubted(team);
    log.info('token.revoked', { team, tokenId, by });
    return context.body(null, 204);
  });
});
