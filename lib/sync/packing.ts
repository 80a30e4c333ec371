/** Requests that are sent as gzip, where the server has said that it takes that (RFC 7694, `Accept-Encoding` in an answer). */
import type { Request } from './target.ts';

/** Below that, packing costs more than it saves. */
const WORTH_CHARACTERS = 4_000;

/** Origins whose last answer said so. Not kept: the first request of a browser that was just started goes as it is. */
const taking = new Set<string>();

/** Notes what an answer says of it. True where requests may be packed from now on. */
export function learnPacking(url: string, headers: Headers): boolean {
  const { origin } = new URL(url);
  const takes = /(^|,)\s*gzip\s*(,|;|$)/i.test(headers.get('accept-encoding') ?? '');
  if (takes) taking.add(origin);
  else taking.delete(origin);
  return takes;
}

interface Packed {
  headers: Record<string, string>;
  body?: string | ArrayBuffer;
  isPacked: boolean;
}

/** Headers and body as they go over the wire. What is signed goes as it was signed. */
export async function packRequest({ url, headers, body }: Request): Promise<Packed> {
  if (body === undefined) return { headers, isPacked: false };
  const isWorth = body.length >= WORTH_CHARACTERS && !('webhook-signature' in headers);
  if (!isWorth || !taking.has(new URL(url).origin)) return { headers, body, isPacked: false };
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer();
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: bytes, isPacked: true };
}
