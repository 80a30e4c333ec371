/** One HTTP exchange with an endpoint, with everything that can go wrong named. */

import { parsedJson } from '../domain/json.ts';
import { learnPacking, packRequest } from './packing.ts';
import type { EndpointProblem, EndpointTest } from './problem.ts';
import type { Answer, Judgement, Outcome, Outgoing, Request, Target, World } from './target.ts';

/** Longer than any honest answer takes, shorter than a worker may wait. */
const TIMEOUT_MS = 20_000;
/** Enough of what a server says to know what is wrong. */
const REASON_LENGTH = 500;

/** What is wrong with an address before anything is sent to it: HTTPS only, but for this computer. */
export function addressProblem(address: string): EndpointProblem | undefined {
  if (!URL.canParse(address)) return 'not_an_address';
  const { protocol, hostname, username, password } = new URL(address);
  if (!/^https?:$/.test(protocol) || username || password) return 'not_an_address';
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return protocol === 'http:' && !loopback ? 'not_secure' : undefined;
}

/**
 * An address with a path below it. What the address has of the path already is not said twice, and its query stays (a
 * tenant, a key). What nothing may be sent to comes back as it is, and is refused as that.
 */
export function below(address: string, path: string): string {
  if (addressProblem(address)) return address;
  const [wanted = '', asked] = path.split('?');
  const { origin, pathname, search } = new URL(address);
  const base = pathname.replace(/\/+$/, '');
  if (base.endsWith(wanted)) return origin + pathname + queryOf(search, asked);
  const parts = wanted.split('/').slice(1);
  const shared = parts.findLastIndex((_, at) => base.endsWith(`/${parts.slice(0, at + 1).join('/')}`));
  return `${origin}${base}/${parts.slice(shared + 1).join('/')}${queryOf(search, asked)}`;
}

/** Where a collector stands, also of an address that was copied with one of its paths. */
export const collectorRoot = (address: string): string => address.replace(/^([^?#]*)\/v1(?:\/[^?#]*)?(?=[?#]|$)/, '$1');

/** The query of an address together with what is asked besides. */
function queryOf(search: string, asked: string | undefined): string {
  const both = [search.slice(1), asked].filter(Boolean).join('&');
  return both && `?${both}`;
}

/** `Authorization: Bearer …`, where there is a token. */
export const bearerHeader = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

/** Sends a request. Never throws for what network or server do. */
export async function exchange(request: Request, world: World): Promise<Answer> {
  const problem = addressProblem(request.url);
  if (problem) return { kind: 'failed', problem };
  try {
    const { url, method } = request;
    const sent = await packRequest(request);
    const response = await world.fetch(url, {
      method,
      headers: sent.headers,
      ...(sent.body === undefined ? {} : { body: sent.body }),
      signal: AbortSignal.any([world.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      credentials: 'omit',
      cache: 'no-store',
      // A redirect would carry the token to wherever it leads.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    if (!learnPacking(url, response.headers) && sent.isPacked && response.status === 415)
      return await exchange(request, world);
    return await read(response, world.now());
  } catch (error) {
    return { kind: 'failed', problem: isTimeout(error) ? 'timeout' : 'unreachable' };
  }
}

async function read(response: Response, now: number): Promise<Answer> {
  const afterMs = waitOf(response.headers.get('retry-after'), now);
  const tag = response.headers.get('etag');
  const saidAt = Date.parse(response.headers.get('date') ?? '');
  const text = await response.text();
  return {
    kind: 'answer',
    status: response.status,
    body: parsedJson(text),
    text,
    ...(afterMs === undefined ? {} : { afterMs }),
    ...(tag === null ? {} : { tag }),
    ...(Number.isNaN(saidAt) ? {} : { saidAt: new Date(saidAt).toISOString() }),
  };
}

/**
 * `Retry-After` (RFC 9110, 10.2.3): seconds or a date, as milliseconds from now. Some servers send fractions of seconds,
 * which a parser of dates takes for a day long past.
 */
function waitOf(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+(\.\d*)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  if (!/^\s*[A-Za-z]{3}/.test(header)) return undefined;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

/** What a status of its own means. All others ask for another try. */
const MEANINGS: Record<number, Outcome> = {
  400: { kind: 'rejected', reason: '' },
  401: { kind: 'unauthorised', problem: 'token_refused' },
  403: { kind: 'unauthorised', problem: 'token_may_not' },
  408: { kind: 'retry', problem: 'server_error' },
  413: { kind: 'rejected', reason: 'too_large' },
  422: { kind: 'rejected', reason: '' },
  429: { kind: 'retry', problem: 'busy' },
};

/**
 * What an answer means where a target says nothing else. `elsewhere`: what to say of an address that is something else.
 */
export function judgeStatus(answer: Answer, elsewhere: EndpointProblem = 'not_found_there'): Outcome {
  if (answer.kind === 'failed') return { kind: 'retry', problem: answer.problem };
  const { status, afterMs, text } = answer;
  // A sign-in page of the network on the way says 200 too.
  if (status >= 200 && status < 300 && !text.trimStart().startsWith('<')) return { kind: 'accepted' };
  const detail = detailOf(answer);
  const meaning = MEANINGS[status] ?? { kind: 'retry', problem: status >= 500 ? 'server_error' : elsewhere };
  if (meaning.kind === 'rejected') return { ...meaning, reason: meaning.reason || (detail.detail ?? `HTTP ${status}`) };
  return { ...meaning, ...detail, ...(meaning.kind === 'retry' && afterMs !== undefined ? { afterMs } : {}) };
}

/** What the server says of it, from a problem (RFC 9457) or the usual names; shown as text and never as anything else. */
function detailOf({ body, text }: Extract<Answer, { kind: 'answer' }>): { detail?: string } {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const said = [fields.detail, fields.message, fields.error, fields.title].find((part) => typeof part === 'string');
  const plain = said ?? (body === undefined && !text.trimStart().startsWith('<') ? text : '');
  const detail = String(plain).trim().slice(0, REASON_LENGTH);
  return detail ? { detail } : {};
}

/** Tries a target by sending one request, and says how long the answer took. */
export async function tryOut(
  request: Request,
  world: World,
  judge: (answer: Answer) => Outcome = judgeStatus,
): Promise<EndpointTest> {
  const started = performance.now();
  const outcome = judge(await exchange(request, world));
  const latencyMs = Math.round(performance.now() - started);
  if (outcome.kind === 'accepted') return { ok: true, latencyMs };
  if (outcome.kind === 'rejected') return { ok: false, problem: 'not_understood', detail: outcome.reason };
  const { problem, detail } = outcome;
  return { ok: false, problem, ...(detail ? { detail } : {}) };
}

/** Sends some events to a target: its requests in order, until one does not go through. */
export async function push(
  target: Target,
  items: readonly Outgoing[],
  settings: unknown,
  world: World,
): Promise<Judgement> {
  const problem = target.problem?.(settings);
  if (problem) return { kind: 'unauthorised', problem };
  for (const request of await target.requests(items, settings, world)) {
    const judgement = target.judge(await exchange(request, world), items);
    if (!('kind' in judgement) || judgement.kind !== 'accepted') return judgement;
  }
  return { kind: 'accepted' };
}
