/** What people are called; how many took which measure of AI literacy; and all that the team's log holds of one, for administrators, and for everybody of themselves. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { measureTotalsSchema } from '../../../lib/domain/people/measure-totals.ts';
import { namesSchema } from '../../../lib/domain/people/name.ts';
import { exportPerson } from '../../ledger/person.ts';
import { errorFields } from '../../logger.ts';
import { namesOf } from '../../people/directory.ts';
import { measureTotals } from '../../people/measures.ts';
import { personSchema } from '../../people/names.ts';
import type { Env } from '../middleware.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { ADMINS, BAD, bearer, defineRawRoute, defineRoute, GUARDED, json, READERS } from './define.ts';

const personDocument = {
  description: 'All that the team’s log holds of the person',
  content: { 'application/json': { schema: z.looseObject({ format: z.literal('countersign-person') }) } },
};

const exportPersonRoute = createRoute({
  method: 'get',
  path: '/v1/people/{person}/export',
  summary: 'All that the team’s log holds of a person; written into the log',
  security: bearer,
  request: { params: z.object({ person: personSchema }) },
  responses: { 200: personDocument, ...BAD, ...GUARDED },
});

export const exportPersonAsked = defineRawRoute(ADMINS, exportPersonRoute, (app, parts) => {
  app.get('/v1/people/:person/export', (context) => {
    const person = personSchema.safeParse(context.req.param('person'));
    if (!person.success || !isDecodable(context.req.url))
      throw new Problem('bad_request', 'No person can be called that.');
    return exported(parts, context, person.data);
  });
});

const exportMeRoute = createRoute({
  method: 'get',
  path: '/v1/me/export',
  summary: 'All that the team’s log holds of whose token it is; written into the log',
  security: bearer,
  responses: { 200: personDocument, ...GUARDED },
});

export const exportMeAsked = defineRawRoute(READERS, exportMeRoute, (app, parts) => {
  app.get('/v1/me/export', (context) => exported(parts, context, context.var.caller.subject));
});

const namesRoute = createRoute({
  method: 'get',
  path: '/v1/people',
  summary: 'What the people of the team are called, by their subjects',
  security: bearer,
  responses: { 200: json('Everybody who has a name', namesSchema), ...GUARDED },
});

export const namesAsked = defineRoute(READERS, namesRoute, (app, { database }) => {
  app.openapi(namesRoute, async (context) =>
    context.json({ people: await namesOf(database, context.var.caller.team) }, 200),
  );
});

const totalsRoute = createRoute({
  method: 'get',
  path: '/v1/measures',
  summary: 'How many people took each measure of AI literacy in the policy; from five people up, and nobody by name',
  security: bearer,
  responses: { 200: json('The measures of the policy in force', measureTotalsSchema), ...GUARDED },
});

export const measureTotalsAsked = defineRoute(ADMINS, totalsRoute, (app, { database, now }) => {
  app.openapi(totalsRoute, async (context) =>
    context.json({ measures: await measureTotals(database, context.var.caller.team, now()) }, 200),
  );
});

/** What is no text in its percent encoding would be taken as it stands. */
function isDecodable(address: string): boolean {
  try {
    return decodeURIComponent(new URL(address).pathname).length > 0;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function exported({ database, now, live, log }: Parts, context: Context<Env>, person: string): Response {
  const { team, subject } = context.var.caller;
  const asked = { team, authid: subject, now: now() };
  context.header('content-type', 'application/json');
  if (context.req.method === 'HEAD') return context.body(null);
  context.header('content-disposition', 'attachment; filename="countersign-person.json"');
  const send = async (out: { write(text: string): Promise<unknown> }) => {
    for await (const text of exportPerson(database, asked, person, (last) => live.changed(team, last)))
      await out.write(text);
  };
  // Cut off, it is no JSON: nobody takes it for the whole.
  return stream(context, send, async (error) => log.error('export.failed', errorFields(error)));
}
