/** Whose a token is. */
import { createRoute } from '@hono/zod-openapi';
import { meSchema } from '../../../lib/domain/people/role.ts';
import { ANY_ROLE, bearer, defineRoute, GUARDED, json } from './define.ts';

const meRoute = createRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Team, subject and role of the token',
  security: bearer,
  responses: {
    200: json('Whose token it is', meSchema),
    ...GUARDED,
  },
});

export const meAsked = defineRoute(ANY_ROLE, meRoute, (app) => {
  app.openapi(meRoute, async (context) => {
    const { tokenId, signedInAt, ...me } = context.var.caller;
    return context.json(me, 200);
  });
});
