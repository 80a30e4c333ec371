/** The log, as schemas: the OpenAPI document is generated from these. */
import { createRoute, z } from '@hono/zod-openapi';
import { type CountersignEvent, eventSchema } from '../../../lib/domain/events/event.ts';
import { meSchema } from '../../../lib/domain/people/role.ts';
import { headSchema } from '../../ledger/head.ts';
import { REFUSAL_CODES } from '../../ledger/judge.ts';
import { BATCH_TYPE, MAX_BODY_BYTES, MAX_EVENTS, SINGLE_TYPE } from '../body.ts';
import { bearer, EVENT, GUARDED, json, problem, sequence } from './parts.ts';

/** The events' own schema, made by zod: its OpenAPI tooling does not know every kind of type in it. */
export const eventJsonSchema: object = z.toJSONSchema(eventSchema, { unrepresentable: 'any', io: 'input' });

const resultsSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      outcome: z.enum(['stored', 'duplicate', 'refused']),
      sequence: sequence.optional(),
      problem: z.object({ code: z.enum(REFUSAL_CODES), detail: z.string() }).optional(),
    }),
  ),
});

export const pushRoute = createRoute({
  method: 'post',
  path: '/v1/events',
  summary: 'Append events to the team’s log',
  description: `At most ${MAX_EVENTS} events and ${MAX_BODY_BYTES} bytes. Idempotent by source and id. Each event is
judged on its own and answered for in order; what is accepted is stored together.`,
  security: bearer,
  request: {
    body: {
      required: true,
      content: {
        [BATCH_TYPE]: { schema: { type: 'array', maxItems: MAX_EVENTS, items: EVENT } },
        'application/json': { schema: { type: 'array', maxItems: MAX_EVENTS, items: EVENT } },
        [SINGLE_TYPE]: { schema: EVENT },
      },
    },
  },
  responses: {
    200: { description: 'An answer per event', content: { 'application/json': { schema: resultsSchema } } },
    400: problem('Not JSON, or not an array'),
    413: problem('Too many events or bytes; nothing was stored'),
    415: problem('Unsupported content type'),
    ...GUARDED,
  },
});

export const pullRoute = createRoute({
  method: 'get',
  path: '/v1/events',
  summary: 'The team’s events in sequence',
  security: bearer,
  request: {
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,16}$/)
        .default('0')
        .openapi({ description: 'Sequence of the last event that was read', example: '0000000000000000' }),
      limit: z
        .string()
        .regex(/^([1-9]\d{0,2}|1000)$/)
        .default('200')
        .openapi({ description: 'Most events of the page, 1 to 1000; large contents end a page earlier' }),
    }),
  },
  responses: {
    200: {
      description: 'A page; data.sealed is missing from events whose content was erased',
      content: {
        'application/json': {
          schema: z.object({
            events: z.array(z.custom<CountersignEvent>().openapi({ type: 'object', allOf: [EVENT] })),
            next: sequence,
            more: z.boolean(),
          }),
        },
      },
    },
    400: problem('Bad query'),
    ...GUARDED,
  },
});

export const meRoute = createRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Team, subject and role of the token',
  security: bearer,
  responses: {
    200: json('Whose token it is', meSchema),
    ...GUARDED,
  },
});

export const headRoute = createRoute({
  method: 'get',
  path: '/v1/head',
  summary: 'How long the team’s log is, and its last link',
  description: 'Keep it: `collector verify --head` tells by it whether the log was cut or written anew since.',
  security: bearer,
  responses: { 200: json('The head, signed where the collector has a key', headSchema), ...GUARDED },
});

export const liveRoute = createRoute({
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
