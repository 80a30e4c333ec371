/** Tells the background of outputs, and keeps the status that it gives back. */

import { LONGEST_OUTPUT } from '../../domain/limits.ts';
import { cutTo } from '../../domain/output/text.ts';
import { send } from '../../messages/send.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import { type Found, promptOf, roughTextOf, textOf, traceOf } from './found.ts';
import type { Turns } from './turns.ts';

/** Texts of outputs that the background was told of. */
const told = new WeakMap<Found, string>();

export const wasTold = (found: Found): boolean => told.has(found);

/** Lets an output be told of once more. */
export const forgetTold = (found: Found): boolean => told.delete(found);

/**
 * Tells of a complete output, once for each of its texts, and answers with its status. Undefined where there was
 * nothing to tell, or the text changed meanwhile.
 */
export async function tell(found: Found, turns: Turns): Promise<OutputStatus | undefined> {
  const whole = found.text ?? textOf(found.turn, turns);
  if (told.get(found) === whole) return undefined;
  told.set(found, whole);
  const text = cutTo(whole, LONGEST_OUTPUT);
  if (text !== whole) found.evidence.add('shortened');
  const prompt = promptOf(found, turns);
  const status = await send('output.seen', {
    outputId: found.id,
    trace: traceOf(found, text, turns),
    content: { text, ...(prompt ? { prompt } : {}) },
    ...(found.hash ? { previousHash: found.hash } : {}),
    ...(found.evidence.has('part') || found.evidence.has('translated') ? { unsure: true as const } : {}),
    ...formerOf(found, text, turns),
  });
  if (told.get(found) !== whole) return undefined;
  found.hash = status.hash;
  return status;
}

/** How the first version would have read an answer that may be from its days: one that was here before we came. */
function formerOf({ grew, turn }: Found, text: string, turns: Turns): { former?: string } {
  const former = grew ? text : cutTo(roughTextOf(turn, turns), LONGEST_OUTPUT);
  return former === text || former === '' ? {} : { former };
}
