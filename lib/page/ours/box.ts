import type { Found } from '../detect/found.ts';

/** The element with the text; a page may have drawn it anew since it was read. */
export const boxOf = ({ box, turn }: Found): Element => (box.isConnected ? box : turn);
