/** Tells the background of outputs, and keeps the status that it gives back. */

import { LONGEST_OUTPUT } from '../../domain/limits.ts';
import { cutTo } from '../../domain/output/text.ts';
import { send } from '../../messages/send.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import { readStated } from '../read/port.ts';
import { type Found, promptOf, roughTextOf, textOf, traceOf } from './found.ts';
import type { Turns } from './turns.ts';

interface Telling {
  text: string;
  /** While the background has not answered. */
  answer?: Promise<OutputStatus | undefined>;
}

/** What the background was told of outputs. */
const told = new WeakMap<Found, Telling>();

export const wasTold = (found: Found): boolean => told.has(found);

/** Whether the background has not answered yet: what it knows is an earlier text. */
export const isTelling = (found: Found): boolean => told.get(found)?.answer !== undefined;

/** Lets an output be told of once more. */
export const forgetTold = (found: Found): boolean => told.delete(found);

/**
 * Tells of a complete output, once for each of its texts, and answers with its status. Undefined where there was
 * nothing to tell, or the text changed meanwhile. Who asks while the background is being told waits for the same answer:
 * a badge that is pressed as soon as it is there would else open nothing.
 */
export async function tell(found: Found, turns: Turns): Promise<OutputStatus | undefined> {
  const text = found.text ?? textOf(found.turn, turns);
  const earlier = told.get(found);
  if (earlier?.text === text) return earlier.answer;
  const telling: Telling = { text };
  told.set(found, telling);
  telling.answer = answerTo(found, turns, telling).finally(() => delete telling.answer);
  return telling.answer;
}

async function answerTo(found: Found, turns: Turns, telling: Telling): Promise<OutputStatus | undefined> {
  const text = cutTo(telling.text, LONGEST_OUTPUT);
  if (text !== telling.text) found.evidence.add('shortened');
  const prompt = promptOf(found, turns);
  const status = await send('output.seen', {
    outputId: found.id,
    trace: traceOf(found, text, turns),
    content: { text, ...(prompt ? { prompt } : {}) },
    ...(found.hash ? { previousHash: found.hash } : {}),
    ...(found.evidence.has('part') || found.evidence.has('translated') ? { unsure: true as const } : {}),
    ...formerOf(found, text, turns),
    stated: readStated(found.turn, turns),
  });
  if (told.get(found) !== telling) return undefined;
  found.hash = status.hash;
  found.differs = false;
  return status;
}

/** How the first version would have read an answer that may be from its days: one that was here before we came. */
function formerOf({ grew, turn }: Found, text: string, turns: Turns): { former?: string } {
  const former = grew ? text : cutTo(roughTextOf(turn, turns), LONGEST_OUTPUT);
  return former === text || former === '' ? {} : { former };
}
