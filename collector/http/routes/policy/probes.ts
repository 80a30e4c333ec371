/** Test texts: the pool that an administrator keeps, and those that wait for whoever asks. */
import { createRoute, z } from '@hono/zod-openapi';
import { ROLES } from '../../../../lib/domain/codes.ts';
import { verdictSchema } from '../../../../lib/domain/decision/decision.ts';
import { LONGEST_PROBE, LONGEST_SENTENCE } from '../../../../lib/domain/limits.ts';
import { hashSchema } from '../../../../lib/domain/output/ids.ts';
import { traceSchema } from '../../../../lib/domain/output/trace.ts';
import { mayDecide } from '../../../../lib/domain/people/role.ts';
import { addProbe, answerProbe, listProbes, probesFor, retireProbe } from '../../../review/probes.ts';
import { Problem } from '../../problem.ts';
import { ADMINS, BAD, bearer, body, defineRoute, GUARDED, json, problem } from '../define.ts';

/** Who decides, and so may be given one. */
const DECIDERS = { who: 'every role that decides', roles: ROLES.filter(mayDecide), what: 'judge test texts' };

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

const mineRoute = createRoute({
  method: 'get',
  path: '/v1/probes/mine',
  summary: 'Test texts that wait for whoever asks',
  description: `For the browser of that person, which puts them among what waits for a decision. Their \`hash\` is random: it is the address of
no text. Nobody hears of those of somebody else.`,
  security: bearer,
  responses: {
    200: json(
      'The oldest first',
      z.object({
        probes: z.array(
          z.object({
            ...{ givenId: z.uuid(), hash: hashSchema, processId, text: z.string(), prompt: z.string().nullable() },
            trace: traceSchema.omit({ characters: true }),
          }),
        ),
      }),
    ),
    ...GUARDED,
  },
});

export const probesMineAsked = defineRoute(DECIDERS, mineRoute, (app, { database, now }) => {
  app.openapi(mineRoute, async (context) =>
    context.json({ probes: await probesFor(database, context.var.caller, now()) }, 200),
  );
});

const answerRoute = createRoute({
  method: 'post',
  path: '/v1/probes/mine/{givenId}',
  summary: 'Judge a test text, or leave it, and hear what it was',
  description: `The verdict says whether it was caught (\`block\`, \`modify\`) or missed; without one, or with \`escalate\`, it counts as neither. The
first answer stands. Once five people have judged some of a process, their number and that of the missed ones are written into the log as
\`probes.counted\`, and what each one answered is forgotten.`,
  security: bearer,
  request: {
    params: z.object({ givenId: z.uuid() }),
    ...body(z.strictObject({ verdict: verdictSchema.optional() })),
  },
  responses: {
    200: json('What it was', z.object({ outcome: z.enum(['caught', 'missed', 'passed']), flaw: z.string() })),
    ...BAD,
    404: problem('Nobody who asks so was given such a test text, or its answer was counted'),
    ...GUARDED,
  },
});

export const answerProbeAsked = defineRoute(DECIDERS, answerRoute, (app, { database, now, live }) => {
  app.openapi(answerRoute, async (context) => {
    const { caller } = context.var;
    const { verdict } = context.req.valid('json');
    const answered = await answerProbe(database, caller, context.req.valid('param').givenId, verdict, now());
    if (!answered) throw new Problem('not_found', 'You were given no such test text, or your answer was counted.');
    const { sequence, outcome, flaw } = answered;
    if (sequence !== undefined) live.changed(caller.team, sequence);
    return context.json({ outcome, flaw }, 200);
  });
});
