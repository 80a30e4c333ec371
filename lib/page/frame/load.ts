/** Scripts that are not in every frame: injected when they are first needed. */
import { send } from '../../messages/send.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';

/** Has a script injected; undefined where that failed. */
export const load = (script: MessageBody<'script.load'>['script']) => send('script.load', { script }).catch(failed);

/** A message that did not arrive: the extension was updated under us, or is busy. Said once, without content. */
export function failed(error: unknown): undefined {
  console.debug('Countersign:', (error as Error | undefined)?.message);
}
