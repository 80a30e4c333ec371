/** Whose a token is. */
import { createRoute } from '@hono/zod-openapi';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { mayRead, standingSchema } from '../../../lib/domain/people/role.ts';
import { tagOfNames } from '../../people/directory.ts';
import { ANY_ROLE, bearer, defineRoute, GUARDED, json } from './define.ts';

const meRoute = createRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Team, subject and role of the token',
  description: `Browsers ask it each time they sync, with the ETag of the last answer: a role that changed counts at once.
"people" changes whenever what GET /v1/people answers does.`,
  security: bearer,
  responses: {
    200: json('Whose token it is', standingSchema),
    304: { description: 'As it was under the tag of If-None-Match' },
    ...GUARDED,
  },
});

/** Without those of CORS a browser would keep the answer from who asked. */
const RETAINED = [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'access-control-expose-headers'];

export const meAsked = defineRoute(ANY_ROLE, meRoute, (app, { database }) => {
  app.use(meRoute.getRoutingPath(), etag({ retainedHeaders: RETAINED }));
  app.openapi(meRoute, async (context) => {
    const { tokenId, ...me } = context.var.caller;
    const people = mayRead(me.role) ? await tagOfNames(database, me.team) : undefined;
    return context.json({ ...me, ...(people === undefined ? {} : { people }) }, 200);
  });
});
