/**
 * Asks for one page that an output cites: without credentials, referrer or cache, step by step where it leads on, and
 * never more than the limits. What the page is, and what is in it, is believed of nobody.
 */
import type { CheckReason } from '../../domain/sources/citation.ts';
import { type AddressRules, askedFor, sourceAddressProblem } from './address.ts';
import { decoderFor, PageText, PRESCAN } from './page-text.ts';

interface FetchLimits {
  /** For everything: all steps, and all of the body. */
  timeMs: number;
  /** Of the body, decompressed. */
  bytes: number;
  redirects: number;
}
export const LIMITS: FetchLimits = { timeMs: 15_000, bytes: 3_000_000, redirects: 5 };

/** What the browser does for us. */
export interface Asking {
  rules: AddressRules;
  limits: FetchLimits;
  /** Whether the browser lets us read this site. */
  allowed(url: URL): Promise<boolean>;
  /** Watches one request; tells where its answer leads on to. A browser that does not tell gives undefined. */
  watchRedirect(url: URL): { location(): Promise<string | undefined>; stop(): void };
}

export type Fetched =
  | { reach: 'gone'; movedTo?: string }
  | { reach: 'unavailable'; reason: CheckReason; movedTo?: string }
  /** `cut`: why there may be more than `text`; `reason`: why there is no text. */
  | { reach: 'reached' | 'redirected'; movedTo?: string; text?: string; reason?: CheckReason; cut?: CheckReason };

/** Asks for a page. Rejects only where `signal` is aborted. */
export async function fetchSource(address: string, asking: Asking, signal: AbortSignal): Promise<Fetched> {
  const first = askedFor(address, asking.rules);
  const inTime = AbortSignal.timeout(asking.limits.timeMs);
  const until = AbortSignal.any([signal, inTime]);
  let url = first;
  try {
    for (let step = 0; step <= asking.limits.redirects; step++) {
      const stopped = await mayAsk(url, asking);
      if (stopped) return unavailable(stopped, first, url);
      const { response, location } = await ask(url, asking, until);
      if (response.type !== 'opaqueredirect') {
        const found = await answered(response, first, url, asking.limits, until);
        signal.throwIfAborted();
        return found;
      }
      if (!location || !URL.canParse(location, url)) return unavailable('redirects', first, url);
      url = askedFor(new URL(location, url).href, asking.rules);
    }
    return unavailable('redirects', first, url);
  } catch (error) {
    signal.throwIfAborted();
    console.debug('Countersign: a source did not answer', error instanceof Error ? error.name : '');
    return unavailable(inTime.aborted ? 'timeout' : 'network', first, url);
  }
}

async function mayAsk(url: URL, { rules, allowed }: Asking): Promise<CheckReason | undefined> {
  return sourceAddressProblem(url, rules) ?? ((await allowed(url)) ? undefined : 'no_access');
}

const movedTo = (first: URL, url: URL) => (first.hostname === url.hostname ? {} : { movedTo: url.hostname });
const unavailable = (reason: CheckReason, first: URL, url: URL): Fetched => ({
  reach: 'unavailable',
  reason,
  ...movedTo(first, url),
});

/** One step. A redirect is not followed by the browser: where it leads must be looked at first. */
async function ask(url: URL, { watchRedirect }: Asking, signal: AbortSignal) {
  const watched = watchRedirect(url);
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1' },
    });
    return { response, location: response.type === 'opaqueredirect' ? await watched.location() : undefined };
  } finally {
    watched.stop();
  }
}

const REFUSING: ReadonlySet<number> = new Set([401, 402, 403, 407, 429, 451]);
const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;

async function answered(
  response: Response,
  first: URL,
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? '';
  const moved = movedTo(first, url);
  const there = { reach: first.href === url.href ? 'reached' : 'redirected', ...moved } as const;
  const refuse = async (result: Fetched) => {
    await response.body?.cancel();
    return result;
  };
  if (status === 404 || status === 410) return refuse({ reach: 'gone', ...moved });
  if (REFUSING.has(status)) return refuse(unavailable('refused', first, url));
  if (!response.ok || !response.body) return refuse(unavailable('server', first, url));
  if (/^application\/(x-)?pdf\b/i.test(contentType)) return refuse({ ...there, reason: 'pdf' });
  if (!HTML.test(contentType) && !/^text\//i.test(contentType)) return refuse({ ...there, reason: 'not_text' });
  return { ...there, ...(await textOf(response.body, contentType, limits, signal)) };
}

/** Words that a page must have before its scripts run to be taken for more than a shell. */
const SHELL = 200;

async function textOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  contentType: string,
  limits: FetchLimits,
  signal: AbortSignal,
) {
  const page = new PageText(limits.bytes);
  const isHtml = HTML.test(contentType);
  let plain = '';
  const cut = await eachPiece(body, contentType, limits, signal, (piece) => {
    if (isHtml) page.write(piece);
    else plain += piece;
    return page.full;
  });
  page.end();
  const text = isHtml ? page.text : plain;
  if (isHtml && page.scripts && text.replace(/\s+/g, '').length < SHELL) return { reason: 'no_text' as const };
  return { text, ...(cut ? { cut } : {}) };
}

/** Takes a body piece by piece, until it ends or is enough; says why where it was not all. */
async function eachPiece(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  contentType: string,
  limits: FetchLimits,
  signal: AbortSignal,
  take: (piece: string) => boolean,
): Promise<CheckReason | undefined> {
  const reader = body.getReader();
  const decoding = new Decoding(contentType);
  let left = limits.bytes;
  try {
    while (left > 0) {
      const { done, value } = await reader.read();
      const piece = value?.subarray(0, left) ?? new Uint8Array();
      left -= piece.length;
      if (take(decoding.decode(piece, done || left === 0))) return 'too_large';
      if (done) return undefined;
    }
    return 'too_large';
  } catch (error) {
    // What has come until then is read all the same.
    console.debug('Countersign: a source broke off', error instanceof Error ? error.name : '');
    return signal.aborted ? 'timeout' : 'network';
  } finally {
    // It may have ended, or broken off, by itself.
    void reader
      .cancel()
      .catch((error: unknown) => console.debug('Countersign:', error instanceof Error ? error.name : ''));
  }
}

/** Decodes bytes as they come; the first ones say by which encoding. */
class Decoding {
  readonly #contentType: string;
  #decoder: TextDecoder | undefined;
  #beginning: Uint8Array[] = [];
  #length = 0;

  constructor(contentType: string) {
    this.#contentType = contentType;
  }

  decode(piece: Uint8Array, last: boolean): string {
    if (this.#decoder) return this.#decoder.decode(piece, { stream: !last });
    this.#beginning.push(piece);
    this.#length += piece.length;
    if (this.#length < PRESCAN && !last) return '';
    const beginning = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#beginning) {
      beginning.set(part, at);
      at += part.length;
    }
    this.#beginning = [];
    this.#decoder = decoderFor(this.#contentType, beginning);
    return this.#decoder.decode(beginning, { stream: !last });
  }
}
