/** How the texts of a process are built: the share of them with lists, tables, code. */
import { blocksOf } from '../output/structure/blocks.ts';

export interface Structured {
  /** Of how many texts. */
  texts: number;
  list: number;
  table: number;
  code: number;
}

/** Shares from 0 to 1; undefined of no text. */
export function structureIn(texts: readonly string[]): Structured | undefined {
  if (texts.length === 0) return undefined;
  const kinds = texts.map((text) => new Set(blocksOf(text).map(({ kind }) => kind)));
  const share = (kind: 'list' | 'table' | 'code') => kinds.filter((one) => one.has(kind)).length / texts.length;
  return { texts: texts.length, list: share('list'), table: share('table'), code: share('code') };
}
