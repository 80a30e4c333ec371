/** What the selectors of a profile find. */
import type { Selectors } from '../../tools/profile.ts';

/** The elements below `root` for the first selector that finds any, in document order, without those inside another. */
export function firstMatches(root: ParentNode, selectors: Selectors | undefined): Element[] {
  for (const selector of selectors ?? []) {
    const found = [...root.querySelectorAll(selector)];
    if (found.length > 0)
      return found.filter((element) => !element.parentElement?.closest(selector) || root === element);
  }
  return [];
}

/** Whether any of `selectors` matches something below `root`. */
export const findsAny = (root: ParentNode, selectors: Selectors | undefined): boolean =>
  selectors?.some((selector) => root.querySelector(selector) !== null) ?? false;

/** Children that what holds a turn and nothing else of the conversation has at most. */
export const MOST_BESIDE_TURN = 8;
