/** The team's log: events go in, and come out in their order. */
import { createRoute, z } from '@hono/zod-openapi';
import { type CountersignEvent, eventSchema } from '../../../lib/domain/events/event.ts';
import { appendEvents } from '../../ledger/events.ts';
import { REFUSAL_CODES } from '../../ledger/judge.ts';
import { readAwaiting } from '../../ledger/read/awaiting.ts';
import { readEvents } from '../../ledger/read/pages.ts';
import { BATCH_TYPE, MAX_BODY_BYTES, MAX_EVENTS, readBatch, SINGLE_TYPE } from '../body.ts';
import {
  ANY_ROLE,
  bearer,
  defineRawRoute,
  defineRoute,
  EVENT,
  GUARDED,
  json,
  partAsked,
  problem,
  READERS,
  sequence,
} from './define.ts';

/**
 * The events' own schema, made by zod: its OpenAPI tooling does not know every kind of type in it. Only when somebody asks: it
 * takes a third of the time in which a command starts.
 */
export const eventJsonSchema = (): object => z.toJSONSchema(eventSchema, { unrepresentable: 'any', io: 'input' });

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

const pushRoute = createRoute({
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

/** The tooling's validator would refuse a whole batch for one event that does not fit. Each event is judged by its own type's rule. */
export const pushAsked = defineRawRoute(ANY_ROLE, pushRoute, (app, { database, now, metrics, live }) => {
  app.post(pushRoute.getRoutingPath(), async (context) => {
    const batch = await readBatch(context.req.raw);
    const { caller } = context.var;
    const { results, last } = await appendEvents(database, caller, batch, now());
    metrics.appended(results);
    if (last !== undefined) live.changed(caller.team, last);
    return context.json({ results }, 200);
  });
});

const EVENTS = z.array(z.custom<CountersignEvent>().openapi({ type: 'object', allOf: [EVENT] }));

const pullRoute = createRoute({
  method: 'get',
  path: '/v1/events',
  summary: 'The team’s events in sequence',
  security: bearer,
  request: {
    query: partAsked('event', 200, '; large contents end a page earlier'),
  },
  responses: {
    200: {
      description: 'A page; data.sealed is missing from events whose content was erased',
      content: {
        'application/json': {
          schema: z.object({
            events: EVENTS,
            next: sequence,
            more: z.boolean(),
            end: sequence.openapi({ description: 'Of the last event of the log' }),
          }),
        },
      },
    },
    400: problem('Bad query'),
    ...GUARDED,
  },
});

export const pullAsked = defineRoute(READERS, pullRoute, (app, { database }) => {
  app.openapi(pullRoute, async (context) => {
    const { after, limit } = context.req.valid('query');
    const { team, subject } = context.var.caller;
    return context.json(await readEvents(database, team, BigInt(after), Number(limit), subject), 200);
  });
});

/** As many as a queue shows before anybody scrolls, twice over. */
const MOST_AWAITING = 100;

const awaitingRoute = createRoute({
  method: 'get',
  path: '/v1/events/awaiting',
  summary: 'The events of outputs that wait for a decision',
  description: `For a browser that has just joined: what to do first, before the whole log has come. At most
${MOST_AWAITING} outputs, half of those that wait longest and half of the newest; a few that are settled may be among them.`,
  security: bearer,
  responses: { 200: json('Events in sequence', z.object({ events: EVENTS })), ...GUARDED },
});

export const awaitingAsked = defineRoute(READERS, awaitingRoute, (app, { database }) => {
  app.openapi(awaitingRoute, async (context) => {
    const events = await readAwaiting(database, context.var.caller.team, MOST_AWAITING);
    return context.json({ events }, 200);
  });
});
