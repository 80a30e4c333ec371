/**
 * Finds what was recorded of an answer under another text: by the first version, which read texts in another way, or before it was
 * translated or shown in part. Only what this browser saw itself: of what colleagues tell of a place, any text may be said to stand there.
 */

import { placeSeen } from '../../domain/fold/output.ts';
import { formerAddressOf } from '../../domain/output/address.ts';
import type { Output, OutputContent } from '../../domain/output/output.ts';
import type { ToldTrace } from '../../domain/output/trace.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash, outputsByIds, target, wasSeenHere } from '../../store/ask/queries.ts';

const isOwn = async ({ hash }: Output): Promise<boolean> =>
  wasSeenHere(hash, await ownSource(), (await target())?.subject);

/** The output that stood where this one stands, before it was translated, or only a part of it was in the page. */
export async function wholeOutput(outputId: string): Promise<Output | undefined> {
  const known = (await outputsByIds([outputId])).get(outputId);
  return known && (await isOwn(known)) ? known : undefined;
}

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
  if (!(await isOwn(known))) return undefined;
  if (known.outputId === outputId) return known;
  const { messageId } = known.trace;
  const tellsApart = messageId !== undefined && told.messageId !== undefined && messageId !== told.messageId;
  const places = [known.trace, ...(known.sightings ?? [])].map(placeSeen);
  return !tellsApart && places.includes(placeSeen(told)) ? known : undefined;
}
