/** Whether the collector works, for whoever keeps it running. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { defineRoute, json, problem } from './define.ts';

const stateSchema = z.object({
  status: z.literal('ok'),
  name: z.literal('countersign-collector'),
  version: z.string(),
});

const stateOf = ({ version }: Parts) => ({
  status: 'ok' as const,
  name: 'countersign-collector' as const,
  version,
});

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the collector runs: if not, start it again',
  responses: { 200: json('It does', stateSchema) },
});

export const healthAsked = defineRoute('anyone', healthRoute, (app, parts) => {
  app.openapi(healthRoute, (context) => context.json(stateOf(parts), 200));
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether the collector can answer: if not, send requests elsewhere',
  responses: {
    200: json('It can', stateSchema),
    503: problem('Its database cannot be reached, or it is about to stop'),
  },
});

export const readyAsked = defineRoute('anyone', readyRoute, (app, parts) => {
  app.openapi(readyRoute, async (context) => {
    if (parts.live.closing.aborted) throw new Problem('stopping', 'The collector is about to stop.');
    await parts.database.query('select 1');
    return context.json(stateOf(parts), 200);
  });
});
