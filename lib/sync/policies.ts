/** A collector's policy over the wire: what is in force, what there was, and a new version. */
import * as z from 'zod';
import { jwksSchema, policyAnswerSchema } from '../domain/policy/signed/signed.ts';
import {
  type Answer,
  NOT_ONE,
  type Policies,
  type PolicyOutcome,
  type PublishOutcome,
  type Request,
  type Stop,
  type World,
} from './target.ts';
import { exchange, judgeStatus } from './wire.ts';

type Get = (path: string) => Request;

const TAG = /^"\d{1,9}"$/;
const codeSchema = z.lazy(() => z.object({ code: z.string() }));
const refusedSchema = z.lazy(() => z.object({ problems: z.array(z.unknown()) }));
const drawnSchema = z.lazy(() => z.object({ outcome: z.enum(['review', 'ask', 'auto_accept']) }));
const movedSchema = z.lazy(() => z.object({ base: z.unknown(), theirs: z.unknown(), current: z.unknown() }));

const statusOf = (answer: Answer): number => (answer.kind === 'answer' ? answer.status : 0);
const bodyOf = (answer: Answer): unknown => (answer.kind === 'answer' ? answer.body : undefined);

/** Whatever is not an answer to a question that was asked rightly. */
function stopOf(answer: Answer): Stop | undefined {
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind === 'accepted') return undefined;
  return outcome.kind === 'rejected' ? NOT_ONE : outcome;
}

/** Asks below an address; `get` makes a request of a path. */
export const policiesAt = (get: Get): Policies => ({
  read: (world, tag) => read(get, world, tag),
  keys: async (world) => {
    const answer = await exchange(get('/.well-known/jwks.json'), world);
    const keys = jwksSchema.safeParse(bodyOf(answer));
    return stopOf(answer) ?? (keys.success ? keys.data.keys : NOT_ONE);
  },
  versions: async (world, number) => {
    const answer = await exchange(get(`/v1/policy/versions${number === undefined ? '' : `/${number}`}`), world);
    return stopOf(answer) ?? { kind: 'versions', said: bodyOf(answer) };
  },
  draw: async (world, asked) => {
    const { url, headers } = get('/v1/draws');
    const request = { method: 'POST' as const, url, body: JSON.stringify(asked) };
    const answer = await exchange({ ...request, headers: { ...headers, 'content-type': 'application/json' } }, world);
    const drawn = drawnSchema.safeParse(bodyOf(answer));
    return stopOf(answer) ?? (drawn.success ? { kind: 'drawn', outcome: drawn.data.outcome } : NOT_ONE);
  },
  publish: (world, policy, onto, note) => publish(get, world, { policy, ...(note ? { note } : {}) }, onto),
});

async function read(get: Get, world: World, tag: string | undefined): Promise<PolicyOutcome> {
  const request = get('/v1/policy');
  const headers = { ...request.headers, ...(tag ? { 'if-none-match': tag } : {}) };
  const answer = await exchange({ ...request, headers }, world);
  if (answer.kind === 'answer' && answer.status === 304 && answer.saidAt !== undefined)
    return { kind: 'same', now: answer.saidAt };
  // No policy yet, a collector of before there were any, or one without a key: nothing of it holds up the rest.
  if ([304, 404].includes(statusOf(answer)) || isWithoutKey(answer)) return { kind: 'none' };
  const stop = stopOf(answer);
  const parsed = policyAnswerSchema.safeParse(bodyOf(answer));
  if (stop || !parsed.success || answer.kind !== 'answer') return stop ?? NOT_ONE;
  return { kind: 'policy', tag: TAG.test(answer.tag ?? '') ? (answer.tag ?? '') : '', ...parsed.data };
}

const isWithoutKey = (answer: Answer): boolean =>
  statusOf(answer) === 503 && codeSchema.safeParse(bodyOf(answer)).data?.code === 'no_signing_key';

async function publish(get: Get, world: World, body: object, onto: number): Promise<PublishOutcome> {
  const { url, headers } = get('/v1/policy');
  const answer = await exchange(
    {
      ...{ method: 'PUT', url, body: JSON.stringify(body) },
      headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${onto}"` },
    },
    world,
  );
  const [moved, refused] = [movedSchema.safeParse(bodyOf(answer)), refusedSchema.safeParse(bodyOf(answer))];
  if (statusOf(answer) === 412 && moved.success) return { kind: 'moved', ...moved.data };
  if (statusOf(answer) === 422 && refused.success) return { kind: 'refused', problems: refused.data.problems };
  return stopOf(answer) ?? { kind: 'published', version: bodyOf(answer) };
}
