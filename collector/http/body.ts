/** Reads the body of `POST /v1/events`, and others that may be long. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { errorFields } from '../logger.ts';
import { Problem } from './problem.ts';
import { isBounded } from './shape.ts';

export const MAX_EVENTS = 500;
export const MAX_BODY_BYTES = 5_000_000;
/**
 * How much of a request that is refused anyway is still read. A client that is cut off while it sends sees a broken
 * connection instead of the answer, and would send the same again for ever instead of less.
 */
const DRAIN_BYTES = 250_000_000;
export const BATCH_TYPE = 'application/cloudevents-batch+json';
export const SINGLE_TYPE = 'application/cloudevents+json';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The events of a request, not yet looked at. Throws a `Problem` when there is no telling what they are. */
export async function readBatch(request: Request): Promise<unknown[]> {
  const single = contentType(request.headers) === SINGLE_TYPE;
  const bytes = await readBytes(request);
  if (!isBounded(bytes)) throw new Problem('too_large', 'An event has more parts than any event has.');
  const parsed = parse(bytes);
  const batch = single && !Array.isArray(parsed) ? [parsed] : parsed;
  if (!Array.isArray(batch) || (single && Array.isArray(parsed)))
    throw new Problem('bad_json', `The body must be a JSON ${single ? 'object' : 'array of events'}.`);
  if (batch.length > MAX_EVENTS) throw new Problem('too_large', `A request may hold ${MAX_EVENTS} events at most.`);
  return batch;
}

/** A JSON object of a request that may be long. Throws a `Problem` where it is none. */
export async function readObject(request: Request): Promise<Record<string, unknown>> {
  if (contentType(request.headers) !== 'application/json')
    throw new Problem('unsupported_type', 'Send application/json in UTF-8, as it is or as gzip.');
  const bytes = await readBytes(request);
  if (!isBounded(bytes)) throw new Problem('too_large', 'The body has more parts than any request has.');
  const parsed = parse(bytes);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Problem('bad_json', 'The body must be a JSON object.');
  return parsed as Record<string, unknown>;
}

function contentType(headers: Headers): string {
  const [type = '', ...params] = (headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const encoding = encodingOf(headers);
  const known = [BATCH_TYPE, SINGLE_TYPE, 'application/json'].includes(type);
  const otherCharset = params.some((param) => param.startsWith('charset=') && !/^charset="?utf-8"?$/.test(param));
  if (!known || otherCharset || !['identity', 'gzip'].includes(encoding))
    throw new Problem('unsupported_type', `Send ${BATCH_TYPE} in UTF-8, as it is or as gzip.`);
  return type;
}

const encodingOf = (headers: Headers): string => (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();

/** The body as it was before it was packed: no more of it than a body may have, however little came. */
async function readBytes(request: Request): Promise<Buffer> {
  const sent = await readSent(request);
  if (encodingOf(request.headers) !== 'gzip') return sent;
  try {
    return await promisify(gunzip)(sent, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    const code = String(errorFields(error).code ?? '');
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooManyBytes();
    if (code.startsWith('Z_')) throw new Problem('bad_json', 'The body is not the gzip that its header says it is.');
    throw error;
  }
}

/** Counts what really comes: a length that a client announces is no limit. */
async function readSent(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > DRAIN_BYTES) break;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw tooManyBytes();
  return Buffer.concat(chunks);
}

/** Reads on and forgets what a refused request still sends, see `DRAIN_BYTES`. */
export async function drain(request: Request): Promise<void> {
  if (request.method === 'GET' || request.bodyUsed) return;
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > DRAIN_BYTES) break;
  }
}

const tooManyBytes = () => new Problem('too_large', `A body may hold ${MAX_BODY_BYTES} bytes at most.`);

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new Problem('bad_json', 'The body is not JSON in UTF-8.');
    throw error;
  }
}
