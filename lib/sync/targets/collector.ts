/** The collector: the reference endpoint of this repository, both ways. */
import * as z from 'zod';
import { type CountersignEvent, contentHolds, eventKey, eventSchema } from '../../domain/events/event.ts';
import { EVERYTHING } from '../../domain/events/filter.ts';
import { namesSchema } from '../../domain/people/name.ts';
import { standingSchema } from '../../domain/people/role.ts';
import { FIELDS } from '../fields.ts';
import { follow } from '../live.ts';
import { policiesAt } from '../policies.ts';
import type { EndpointTest } from '../problem.ts';
import {
  type Answer,
  defineTarget,
  type Judgement,
  NOT_ONE,
  type Outcome,
  type Outgoing,
  type PullOutcome,
  type Request,
  type Stop,
  type Whose,
  type World,
} from '../target.ts';
import { addressProblem, bearerHeader, below, collectorRoot, exchange, judgeStatus } from '../wire.ts';

const settingsSchema = z.lazy(() => z.object({ address: FIELDS.address(), token: FIELDS.token() }));
type Settings = z.infer<typeof settingsSchema>;

/** Events a page; the collector ends pages of large contents earlier. */
const PAGE = 500;

const pushed = z.lazy(() =>
  z.object({
    results: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        outcome: z.enum(['stored', 'duplicate', 'refused']),
        sequence: z.string().optional(),
        problem: z.object({ code: z.string(), detail: z.string().optional() }).optional(),
      }),
    ),
  }),
);
const sequence = z.lazy(() => z.string().regex(/^\d{16}$/));
/** Older collectors do not say where the log ends. */
const pulled = z.lazy(() =>
  z.object({ events: z.array(z.unknown()), next: sequence, more: z.boolean(), end: sequence.optional() }),
);
const awaited = z.lazy(() => z.object({ events: z.array(z.unknown()) }));

async function requests(items: readonly Outgoing[], { address, token }: Settings): Promise<Request[]> {
  return [
    {
      method: 'POST',
      url: below(collectorRoot(address), '/v1/events'),
      headers: { ...bearerHeader(token), 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(items.map(({ event }) => event)),
    },
  ];
}

function judge(answer: Answer, items: readonly Outgoing[]): Judgement {
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind !== 'accepted' || answer.kind !== 'answer') return outcome;
  const parsed = pushed.safeParse(answer.body);
  if (!parsed.success) return NOT_ONE;
  const byKey = new Map(parsed.data.results.map((result) => [eventKey(result), result]));
  return items.map(({ event }) => {
    const result = byKey.get(eventKey(event));
    return result ? outcomeOf(result) : NOT_ONE;
  });
}

function outcomeOf({ outcome, sequence, problem }: z.infer<typeof pushed>['results'][number]): Outcome {
  if (outcome === 'refused') {
    const { code, detail } = problem ?? {};
    return { kind: 'rejected', reason: detail ?? code ?? '', ...(code === undefined ? {} : { code }) };
  }
  return { kind: 'accepted', ...(sequence ? { sequence } : {}) };
}

const get = (path: string, { address, token }: Settings): Request => ({
  method: 'GET',
  url: below(collectorRoot(address), path),
  headers: bearerHeader(token),
});

/** Whatever is not an answer to a question that was asked rightly. */
function stopOf(answer: Answer): Stop | undefined {
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind === 'accepted') return undefined;
  return outcome.kind === 'rejected' ? NOT_ONE : outcome;
}

async function pull(cursor: string, settings: Settings, world: World): Promise<PullOutcome> {
  const wrong = problem(settings);
  if (wrong) return { kind: 'unauthorised', problem: wrong };
  const answer = await exchange(get(`/v1/events?after=${encodeURIComponent(cursor)}&limit=${PAGE}`, settings), world);
  const page = pulled.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  const stop = stopOf(answer);
  if (stop || !page.success || answer.kind !== 'answer') return stop ?? NOT_ONE;
  const { next, more, end } = page.data;
  const events = await readable(page.data.events);
  const [characters, unreadable] = [answer.text.length, page.data.events.length - events.length];
  return { kind: 'page', events, characters, unreadable, cursor: next, more, ...(end === undefined ? {} : { end }) };
}

/** Only a head start: whatever goes wrong here goes wrong again, or comes right, where the log itself is asked for. */
async function awaiting(settings: Settings, world: World): Promise<CountersignEvent[] | undefined> {
  const answer = await exchange(get('/v1/events/awaiting', settings), world);
  const told = awaited.safeParse(answer.kind === 'answer' && answer.status === 200 ? answer.body : undefined);
  return told.success ? readable(told.data.events) : undefined;
}

/** Events that this version understands and whose content holds; others are passed over and said, not guessed at. */
async function readable(raw: readonly unknown[]): Promise<CountersignEvent[]> {
  const each = await Promise.all(raw.map(readOne));
  const events = each.filter((event) => event !== undefined);
  if (events.length < raw.length)
    console.warn('Countersign passed over events that it could not read or whose content does not hold');
  return events;
}

async function readOne(candidate: unknown): Promise<CountersignEvent | undefined> {
  const { success, data } = eventSchema.safeParse(candidate);
  return success && data.sequence && (await contentHolds(data)) ? data : undefined;
}

async function test(settings: Settings, world: World): Promise<EndpointTest> {
  const wrong = problem(settings);
  if (wrong) return { ok: false, problem: wrong };
  const started = performance.now();
  const said = await whose(settings, world);
  if (said.kind !== 'said') return { ok: false, problem: said.kind === 'same' ? 'not_a_collector' : said.problem };
  const { expiresAt, people, ...me } = said.standing;
  return { ok: true, me, latencyMs: Math.round(performance.now() - started) };
}

async function whose(settings: Settings, world: World, known?: string): Promise<Whose | Stop> {
  const request = get('/v1/me', settings);
  const headers = { ...request.headers, ...(known === undefined ? {} : { 'if-none-match': known }) };
  const answer = await exchange({ ...request, headers }, world);
  if (answer.kind === 'answer' && answer.status === 304 && known !== undefined) return { kind: 'same' };
  const standing = standingSchema.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  const stop = stopOf(answer);
  if (stop || !standing.success) return stop ?? NOT_ONE;
  const tag = answer.kind === 'answer' ? answer.tag : undefined;
  return { kind: 'said', standing: standing.data, ...(tag === undefined ? {} : { tag }) };
}

async function names(settings: Settings, world: World) {
  const answer = await exchange(get('/v1/people', settings), world);
  const named = namesSchema.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  return stopOf(answer) ?? (named.success ? { kind: 'names' as const, ...named.data } : NOT_ONE);
}

const problem = ({ address, token }: Settings) => addressProblem(address) ?? (token ? undefined : 'token_missing');

export const collector = defineTarget<Settings>({
  id: 'collector',
  name: 'Countersign collector',
  settings: settingsSchema,
  filter: EVERYTHING,
  history: true,
  batch: () => ({ events: 500, bytes: 4_000_000 }),
  eventsOnly: true,
  address: ({ address }) => address,
  problem,
  requests,
  judge,
  pull,
  awaiting,
  whose,
  names,
  policies: (settings) => policiesAt((path) => get(path, settings)),
  live: (settings, world, hearing) => follow(get('/v1/live', settings), world, hearing),
  test,
});
