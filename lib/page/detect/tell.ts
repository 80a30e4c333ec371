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
  /** What stood around it that may state how sure the tool is, as it was told last, and how often it was told anew. */
  stated?: string;
  restated: number;
  /** It is looked at in a while whether something else stands there. */
  waits?: true;
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
  const telling: Telling = { text, restated: 0 };
  told.set(found, telling);
  telling.answer = answerTo(found, turns, telling)
    .catch((error: unknown) => {
      // Told again when it is next in view, or asked for.
      if (told.get(found) === telling) told.delete(found);
      throw error;
    })
    .finally(() => delete telling.answer);
  return telling.answer;
}

async function answerTo(found: Found, turns: Turns, telling: Telling): Promise<OutputStatus | undefined> {
  const text = cutTo(telling.text, LONGEST_OUTPUT);
  if (text !== telling.text) found.evidence.add('shortened');
  const prompt = promptOf(found, turns);
  const stated = readStated(found.turn, turns);
  telling.stated = stated?.join('\n') ?? '';
  const status = await send('output.seen', {
    outputId: found.id,
    trace: traceOf(found, text, turns),
    content: { text, ...(prompt ? { prompt } : {}) },
    ...(found.hash ? { previousHash: found.hash } : {}),
    ...(found.evidence.has('part') || found.evidence.has('translated') ? { unsure: true as const } : {}),
    ...formerOf(found, text, turns),
    stated,
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

/** A page may count up to what it states: that is told once it has stood there for so long, and an answer's so often at most. */
const STANDS_MS = 1_000;
const MOST_RESTATED = 3;

/**
 * Something changed at a complete answer and not in its text: what the page states of it only now is told with the text that is known.
 * However often a page changes there (a clock, say), it is looked at once in that time.
 */
export function tellLate(found: Found, turns: Turns, signal: AbortSignal): void {
  const telling = told.get(found);
  if (!telling || telling.waits || telling.restated === MOST_RESTATED) return;
  telling.waits = true;
  const lookLater = (before?: string): unknown =>
    setTimeout(() => {
      const isKnown = told.get(found) === telling && !telling.answer && found.state === 'complete' && !found.differs;
      const now =
        !signal.aborted && isKnown && found.text === telling.text ? restated(found, turns, telling) : undefined;
      if (now !== undefined && now !== before) return lookLater(now);
      delete telling.waits;
      if (now === undefined) return;
      telling.restated++;
      telling.answer = answerTo(found, turns, telling).finally(() => delete telling.answer);
    }, STANDS_MS);
  lookLater();
}

/** What is stated of an answer now, where it is something and was not told. */
function restated({ turn }: Found, turns: Turns, { stated }: Telling): string | undefined {
  const now = readStated(turn, turns)?.join('\n') ?? '';
  return now === '' || now === stated ? undefined : now;
}
