/** A piece of what is said; what is empty or absent says nothing. */
type Piece = string | number | false | null | undefined;

/**
 * Words in a page that the page cannot find. `window.find`, selections and copying reach into closed shadow roots, but
 * only to text nodes: these words are painted by CSS (`lib/page/ours/said.ts`), so that there is none. Screen readers are told them
 * all the same, since generated content is part of the accessibility tree (CSS Generated Content, accname 1.2, 2.F.ii).
 */
export const Said = ({ children }: { children: Piece | readonly Piece[] }) => (
  <span data-said={[children].flat().filter(isPiece).join('')} />
);

const isPiece = (piece: Piece): piece is string | number => typeof piece === 'number' || Boolean(piece);
