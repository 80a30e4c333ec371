/** Tells browsers when there is something to pull. */
import { createRoute, z } from '@hono/zod-openapi';
import { mayRead } from '../../../lib/domain/people/role.ts';
import { tokenOf } from '../middleware.ts';
import { createStreams } from '../stream.ts';
import { bearer, defineRawRoute, GUARDED, READERS } from './define.ts';

const liveRoute = createRoute({
  method: 'get',
  path: '/v1/live',
  summary: 'Says when there is something to pull',
  description: `Server-sent events. \`changed\` comes at once and whenever the team's log has grown; its data is
\`{"sequence":"…"}\`, the newest number. Lines that begin with a colon keep the connection open.`,
  security: bearer,
  responses: {
    200: {
      description: 'A stream that goes on until one side ends it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...GUARDED,
  },
});

export const liveAsked = defineRawRoute(READERS, liveRoute, (app, parts) => {
  const streams = createStreams({
    ...parts,
    stillGood: async ({ req, var: { caller } }) => {
      const again = await parts.identify(tokenOf(req.header('authorization')) ?? '');
      return again?.team === caller.team && mayRead(again.role);
    },
  });
  app.get(liveRoute.getRoutingPath(), streams);
});
