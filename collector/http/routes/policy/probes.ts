/** Test texts: the pool that an administrator keeps. */
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_PROBE, LONGEST_SENTENCE } from '../../../../lib/domain/limits.ts';
import { addProbe, listProbes, retireProbe } from '../../../review/probes.ts';
import { Problem } from '../../problem.ts';
import { ADMINS, BAD, bearer, body, defineRoute, GUARDED, json, problem } from '../define.ts';

const processId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const entered = {
  processId,
  text: z.string().trim().min(1).max(LONGEST_PROBE),
  flaw: z.string().trim().min(1).max(LONGEST_SENTENCE),
};

const listRoute = createRoute({
  method: 'get',
  path: '/v1/probes',
  summary: 'The test texts that are given, without what became of any',
  security: bearer,
  responses: {
    200: json(
      'The newest first',
      z.object({ probes: z.array(z.object({ ...entered, probeId: z.uuid(), prompt: z.string().nullable() })) }),
    ),
    ...GUARDED,
  },
});

export const listProbesAsked = defineRoute(ADMINS, listRoute, (app, { database }) => {
  app.openapi(listRoute, async (context) =>
    context.json({ probes: await listProbes(database, context.var.caller.team) }, 200),
  );
});

const addRoute = createRoute({
  method: 'post',
  path: '/v1/probes',
  summary: 'Enter a test text that is known to be bad, and what is wrong with it',
  security: bearer,
  request: body(z.strictObject({ ...entered, prompt: z.string().trim().min(1).max(LONGEST_SENTENCE).optional() })),
  responses: { 201: json('Its id', z.object({ probeId: z.uuid() })), ...BAD, ...GUARDED },
});

export const addProbeAsked = defineRoute(ADMINS, addRoute, (app, { database, now, log }) => {
  app.openapi(addRoute, async (context) => {
    const { caller } = context.var;
    const probeId = await addProbe(database, caller, context.req.valid('json'), now());
    log.info('probe.added', { team: caller.team, probeId, by: caller.tokenId });
    return context.json({ probeId }, 201);
  });
});

const retireRoute = createRoute({
  method: 'delete',
  path: '/v1/probes/{probeId}',
  summary: 'Give a test text to nobody any more',
  security: bearer,
  request: { params: z.object({ probeId: z.uuid() }) },
  responses: {
    204: { description: 'It is out of every queue' },
    ...BAD,
    404: problem('The team has no such test text'),
    ...GUARDED,
  },
});

export const retireProbeAsked = defineRoute(ADMINS, retireRoute, (app, { database, now, log }) => {
  app.openapi(retireRoute, async (context) => {
    const { team, tokenId: by } = context.var.caller;
    const { probeId } = context.req.valid('param');
    if (!(await retireProbe(database, team, probeId, now())))
      throw new Problem('not_found', 'The team has no such test text.');
    log.info('probe.retired', { team, probeId, by });
    return context.body(null, 204);
  });
});
