/** The team's policy: what is in force, what was, and a new version. */
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_COMMENT } from '../../../../lib/domain/limits.ts';
import { hashSchema } from '../../../../lib/domain/output/ids.ts';
import { policyAnswerSchema } from '../../../../lib/domain/policy/signed/signed.ts';
import { adoptBase, publish } from '../../../policy/publish.ts';
import { signPolicy } from '../../../policy/signed.ts';
import {
  listVersions,
  newestVersion,
  type PolicyVersion,
  readVersion,
  versionAnnounced,
  versionInForce,
} from '../../../policy/versions.ts';
import { problemWords } from '../../../policy/words.ts';
import { readObject } from '../../body.ts';
import { keysOf, type Parts } from '../../parts.ts';
import { Problem } from '../../problem.ts';
import { ADMINS, BAD, bearer, defineRawRoute, defineRoute, GUARDED, json, problem, READERS } from '../define.ts';

const lineShape = {
  number: z.int(),
  version: z.string(),
  hash: hashSchema,
  inForceFrom: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  by: z.string(),
  note: z.string().optional(),
};
/** Described in docs/policy.md: its schema would be longer than all else together. */
const POLICY = z.looseObject({ format: z.int(), version: z.string() }).nullable();
const versionSchema = z.object({ ...lineShape, own: POLICY, base: POLICY, policy: POLICY });

const etagOf = (version: { number: number } | undefined): string => `"${version?.number ?? 0}"`;

const readRoute = createRoute({
  method: 'get',
  path: '/v1/policy',
  summary: 'The policy in force and the one that is announced, each signed',
  description: `Each is a compact JWS (EdDSA, \`typ: countersign-policy+jwt\`) whose key is listed at
\`/.well-known/jwks.json\`. \`ETag\` is the number of the newest version: ask with \`If-None-Match\`, and publish with
\`If-Match\`. What is in force is judged by \`now\`, the collector's clock.`,
  security: bearer,
  request: { headers: z.object({ 'if-none-match': z.string().optional() }) },
  responses: {
    200: json('What is in force, and what will be', policyAnswerSchema),
    304: { description: 'Nothing was published since' },
    404: problem('The team has no policy yet'),
    ...GUARDED,
  },
});

export const readPolicyAsked = defineRawRoute(READERS, readRoute, (app, parts) => {
  app.get(readRoute.path, async (context) => {
    const { team } = context.var.caller;
    const newest = await newestOf(parts, team);
    if (!newest) throw new Problem('not_found', 'The team has no policy yet.');
    const etag = etagOf(newest);
    context.header('etag', etag);
    // Also where there is nothing new: by it browsers know how wrong their own clocks are.
    context.header('date', parts.now().toUTCString());
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    const [keys, now] = [keysOf(parts), parts.now()];
    const signed = async (version: PolicyVersion | undefined) => (version ? signPolicy(keys, team, version) : null);
    const current = await signed(await versionInForce(parts.database, team, now));
    const next = await signed(await versionAnnounced(parts.database, team, now));
    return context.json({ now: now.toISOString(), current, next }, 200);
  });
});

async function newestOf({ database, live, now }: Parts, team: string): Promise<PolicyVersion | undefined> {
  const newest = await newestVersion(database, team);
  if (newest) return newest;
  const sequence = await adoptBase(database, team, now());
  if (sequence === undefined) return undefined;
  live.changed(team, sequence);
  return newestVersion(database, team);
}

const publishRoute = createRoute({
  method: 'put',
  path: '/v1/policy',
  summary: 'Publish a version of the team’s policy',
  description: `\`If-Match\` names the version that it was written over, as \`ETag\` of GET did (\`"0"\` for the first).
Where somebody else published meanwhile, the answer is 412 with what both started from (\`base\`), what is there now
(\`theirs\`) and what is in force (\`current\`). A policy that cannot be published is answered with 422 and every reason.`,
  security: bearer,
  request: {
    headers: z.object({ 'if-match': z.string() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ policy: POLICY, note: z.string().max(LONGEST_COMMENT).optional() }),
        },
      },
    },
  },
  responses: {
    200: json('It is published', versionSchema),
    ...BAD,
    412: problem('Somebody else published meanwhile'),
    413: problem('Too large'),
    415: problem('Unsupported content type'),
    422: problem('It cannot be published; every reason is said'),
    428: problem('If-Match is missing'),
    ...GUARDED,
  },
});

const NOTE = z.string().max(LONGEST_COMMENT).optional();

export const publishPolicyAsked = defineRawRoute(ADMINS, publishRoute, (app, parts) => {
  app.put(publishRoute.path, async (context) => {
    const { team, subject } = context.var.caller;
    const onto = numberIn(context.req.header('if-match'));
    const { policy: value, note, ...more } = await readObject(context.req.raw);
    if (Object.keys(more).length > 0 || !NOTE.safeParse(note).success)
      throw new Problem('bad_request', 'The request does not fit its schema.');
    await newestOf(parts, team);
    const offered = { value, note: NOTE.parse(note)?.toWellFormed().replaceAll('\0', ''), onto };
    const done = await publish(parts.database, { team, authid: subject, now: parts.now() }, offered);
    if (done.kind === 'moved') throw changedMeanwhile(done);
    if (done.kind === 'refused')
      throw new Problem('policy_refused', done.problems.map(problemWords).join(' '), {}, { problems: done.problems });
    parts.live.changed(team, done.sequence);
    context.header('etag', etagOf(done.version));
    return context.json(done.version, 200);
  });
});

/** The number that an entity tag names. */
function numberIn(tag: string | undefined): number {
  if (tag === undefined)
    throw new Problem('precondition_required', 'Say with If-Match which version this one was written over.');
  const [, digits] = /^"(\d{1,9})"$/.exec(tag) ?? [];
  if (digits === undefined) throw new Problem('bad_request', 'If-Match must be the ETag of one version.');
  return Number(digits);
}

function changedMeanwhile({ base, theirs, current }: Partial<Record<'base' | 'theirs' | 'current', PolicyVersion>>) {
  const who = theirs ? `${theirs.by} published version ${theirs.number} (“${theirs.version}”)` : 'It was changed';
  const more = { base: base ?? null, theirs: theirs ?? null, current: current ?? null };
  return new Problem('precondition_failed', `${who} meanwhile. Nothing was published.`, { etag: etagOf(theirs) }, more);
}

const listRoute = createRoute({
  method: 'get',
  path: '/v1/policy/versions',
  summary: 'Every version of the policy there was, the newest first',
  security: bearer,
  responses: {
    200: json('The versions, without their text', z.object({ versions: z.array(z.object(lineShape)) })),
    ...GUARDED,
  },
});

export const listPoliciesAsked = defineRoute(READERS, listRoute, (app, { database }) => {
  app.openapi(listRoute, async (context) =>
    context.json({ versions: await listVersions(database, context.var.caller.team) }, 200),
  );
});

const versionRoute = createRoute({
  method: 'get',
  path: '/v1/policy/versions/{number}',
  summary: 'A version of the policy: what the team wrote, what lay under it, and what held',
  security: bearer,
  request: { params: z.object({ number: z.string().regex(/^[1-9]\d{0,8}$/) }) },
  responses: {
    200: json('The version', versionSchema),
    ...BAD,
    404: problem('There is no such version'),
    ...GUARDED,
  },
});

export const readVersionAsked = defineRoute(READERS, versionRoute, (app, { database }) => {
  app.openapi(versionRoute, async (context) => {
    const number = Number(context.req.valid('param').number);
    const version = await readVersion(database, context.var.caller.team, number);
    if (!version) throw new Problem('not_found', 'The team’s policy has no such version.');
    return context.json(version, 200);
  });
});
