/** One HTTP exchange with an endpoint, with everything that can go wrong named. */
import type { EndpointProblem } from '../messages/replies.ts';
import type { TargetSettings } from './target.ts';

/** Longer than any honest answer takes, shorter than a worker may wait. */
const TIMEOUT_MS = 20_000;

export type Answer =
  | { kind: 'answer'; status: number; body: unknown; afterMs?: number }
  | { kind: 'failed'; problem: EndpointProblem };

/** What is wrong with an endpoint before anything is sent to it: HTTPS only, but for this computer. */
export function addressProblem({ endpoint, token }: TargetSettings): EndpointProblem | undefined {
  if (!URL.canParse(endpoint)) return 'not_an_address';
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (!/^https?:$/.test(protocol) || username || password) return 'not_an_address';
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  if (protocol === 'http:' && !loopback) return 'not_secure';
  return token.trim() ? undefined : 'token_missing';
}

/** Calls `path` below the endpoint. Never throws for what network or server do. */
export async function call(
  settings: TargetSettings,
  method: 'GET' | 'POST',
  path: string,
  signal: AbortSignal,
  content?: { type: string; text: string },
): Promise<Answer> {
  const problem = addressProblem(settings);
  if (problem) return { kind: 'failed', problem };
  try {
    const response = await fetch(settings.endpoint.replace(/\/+$/, '') + path, {
      method,
      headers: {
        authorization: `Bearer ${settings.token.trim()}`,
        ...(content ? { 'content-type': content.type } : {}),
      },
      ...(content ? { body: content.text } : {}),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      credentials: 'omit',
      cache: 'no-store',
      // A redirect would carry the token to wherever it leads.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    return await read(response);
  } catch (error) {
    return { kind: 'failed', problem: isTimeout(error) ? 'timeout' : 'unreachable' };
  }
}

async function read(response: Response): Promise<Answer> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const text = await response.text();
  return {
    kind: 'answer',
    status: response.status,
    body: parse(text),
    ...(Number.isFinite(seconds) ? { afterMs: seconds * 1000 } : {}),
  };
}

/** JSON, or undefined where it is none: the caller's schema then says that this is no collector. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
