/** The draw: whether a person has to look at an output, and with which keys that can be drawn again. */
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_MODEL, LONGEST_TOOL } from '../../../../lib/domain/limits.ts';
import { hashSchema } from '../../../../lib/domain/output/ids.ts';
import { drawOutput } from '../../../review/draw.ts';
import { endedDrawKeys } from '../../../review/draw-keys.ts';
import { BAD, bearer, body, defineRoute, GUARDED, json, READERS } from '../define.ts';

const drawRoute = createRoute({
  method: 'post',
  path: '/v1/draws',
  summary: 'Whether a person has to look at an output',
  description: `\`review\`: the record of its stratum (process, tool, model) lets nothing be accepted; \`ask\`: it was drawn,
somebody has to look; \`auto_accept\`: the record is enough. The last two are written into the log as \`output.drawn\`, once for
each output and version of the policy. The key of the draw is told when that version has ended.`,
  security: bearer,
  request: body(
    z.strictObject({
      hash: hashSchema,
      processId: z.string().regex(/^[a-z0-9-]{1,60}$/),
      tool: z.string().max(LONGEST_TOOL),
      model: z.string().max(LONGEST_MODEL).optional(),
    }),
  ),
  responses: {
    200: json('What was drawn', z.object({ outcome: z.enum(['review', 'ask', 'auto_accept']) })),
    ...BAD,
    ...GUARDED,
  },
});

export const drawAsked = defineRoute(READERS, drawRoute, (app, parts) => {
  app.openapi(drawRoute, async (context) => {
    const { team } = context.var.caller;
    const { outcome, sequence } = await drawOutput(parts.database, team, context.req.valid('json'), parts.now());
    if (sequence !== undefined) parts.live.changed(team, sequence);
    return context.json({ outcome }, 200);
  });
});

const drawKeysRoute = createRoute({
  method: 'get',
  path: '/v1/draws/keys',
  summary: 'The keys of draws under versions that have ended',
  description: `One for each version of the policy under which anything was drawn: HMAC-SHA-256 of an output’s hash under it,
first 32 bits as a number, below 2³² divided by \`oneIn\` of the draw, is \`ask\`; of what was blocked: of \`blocked\`, a space and the hash. The key of the version in force is told nobody.`,
  security: bearer,
  responses: {
    200: json(
      'The oldest first',
      z.object({ keys: z.array(z.object({ number: z.int(), version: z.string(), key: z.string() })) }),
    ),
    ...GUARDED,
  },
});

export const drawKeysAsked = defineRoute(READERS, drawKeysRoute, (app, { database, now }) => {
  app.openapi(drawKeysRoute, async (context) =>
    context.json({ keys: await endedDrawKeys(database, context.var.caller.team, now()) }, 200),
  );
});
