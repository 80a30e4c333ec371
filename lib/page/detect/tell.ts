/** Tells the background of outputs, and keeps the status that it gives back. */

import { LONGEST_OUTPUT } from '../../domain/limits.ts';
import { send } from '../../messages/send.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import { type Found, promptOf, textOf, traceOf } from './found.ts';
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
  const text = found.text ?? textOf(found.turn, turns);
  if (told.get(found) === text || text.length > LONGEST_OUTPUT) return undefined;
  told.set(found, text);
  const prompt = promptOf(found, turns);
  const status = await send('output.seen', {
    outputId: found.id,
    trace: traceOf(found, text, turns),
    content: { text, ...(prompt ? { prompt } : {}) },
    ...(found.hash ? { previousHash: found.hash } : {}),
  });
  if (told.get(found) !== text) return undefined;
  found.hash = status.hash;
  return status;
}
