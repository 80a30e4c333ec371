/** The collector: the reference endpoint of this repository, both ways. */
import * as z from 'zod';
import { type CountersignEvent, contentHolds, eventKey, eventSchema } from '../../domain/event.ts';
import { meSchema } from '../../domain/role.ts';
import type { EndpointProblem, EndpointTest } from '../../messages/replies.ts';
import type { Settled } from '../../store/writes.ts';
import { defineTarget, type PullOutcome, type PushOutcome, type TargetSettings } from '../target.ts';
import { type Answer, call } from '../wire.ts';

const PAGE = 500;

const pushed = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      outcome: z.enum(['stored', 'duplicate', 'refused']),
      sequence: z.string().optional(),
      problem: z.object({ code: z.string(), detail: z.string().optional() }).optional(),
    }),
  ),
});
const pulled = z.object({ events: z.array(z.unknown()), next: z.string().regex(/^\d{16}$/), more: z.boolean() });

type Failed = Extract<PushOutcome, { kind: 'retry' | 'unauthorised' }>;

async function push(
  events: readonly CountersignEvent[],
  settings: TargetSettings,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const answer = await call(settings, 'POST', '/v1/events', signal, {
    type: 'application/cloudevents-batch+json',
    text: JSON.stringify(events),
  });
  if (answer.kind === 'answer' && answer.status === 413) return { kind: 'too_large' };
  const failed = failure(answer);
  if (failed) return failed;
  const parsed = pushed.safeParse(bodyOf(answer));
  if (!parsed.success) return { kind: 'retry', problem: 'not_a_collector' };
  return { kind: 'answered', results: parsed.data.results.map(settledOf) };
}

function settledOf({ id, source, outcome, sequence, problem }: z.infer<typeof pushed>['results'][number]): Settled {
  const key = eventKey({ id, source });
  if (outcome === 'refused') return { key, outcome: 'rejected', reason: problem?.detail ?? problem?.code ?? '' };
  return { key, outcome: 'accepted', ...(sequence ? { sequence } : {}) };
}

async function pull(cursor: string, settings: TargetSettings, signal: AbortSignal): Promise<PullOutcome> {
  const answer = await call(settings, 'GET', `/v1/events?after=${encodeURIComponent(cursor)}&limit=${PAGE}`, signal);
  const failed = failure(answer);
  if (failed) return failed;
  const page = pulled.safeParse(bodyOf(answer));
  if (!page.success) return { kind: 'retry', problem: 'not_a_collector' };
  const { next, more } = page.data;
  return { kind: 'page', events: await readable(page.data.events), cursor: next, more };
}

/** Events that this version understands and whose content holds; others are passed over and said, not guessed at. */
async function readable(raw: readonly unknown[]): Promise<CountersignEvent[]> {
  const events: CountersignEvent[] = [];
  for (const candidate of raw) {
    const event = eventSchema.safeParse(candidate);
    if (event.success && event.data.sequence && (await contentHolds(event.data))) events.push(event.data);
    else console.warn('Countersign passed over an event that it could not read or whose content does not hold');
  }
  return events;
}

async function test(settings: TargetSettings, signal: AbortSignal): Promise<EndpointTest> {
  const started = performance.now();
  const answer = await call(settings, 'GET', '/v1/me', signal);
  const failed = failure(answer);
  if (failed) return { ok: false, problem: failed.problem };
  const me = meSchema.safeParse(bodyOf(answer));
  if (!me.success) return { ok: false, problem: 'not_a_collector' };
  return { ok: true, me: me.data, latencyMs: Math.round(performance.now() - started) };
}

const bodyOf = (answer: Answer): unknown => (answer.kind === 'answer' ? answer.body : undefined);

function failure(answer: Answer): Failed | undefined {
  if (answer.kind === 'failed') return { kind: 'retry', problem: answer.problem };
  const { status, afterMs } = answer;
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return { kind: 'unauthorised', problem: 'token_refused' };
  if (status === 403) return { kind: 'unauthorised', problem: 'token_may_not' };
  const problem: EndpointProblem = status >= 500 || status === 429 ? 'server_error' : 'not_a_collector';
  return { kind: 'retry', problem, ...(afterMs === undefined ? {} : { afterMs }) };
}

export const collector = defineTarget({ id: 'collector', push, pull, test });
