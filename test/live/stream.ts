/** How an answer is told: cut into tokens, at a pace, and in the frames that each chat component reads. */
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as passing } from 'node:timers/promises';
import { hashOf } from './answers.ts';

export interface Telling {
  /** Milliseconds between two tokens; 0 is as fast as the connection takes them. */
  paceMs: number;
  /** Characters of a token; 4 to 6, by turns that are always the same, if none. */
  chunk?: number;
  /** Milliseconds of silence in the middle of the answer. */
  pauseMs?: number;
  /** The whole answer in one piece. */
  whole?: boolean;
}

/** Where streams stop until somebody lets them go on. */
export interface Hold {
  afterTokens: number;
  released: Promise<void>;
}

export interface Frames {
  contentType: string;
  begin?(): string;
  token(text: string): string;
  end?(): string;
}

/** deep-chat reads server-sent events. */
export const deepChatFrames: Frames = {
  contentType: 'text/event-stream',
  token: (text) => `data: ${JSON.stringify({ text })}\n\n`,
};

/** n8n's chat reads a line of JSON for each chunk of a workflow's node. */
export function n8nFrames(): Frames {
  const line = (type: 'begin' | 'item' | 'end', content?: string) => {
    const metadata = { nodeId: 'assistant', nodeName: 'Assistant', timestamp: Date.now(), runIndex: 0, itemIndex: 0 };
    return `${JSON.stringify({ type, ...(content === undefined ? {} : { content }), metadata })}\n`;
  };
  return {
    contentType: 'application/json; charset=utf-8',
    begin: () => line('begin'),
    token: (text) => line('item', text),
    end: () => line('end'),
  };
}

/** The answer cut into tokens, the same for the same text. No character is cut in two. */
function tokensOf(text: string, chunk?: number): string[] {
  const characters = [...text];
  const tokens: string[] = [];
  let turn = hashOf(text);
  for (let at = 0; at < characters.length; ) {
    turn = (Math.imul(turn, 1_664_525) + 1_013_904_223) >>> 0;
    const length = chunk ?? 4 + ((turn >>> 16) % 3);
    tokens.push(characters.slice(at, at + length).join(''));
    at += length;
  }
  return tokens;
}

/** Writes an answer into a response, token by token; ends early where the page has gone. */
export async function tell(
  response: ServerResponse,
  answer: string,
  frames: Frames,
  telling: Telling,
  hold: () => Hold | undefined,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.writeHead(200, { 'content-type': frames.contentType, 'cache-control': 'no-store' });
  if (frames.begin) response.write(frames.begin());
  const tokens = telling.whole ? [answer] : tokensOf(answer, telling.chunk);
  try {
    for (const [index, token] of tokens.entries()) {
      await waiting(index, tokens.length, telling, hold, gone.signal);
      response.write(frames.token(token));
    }
    response.end(frames.end?.());
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

async function waiting(
  index: number,
  count: number,
  telling: Telling,
  hold: () => Hold | undefined,
  signal: AbortSignal,
): Promise<void> {
  const held = hold();
  if (held && index >= held.afterTokens) await Promise.race([held.released, aborted(signal)]);
  if (telling.pauseMs && count > 1 && index === Math.floor(count / 2)) {
    await passing(telling.pauseMs, undefined, { signal });
  }
  if (telling.paceMs > 0) await passing(telling.paceMs, undefined, { signal });
  else await nextTurn(undefined, { signal });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
