/** Where the citations of an output stand in its text: asked of the page that shows it, while it shows it. */

import { browser } from 'wxt/browser';
import * as z from 'zod';
import { MOST_CITATIONS } from '../../domain/limits.ts';
import { type Citation, citationSchema } from '../../domain/output/trace.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';

const answerSchema = z.lazy(() => z.array(citationSchema.unwrap().pick({ url: true, at: true })).max(MOST_CITATIONS));
/** A page that is busy is not waited for: then it is not known where they stand. */
const PATIENCE_MS = 2_000;

/** The citations with the places at which their claims end, as far as the page says. */
export async function placedCitations(
  place: { tabId: number; frameId: number },
  outputId: string,
  citations: readonly Citation[],
): Promise<Citation[]> {
  if (citations.length === 0) return [];
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = await Promise.race([askPlaces(place, outputId), late]);
  const placed = answerSchema.safeParse(answer);
  if (!placed.success) return [...citations];
  const byUrl = new Map(placed.data.map(({ url, at }) => [url, at]));
  return citations.map((citation) => {
    const at = byUrl.get(citation.url);
    return at && at.length > 0 ? { ...citation, at } : citation;
  });
}

async function askPlaces({ tabId, frameId }: { tabId: number; frameId: number }, outputId: string): Promise<unknown> {
  try {
    const answer: unknown = await sendToFrame(tabId, frameId, 'citations.place', { outputId });
    // The detector alone does not answer that: what does is put there when it is first needed.
    if (Array.isArray(answer)) return answer;
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: ['/content-scripts/cited.js'] });
    return await sendToFrame(tabId, frameId, 'citations.place', { outputId });
  } catch (error) {
    // The frame went away meanwhile. Where its citations stood is not known, and the record says no more than that.
    console.debug('Countersign: nobody says where citations stand', error instanceof Error ? error.message : '');
    return undefined;
  }
}
