/** Tells pages what became of the outputs that they show: an id, a status with its mark, no more. */
import { lastingMark } from '../../domain/output/marks.ts';
import type { Output } from '../../domain/output/output.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { framesWith } from './session.ts';

/** The same text may stand in several pages under ids of their own; the status is the text's. */
export function statusFor(output: Output, outputId: string): OutputStatus {
  const { hash, status } = output;
  const mark = lastingMark(output);
  return { outputId, hash, status, ...(mark ? { mark } : {}) };
}

const announced = new Set<(outputs: readonly Output[]) => Promise<void>>();
/** Calls back with outputs to which something happened. */
export const onAnnounced = (listener: (outputs: readonly Output[]) => Promise<void>): unknown =>
  announced.add(listener);

/** Tells every frame that shows one of these outputs its status. */
export async function announceStatuses(outputs: readonly Output[]): Promise<void> {
  const byHash = new Map(outputs.map((output) => [output.hash, output]));
  for (const listener of announced) await listener(outputs);
  for (const { tabId, frameId, hashes } of await framesWith(new Set(byHash.keys()))) {
    const statuses = hashes.flatMap((hash) => {
      const output = byHash.get(hash);
      return output ? statusFor(output, output.outputId) : [];
    });
    await sendToFrame(tabId, frameId, 'status.change', { statuses }).catch((error: unknown) =>
      // A frame that has gone is no failure; its tab or navigation clears what we remember of it.
      console.debug('Countersign: a frame is no longer there', error),
    );
  }
}
