/**
 * Text that is gone from one place and stands in another: many pages show what comes apart from their list, and put a turn into
 * that once all of it is there. What grew there has grown here.
 */
import { childrenOf } from '../ground/tree.ts';
import { type Came, lettersOf } from './redrawn.ts';

/** Text that is gone, and where it stood. */
export interface Lost {
  held: Element;
  letters: string;
}

/** A change of one node, as far as it matters here. */
interface Taken {
  target: Node;
  added: { readonly size: number };
  removed: Iterable<Node>;
}

/** Fewer letters stand anywhere by chance. */
const FEWEST = 2;
/** This much of what stands there now is what is gone: the rest is a name, say. */
const MOSTLY = 0.8;
/** Places that are looked at: a page that draws itself anew elsewhere moves no answer. */
const MOST_PLACES = 8;

/** What was taken from where nothing took its place: all of it, or the longest part beside a line that says what is done. */
export function lostIn(changes: Iterable<Taken>): Lost[] {
  const lost: Lost[] = [];
  for (const { target, added, removed } of changes) {
    if (added.size > 0 || !(target instanceof Element)) continue;
    const gone = [...removed].filter(({ isConnected }) => !isConnected);
    const longest = gone.map((node) => lettersOf([node])).sort((a, b) => b.length - a.length)[0] ?? '';
    for (const letters of new Set([lettersOf(gone), longest]))
      if (letters.length >= FEWEST) lost.push({ held: target, letters });
    if (lost.length > 2 * MOST_PLACES) return [];
  }
  return lost;
}

/** What is gone and stands in an element that is new: that is to be told after what came. */
export function movedInto(fresh: readonly Element[], lost: readonly Lost[]): Came[] {
  if (lost.length === 0 || fresh.length > MOST_PLACES) return [];
  return lost.flatMap(({ held, letters }) => {
    const found = fresh.map((top) => innermostWith(letters, top)).find((inner) => inner !== undefined);
    const isMostly = found && letters.length >= MOSTLY * lettersOf([found]).length;
    return isMostly ? { element: found, gained: 0, instead: held, isMoved: true as const } : [];
  });
}

/** The innermost element that holds some letters. */
export function innermostWith(letters: string, top: Element): Element | undefined {
  if (letters === '' || !lettersOf([top]).includes(letters)) return undefined;
  for (const child of childrenOf(top)) {
    const inner = innermostWith(letters, child);
    if (inner) return inner;
  }
  return top;
}
