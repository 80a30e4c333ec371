/** What a style says of the order in which it draws what stands in a box. */

/** By the parts' own numbers, from the last one, by the row and column that each is given, or as a table does. */
export type Orders = 'forth' | 'back' | 'grid' | 'table';

/** The head of a table is drawn first and its foot last, wherever they stand. */
const OF_TABLES: Readonly<Record<string, number>> = { 'table-header-group': -1, 'table-footer-group': 1 };

/** In which order a box draws its parts; undefined where it is that in which they stand. */
export function ordersOf({ flexDirection }: CSSStyleDeclaration, display: string): Orders | undefined {
  if (/flex$/.test(display)) return flexDirection.endsWith('reverse') ? 'back' : 'forth';
  return /grid$/.test(display) ? 'grid' : /table$/.test(display) ? 'table' : undefined;
}

/** Where among its siblings a part of such a box is drawn; 0 where it stands. */
export function placeAmong({ display, captionSide, order }: CSSStyleDeclaration): number {
  if (display === 'table-caption') return captionSide === 'bottom' ? 2 : -2;
  return OF_TABLES[display] ?? (Number(order) || 0);
}
