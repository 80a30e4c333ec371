/** For how long the team's content is kept. */

import { createRoute, z } from '@hono/zod-openapi';
import { MOST_DAYS_KEPT } from '../../../lib/domain/limits.ts';
import { readRetention, setRetention } from '../../ledger/retention.ts';
import { ADMINS, BAD, bearer, body, defineRoute, GUARDED, json } from './define.ts';

const retentionSchema = z.strictObject({ days: z.int().min(1).max(MOST_DAYS_KEPT).nullable() });

const readRetentionRoute = createRoute({
  method: 'get',
  path: '/v1/retention',
  summary: 'For how many days content is kept; null: for good',
  security: bearer,
  responses: { 200: json('The setting', retentionSchema), ...GUARDED },
});

export const readRetentionAsked = defineRoute(ADMINS, readRetentionRoute, (app, { database }) => {
  app.openapi(readRetentionRoute, async (context) =>
    context.json({ days: await readRetention(database, context.var.caller.team) }, 200),
  );
});

const setRetentionRoute = createRoute({
  method: 'put',
  path: '/v1/retention',
  summary: 'Set for how many days content is kept; applied within the hour',
  security: bearer,
  request: body(retentionSchema),
  responses: { 200: json('The setting', retentionSchema), ...BAD, ...GUARDED },
});

export const setRetentionAsked = defineRoute(ADMINS, setRetentionRoute, (app, { database, now, live }) => {
  app.openapi(setRetentionRoute, async (context) => {
    const { days } = context.req.valid('json');
    const { team, subject } = context.var.caller;
    live.changed(team, await setRetention(database, team, subject, days, now()));
    return context.json({ days }, 200);
  });
});
