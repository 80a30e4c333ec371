/** When what came in one look came: once, or as often as what holds it grew. */
import { INLINE_SELECTOR } from '../ground/tree.ts';
import { type Came, isAlike, lettersOf } from './redrawn.ts';

/** What changed in an element in one look, with when each node was put in. */
interface Drawn {
  target: Node;
  added: ReadonlyMap<Node, number>;
  removed: ReadonlySet<Node>;
  /** When its text became longer. */
  beats: readonly number[];
}

/**
 * Tells when each arrival came: by its own node where nothing was drawn anew, else as often as what holds it has grown. What
 * came most of what was drawn more than once has grown: a name that came with it did not, nor a line that came at the end.
 */
export function beatsIn(drawn: Drawn, arrivals: readonly Came[]): (arrival: Came) => readonly number[] {
  const { removed, added } = drawn;
  const gaining = removed.size > 0 ? arrivals.filter(({ gained }) => gained > 0) : [];
  const again = gaining.filter(({ element }) => isDrawnAgain(element, drawn));
  const grown = again.length > 0 ? again : gaining;
  const most = grown.reduce((so, { gained }) => Math.max(so, gained), 0);
  const last = [...added.values()].slice(-1);
  const pieces = removed.size > 0 ? piecesIn(drawn) : [];
  return (arrival) => {
    const isMost = arrival.gained === most && grown.includes(arrival);
    if (removed.size > 0 && !isMost) return last;
    if (pieces.length > 0) return [...new Set([...pieces, ...drawn.beats])].sort((a, b) => a - b);
    // Where nothing was drawn again, what holds it grew before it came by what came before it.
    const putMs = again.length > 0 ? 0 : (putIn(arrival.element, added) ?? 0);
    return beatsOf(arrival, drawn, last).filter((beat) => beat >= putMs);
  };
}

/** When the node with an element was put in. */
function putIn(element: Element, added: Drawn['added']): number | undefined {
  for (const [node, beat] of added) if (node.contains(element)) return beat;
  return undefined;
}

function beatsOf({ element }: Came, { target, added, removed, beats }: Drawn, last: number[]): readonly number[] {
  if (removed.size > 0 || element === target || element === target.parentElement) {
    const [first] = added.values();
    return first === undefined || beats.includes(first) ? beats : [first, ...beats];
  }
  const beat = putIn(element, added);
  return beat === undefined ? last : [beat];
}

/** When the pieces came that make up a text, also where all of them made room for it meanwhile; what is drawn again is no piece. */
export function piecesIn({ target, added, removed }: Omit<Drawn, 'beats'>): number[] {
  const pieces = [...added].filter(([node]) => removed.size === 0 || !node.isConnected);
  const [first] = pieces;
  const areAlike = pieces.every(
    ([node]) => node instanceof Text || (first && isInline(node) && isKind(node, first[0])),
  );
  const said = pieces.length > 1 && areAlike ? lettersOf(pieces.map(([node]) => node)) : '';
  return said !== '' && lettersOf([target]).includes(said) ? pieces.map(([, beat]) => beat) : [];
}

const isInline = (node: Node): boolean => node instanceof Element && node.matches(INLINE_SELECTOR);
const isKind = (a: Node, b: Node): boolean => b instanceof Text || (a as Element).tagName === (b as Element).tagName;

/** Whether something like it was drawn before in the same look. */
function isDrawnAgain(element: Element, { target, added }: Drawn): boolean {
  const drawn = [...added.keys()].filter((node) => node instanceof Element);
  const top = drawn.find((node) => node.contains(element));
  return top ? drawn.filter((node) => isAlike(node, top)).length > 1 : element === target;
}
