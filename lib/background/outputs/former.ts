/** Finds what the first version recorded of an answer: it read texts in another way, so it had them under other addresses. */

import { placeSeen } from '../../domain/fold/output.ts';
import { formerAddressOf } from '../../domain/output/address.ts';
import type { Output, OutputContent } from '../../domain/output/output.ts';
import type { ToldTrace } from '../../domain/output/trace.ts';
import { outputByHash } from '../../store/ask/queries.ts';

/**
 * The output that this answer was in the first version. Only where it stands where it stood then: that reading saw no
 * difference between texts that mean the opposite, so elsewhere it may be the other one.
 */
export async function formerOutput(
  former: OutputContent,
  outputId: string,
  told: ToldTrace,
): Promise<Output | undefined> {
  const known = await outputByHash(formerAddressOf(former));
  if (!known || known.trace.canon !== undefined || known.trace.tool !== told.tool) return undefined;
  if (known.outputId === outputId) return known;
  const { messageId } = known.trace;
  const tellsApart = messageId !== undefined && told.messageId !== undefined && messageId !== told.messageId;
  const places = [known.trace, ...(known.sightings ?? [])].map(placeSeen);
  return !tellsApart && places.includes(placeSeen(told)) ? known : undefined;
}
