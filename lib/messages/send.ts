/** Sends a message to the background. Holds no schemas: the receiver checks, so content scripts stay small. */
import { browser } from 'wxt/browser';
import type { Envelope, Refusal } from './refusal.ts';
import type { MessageBody, MessageName, Reply } from './to-background/index.ts';

/** The background did not carry a message out, and says why. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(type: MessageName, refusal: Refusal) {
    super(`${type} was refused: ${refusal}`);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** Sends `body` as `type` and gives the reply. Throws `RefusedError` with the reason when it was not carried out. */
export async function send<K extends MessageName>(type: K, body: MessageBody<K>): Promise<Reply<K>> {
  const envelope: Envelope<K> | undefined = await browser.runtime.sendMessage({ type, body });
  if (!envelope) throw new RefusedError(type, 'dropped');
  if (!envelope.ok) throw new RefusedError(type, envelope.refusal);
  return envelope.reply;
}
