/** Erasing what a person wrote, or an output. */
import { createRoute, z } from '@hono/zod-openapi';
import { hashSchema } from '../../../lib/domain/output/ids.ts';
import { eraseOutput, erasePerson } from '../../ledger/erase.ts';
import { personSchema } from '../../people/names.ts';
import { ADMINS, BAD, bearer, body, defineRoute, GUARDED, json } from './define.ts';

const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/erasures',
  summary: 'Erase what a person wrote, or an output and what was written about it',
  description: `The rows of the log stay and still verify. An erasure is written into the log, so that browsers erase
their copies. With \`identity\` a pseudonym takes the place of the person's name, and their tokens end.`,
  security: bearer,
  request: body(
    z.union([
      z.strictObject({ person: personSchema, identity: z.boolean().default(false) }),
      z.strictObject({ output: hashSchema }),
    ]),
  ),
  responses: {
    200: json('How many rows lost content or name', z.object({ rows: z.int() })),
    ...BAD,
    ...GUARDED,
  },
});

export const eraseAsked = defineRoute(ADMINS, eraseRoute, (app, { database, now, metrics, live }) => {
  app.openapi(eraseRoute, async (context) => {
    const what = context.req.valid('json');
    const { team, subject } = context.var.caller;
    const asked = { team, authid: subject, now: now() };
    const { rows, last } =
      'output' in what
        ? await eraseOutput(database, asked, what.output)
        : await erasePerson(database, asked, what.person, what.identity);
    metrics.erased(rows);
    if (last !== undefined) live.changed(team, last);
    // With a name its tokens end.
    if ('person' in what && what.identity) live.doubted(team);
    return context.json({ rows }, 200);
  });
});
