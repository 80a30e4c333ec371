/** What a style says of the order in which it draws what stands in a box. */

/** By the parts' own numbers, from the last one, by the row and column that each is given, or as a table does. */
export type Orders = 'forth' | 'back' | 'grid' | 'table';

/** The head of a table is drawn first and its foot last, wherever they stand. */
const OF_TABLES: Readonly<Record<string, number>> = { 'table-header-group': -1, 'table-footer-group': 1 };

/** In which order a box draws its parts; undefined where it is that in which they stand. */
export function ordersOf(style: CSSStyleDeclaration, display: string): Orders | undefined {
  if (display.endsWith('flex')) return style.flexDirection.endsWith('reverse') ? 'back' : 'forth';
  return display.endsWith('grid') ? 'grid' : display.endsWith('table') ? 'table' : undefined;
}

/** Where among its siblings a part of such a box is drawn; 0 where it stands. */
export function placeAmong(style: CSSStyleDeclaration): number {
  const { display } = style;
  if (display === 'table-caption') return style.captionSide === 'bottom' ? 2 : -2;
  return OF_TABLES[display] ?? (Number(style.order) || 0);
}
