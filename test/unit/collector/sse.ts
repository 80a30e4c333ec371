/** A browser's end of `GET /v1/live`, as it comes over the wire. */
import { onTestFinished } from 'vitest';

interface Hearing {
  status: number;
  headers: Headers;
  /** The sequence of the next "changed"; undefined when the stream has ended. */
  next(): Promise<string | undefined>;
  /** The next "changed" whose sequence is at least that; undefined when the stream has ended. */
  upTo(sequence: string): Promise<string | undefined>;
  /** Lines that only keep the connection open, so far. */
  beats(): number;
  close(): void;
}

/** Opens a stream. */
export async function hear(url: string, token: string): Promise<Hearing> {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const response = await fetch(`${url}/v1/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ended.signal,
  });
  let beats = 0;
  async function* sequences(): AsyncGenerator<string> {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks)
        if (block.startsWith(':')) beats++;
        else yield parse(block);
    }
  }
  const told = sequences();
  const next = async () => (await told.next()).value as string | undefined;
  return {
    status: response.status,
    headers: response.headers,
    next,
    async upTo(sequence) {
      for (;;) {
        const heard = await next();
        if (heard === undefined || heard >= sequence) return heard;
      }
    },
    beats: () => beats,
    close: () => ended.abort(),
  };
}

function parse(block: string): string {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(': ', 2)));
  if (fields.event !== 'changed') throw new Error(`An unknown event came: ${block}`);
  const { sequence } = JSON.parse(fields.data ?? '');
  if (sequence !== fields.id) throw new Error(`The id is not the sequence: ${block}`);
  return sequence;
}
