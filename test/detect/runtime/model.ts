/** The model behind every page, in the page or on the server: knows the script, answers at the pace of a real one. */
import type { Format } from '../words/blocks.ts';
import { source, tokens } from '../words/blocks.ts';
import { answerTo } from '../words/script.ts';
import type { Asked } from './params.ts';

const FIRST_TOKEN_MS = 350;
const TOKEN_MS = 14;

export async function* streamAnswer(prompt: string, asked: Asked, format: Format): AsyncGenerator<string> {
  const text = source(answerTo(prompt, asked.lang), format);
  await after(FIRST_TOKEN_MS);
  if (asked.whole) {
    yield text;
    return;
  }
  const pieces = tokens(text);
  for (const [at, piece] of pieces.entries()) {
    if (asked.pauseMs && at === Math.floor(pieces.length / 2)) await after(asked.pauseMs);
    yield piece;
    await after(TOKEN_MS + (at % 5) * 4);
  }
}

export function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
