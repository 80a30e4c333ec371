/** How long the team’s log is, and the chain that it hangs on. */
import { createRoute, z } from '@hono/zod-openapi';
import { headSchema, readHead, signHead } from '../../ledger/head.ts';
import { readLinks } from '../../ledger/links.ts';
import { bearer, defineRoute, GUARDED, json, partAsked, problem, READERS, sequence } from './define.ts';

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

const linkSchema = z.object({
  sequence,
  recordedAt: z.iso.datetime(),
  author: z.string(),
  bare: z.boolean(),
  /** Of an event that names people: what the link commits to in the place of each. */
  named: z.array(z.string()).optional(),
  link: z.string(),
});

const linksRoute = createRoute({
  method: 'get',
  path: '/v1/links',
  summary: 'The links of the team’s hash chain, in sequence',
  description: `What a link commits to beside the event itself. Whoever holds the events works the links out from them, and
compares the last with the head: so a browser checks the log without trusting the collector.`,
  security: bearer,
  request: {
    query: partAsked('link', 1_000),
  },
  responses: {
    200: json('Links, fewer than asked for at the end of the log', z.object({ links: z.array(linkSchema) })),
    400: problem('Bad query'),
    ...GUARDED,
  },
});

export const linksAsked = defineRoute(READERS, linksRoute, (app, { database }) => {
  app.openapi(linksRoute, async (context) => {
    const { after, limit } = context.req.valid('query');
    const links = await readLinks(database, context.var.caller.team, BigInt(after), Number(limit));
    return context.json({ links }, 200);
  });
});
