/**
 * Server-sent events (WHATWG HTML, 9.2) over `fetch`, which unlike `EventSource` can carry a token. Kept open by pages,
 * which live as long as somebody looks; a service worker does not live long enough.
 */
import { createParser } from 'eventsource-parser';
import { backoffMs } from './backoff.ts';
import type { Hearing, Request, World } from './target.ts';

interface LiveWaits {
  /** A server that says nothing for so long, not even that it is there, is taken for gone. */
  silenceMs: number;
  /** How long to leave a server alone that has no such stream. */
  withoutMs: number;
  /** How long to wait after a stream broke off, by how often it did in a row. */
  againMs(attempts: number): number;
}
const WAITS: LiveWaits = {
  silenceMs: 60_000,
  withoutMs: 600_000,
  againMs: (attempts) => backoffMs(attempts, Math.random()),
};

/** More than any honest event of this stream is long. */
const LONGEST = 10_000;

/** Listens until `world.signal` ends it: opens the stream again whenever it breaks off. Never throws. */
export async function follow(request: Request, world: World, hearing: Hearing, waits = WAITS): Promise<void> {
  let attempts = 0;
  while (!world.signal.aborted) {
    const ended = await listen(request, world, hearing, waits.silenceMs);
    attempts = ended === 'broken' ? 1 : attempts + 1;
    await pause(ended === 'without' ? waits.withoutMs : waits.againMs(attempts), world.signal);
  }
}

/** One stream, to its end. `broken`: it was open; `without`: there is none there; `failed`: nothing answered. */
async function listen(
  { url, headers }: Request,
  world: World,
  hearing: Hearing,
  silenceMs: number,
): Promise<'broken' | 'without' | 'failed'> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  let opened = false;
  try {
    const response = await world.fetch(url, {
      headers: { ...headers, accept: 'text/event-stream' },
      signal: AbortSignal.any([world.signal, silence.signal]),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    if (!isStream(response)) return response.status >= 500 ? 'failed' : 'without';
    opened = true;
    hearing.opened();
    const feed = parserOf(hearing);
    // Not `for await`: the oldest Chromium that we run in cannot iterate over streams.
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
      feed(part.value);
    }
  } catch (error) {
    console.debug('Countersign: the live stream ended:', error instanceof Error ? error.name : '');
  } finally {
    clearTimeout(timer);
    silence.abort();
    if (opened) hearing.closed();
  }
  return opened ? 'broken' : 'failed';
}

const isStream = (response: Response): response is Response & { body: NonNullable<Response['body']> } =>
  response.ok && response.body !== null && /^text\/event-stream\b/.test(response.headers.get('content-type') ?? '');

function parserOf(hearing: Hearing): (chunk: string) => void {
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const sequence = event === 'changed' ? /\d{1,16}/.exec(data)?.[0] : undefined;
      if (sequence) hearing.changed(sequence.padStart(16, '0'));
    },
  });
  let pending = 0;
  return (chunk) => {
    const lineEnd = chunk.lastIndexOf('\n');
    pending = lineEnd < 0 ? pending + chunk.length : chunk.length - lineEnd;
    if (pending > LONGEST) throw new RangeError('a line without an end');
    parser.feed(chunk);
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
