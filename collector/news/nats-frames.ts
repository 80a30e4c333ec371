/** Reads what a NATS server says (its client protocol), however it comes in pieces. */

/** What the collectors tell is a name of a team and a number; a server that says more in one go is none of ours. */
const LONGEST = 65_536;

export type NatsFrame =
  | { kind: 'info'; tlsRequired: boolean }
  | { kind: 'message'; text: string }
  | { kind: 'ping' | 'pong' | 'ok' }
  | { kind: 'refused'; reason: string };

/** Takes pieces, gives whole frames. Throws a `TypeError` of what is no NATS server. */
export function createFrames(): (piece: Buffer) => NatsFrame[] {
  let left = Buffer.alloc(0);
  return (piece) => {
    left = Buffer.concat([left, piece]);
    const frames: NatsFrame[] = [];
    for (let next = take(left); next; next = take(left)) {
      frames.push(next.frame);
      left = left.subarray(next.bytes);
    }
    return frames;
  };
}

/** The frame at the start, and how long it is; nothing where it is not whole yet. */
function take(bytes: Buffer): { frame: NatsFrame; bytes: number } | undefined {
  const end = bytes.indexOf('\r\n');
  if (end < 0 && bytes.length <= LONGEST) return undefined;
  if (end < 0 || end > LONGEST) throw new TypeError('no NATS server: a line without an end');
  const line = bytes.toString('utf8', 0, end);
  const size = /^MSG \S+ \S+ (?:\S+ )?(\d{1,9})$/.exec(line)?.[1];
  if (size === undefined) return { frame: frameOf(line), bytes: end + 2 };
  const length = Number(size);
  if (length > LONGEST) throw new TypeError('a message that is none of ours');
  const start = end + 2;
  if (bytes.length < start + length + 2) return undefined;
  const frame: NatsFrame = { kind: 'message', text: bytes.toString('utf8', start, start + length) };
  return { frame, bytes: start + length + 2 };
}

const WORDS: Record<string, NatsFrame> = { PING: { kind: 'ping' }, PONG: { kind: 'pong' }, '+OK': { kind: 'ok' } };

function frameOf(line: string): NatsFrame {
  const word = WORDS[line.toUpperCase()];
  if (word) return word;
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  if (name.toUpperCase() === '-ERR') return { kind: 'refused', reason: rest.replace(/^'|'$/g, '').slice(0, 100) };
  if (name.toUpperCase() !== 'INFO') throw new TypeError('no NATS server: a line that is none of its');
  return { kind: 'info', tlsRequired: tlsRequired(rest) };
}

function tlsRequired(json: string): boolean {
  try {
    const said: unknown = JSON.parse(json);
    return typeof said === 'object' && said !== null && 'tls_required' in said && said.tls_required === true;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new TypeError('no NATS server: it says nothing of itself', { cause: error });
    throw error;
  }
}
