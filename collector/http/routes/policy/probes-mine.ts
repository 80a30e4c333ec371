/** Test texts that wait for whoever asks, and what each was. */
import { createRoute, z } from '@hono/zod-openapi';
import { ROLES } from '../../../../lib/domain/codes.ts';
import { verdictSchema } from '../../../../lib/domain/decision/decision.ts';
import { mayDecide } from '../../../../lib/domain/people/role.ts';
import { judgedProbeSchema, waitingProbesSchema } from '../../../../lib/domain/review/given-probe.ts';
import { answerProbe, probesFor } from '../../../review/probes.ts';
import { Problem } from '../../problem.ts';
import { BAD, bearer, body, defineRoute, GUARDED, json, problem } from '../define.ts';

/** Who decides, and so may be given one. */
const DECIDERS = { who: 'every role that decides', roles: ROLES.filter(mayDecide), what: 'judge test texts' };

const mineRoute = createRoute({
  method: 'get',
  path: '/v1/probes/mine',
  summary: 'Test texts that wait for whoever asks',
  description: `For the browser of that person, which puts them among what waits for a decision. Their \`hash\` is random: it is the address of
no text. Nobody hears of those of somebody else.`,
  security: bearer,
  responses: {
    200: json('The oldest first', waitingProbesSchema),
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
    200: json('What it was', judgedProbeSchema),
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
