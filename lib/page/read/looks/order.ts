/** What a style says of the order in which it draws what stands in a box. */

/** How a box draws its parts in another order than they stand in: by their own numbers, from the last one, by the row and
 * column that each is given, or as a table does. */
export type Orders = 'forth' | 'back' | 'grid' | 'table';

export interface DrawnPlace {
  /** Where among its siblings it is drawn, if not where it stands. */
  order?: number;
  orders?: Orders;
}

/** The head of a table is drawn first and its foot last, wherever they stand; the second of either is a group of rows like any other. */
const OF_TABLES: Readonly<Record<string, number>> = { 'table-header-group': -1, 'table-footer-group': 1 };

/** What a style says of a box's own place, and of those of its parts. */
export function orderOf(style: CSSStyleDeclaration, display: string): DrawnPlace {
  const orders = ordersOf(style, display);
  const order = display === 'table-caption' ? captionOf(style) : (OF_TABLES[display] ?? Number(style.order));
  return { ...(orders && { orders }), ...(order && { order }) };
}

function ordersOf({ flexDirection }: CSSStyleDeclaration, display: string): Orders | undefined {
  if (/flex$/.test(display)) return flexDirection.endsWith('reverse') ? 'back' : 'forth';
  return /grid$/.test(display) ? 'grid' : /table$/.test(display) ? 'table' : undefined;
}

const captionOf = ({ captionSide }: CSSStyleDeclaration): number => (captionSide === 'bottom' ? 2 : -2);
