/** Whether the collector works, for whoever keeps it running. */
import { createRoute, z } from '@hono/zod-openapi';
import { json, problem } from './parts.ts';

const stateSchema = z.object({
  status: z.literal('ok'),
  name: z.literal('countersign-collector'),
  version: z.string(),
});

export const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the collector runs: if not, start it again',
  responses: { 200: json('It does', stateSchema) },
});

export const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether the collector can answer: if not, send requests elsewhere',
  responses: {
    200: json('It can', stateSchema),
    503: problem('Its database cannot be reached, or it is about to stop'),
  },
});
