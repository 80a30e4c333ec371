/** What an administrator of a team does, as schemas: tokens, erasure, export, retention. */
import { createRoute, z } from '@hono/zod-openapi';
import { hashSchema } from '../../../lib/domain/output/ids.ts';
import { meSchema, roleSchema } from '../../../lib/domain/people/role.ts';
import { bearer, GUARDED, json, problem } from './parts.ts';

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
  team: meSchema.shape.team,
  subject: z.string(),
  role: roleSchema,
  name: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const BAD = { 400: problem('The request does not fit its schema') };

export const listTokensRoute = createRoute({
  method: 'get',
  path: '/v1/tokens',
  summary: 'The team’s tokens, without what would let anybody use them',
  security: bearer,
  responses: { 200: json('Every token there ever was', z.object({ tokens: z.array(tokenSchema) })), ...GUARDED },
});

export const createTokenRoute = createRoute({
  method: 'post',
  path: '/v1/tokens',
  summary: 'Make a token in the team',
  security: bearer,
  request: body(
    z.strictObject({
      subject: oneLine(200),
      role: roleSchema,
      name: oneLine(200).optional(),
      expiresInDays: z.int().min(1).max(3_650).optional(),
    }),
  ),
  responses: {
    201: json('The only copy of the token there will ever be', z.object({ tokenId: z.uuid(), token: z.string() })),
    ...BAD,
    ...GUARDED,
  },
});

export const revokeTokenRoute = createRoute({
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

export const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/erasures',
  summary: 'Erase what a person wrote, or an output and what was written about it',
  description: `The rows of the log stay and still verify. An erasure is written into the log, so that browsers erase
their copies. With \`identity\` a pseudonym takes the place of the person's name, and their tokens end.`,
  security: bearer,
  request: body(
    z.union([
      z.strictObject({ person: z.string().min(1).max(200), identity: z.boolean().default(false) }),
      z.strictObject({ output: hashSchema }),
    ]),
  ),
  responses: {
    200: json('How many rows lost content or name', z.object({ rows: z.int() })),
    ...BAD,
    ...GUARDED,
  },
});

const personDocument = {
  description: 'All that the team’s log holds of the person',
  content: { 'application/json': { schema: z.looseObject({ format: z.literal('countersign-person') }) } },
};

export const exportPersonRoute = createRoute({
  method: 'get',
  path: '/v1/people/{person}/export',
  summary: 'All that the team’s log holds of a person; written into the log',
  security: bearer,
  request: { params: z.object({ person: z.string().min(1).max(200) }) },
  responses: { 200: personDocument, ...BAD, ...GUARDED },
});

export const exportMeRoute = createRoute({
  method: 'get',
  path: '/v1/me/export',
  summary: 'All that the team’s log holds of whose token it is; written into the log',
  security: bearer,
  responses: { 200: personDocument, ...GUARDED },
});

const retentionSchema = z.strictObject({ days: z.int().min(1).max(36_500).nullable() });

export const readRetentionRoute = createRoute({
  method: 'get',
  path: '/v1/retention',
  summary: 'For how many days content is kept; null: for good',
  security: bearer,
  responses: { 200: json('The setting', retentionSchema), ...GUARDED },
});

export const setRetentionRoute = createRoute({
  method: 'put',
  path: '/v1/retention',
  summary: 'Set for how many days content is kept; applied within the hour',
  security: bearer,
  request: body(retentionSchema),
  responses: { 200: json('The setting', retentionSchema), ...BAD, ...GUARDED },
});
