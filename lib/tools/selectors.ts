/** Whether the browser takes the selectors of a profile: one that it does not take would throw wherever it is asked. */
import type { ToolProfile } from './profile.ts';

/** Lists of a profile that hold names of attributes and patterns of addresses. */
const OTHER = /^(messageId|conversation)$/;

/**
 * The first selector of a profile that the browser refuses, or undefined where it takes all of them. `nowhere`: an empty
 * fragment of a document, to ask.
 */
export function invalidSelector(profile: ToolProfile, nowhere: ParentNode): string | undefined {
  const lists = Object.entries(profile).map(([field, list]) => (Array.isArray(list) && !OTHER.test(field) ? list : []));
  const selectors: string[] = [...(profile.match.markers ?? []), ...(profile.speaker?.at ?? []), ...lists.flat()];
  return selectors.find((selector) => {
    try {
      // `selector@attribute` stands in `model`; an attribute's value may hold an @ too.
      nowhere.querySelector(selector.replace(/@[a-z][\w-]*$/i, ''));
      return false;
    } catch {
      return true; // nothing else is thrown there than that it is no selector
    }
  });
}
