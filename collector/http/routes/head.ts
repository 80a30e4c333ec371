/** How long the team's log is. */
import { createRoute } from '@hono/zod-openapi';
import { headSchema, readHead, signHead } from '../../ledger/head.ts';
import { bearer, defineRoute, GUARDED, json, READERS } from './define.ts';

const headRoute = createRoute({
  method: 'get',
  path: '/v1/head',
  summary: 'How long the team’s log is, and its last link',
  description: 'Keep it: `collector verify --head` tells by it whether the log was cut or written anew since.',
  security: bearer,
  responses: { 200: json('The head, signed where the collector has a key', headSchema), ...GUARDED },
});

export const headAsked = defineRoute(READERS, headRoute, (app, { database, now, signingKey }) => {
  app.openapi(headRoute, async (context) => {
    const head = await readHead(database, context.var.caller.team, now());
    return context.json(await signHead(head, signingKey), 200);
  });
});
