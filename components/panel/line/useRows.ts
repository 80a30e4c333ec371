import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef, useState } from 'react';
import type { Output } from '../../../lib/domain/output/output.ts';
import { FIRST_ROWS, rowsInLine } from '../../../lib/store/ask/line.ts';

/** Rows that are read together. */
const TOGETHER = FIRST_ROWS;
const NONE: readonly Output[] = [];

/**
 * The rows of a list that are in sight, and those about them; `see` tells which are. `first`: rows that came with the list; `early`:
 * those that came with it as they were then, shown until they are read.
 */
export function useRows(hashes: readonly string[], first = NONE, early = NONE) {
  const [seen, setSeen] = useState({ from: 0, to: TOGETHER });
  const asked = hashes.slice(seen.from, seen.to);
  const there = new Set(first.map(({ hash }) => hash));
  const isThere = asked.every((hash) => there.has(hash));
  const wanted = useLiveQuery(async () => (isThere ? NONE : rowsInLine(asked)), [asked.join(), isThere]);
  const read = isThere ? first : wanted;
  // What was in sight before stays until what is in sight now is there.
  const before = useRef<readonly Output[]>([]);
  const rows = useMemo(() => {
    const known = new Map([...early, ...before.current, ...(read ?? [])].map((row) => [row.hash, row]));
    if (read) before.current = read;
    return known;
  }, [read, early]);
  const see = (first: number, last: number) => {
    const from = Math.floor(first / TOGETHER) * TOGETHER;
    const to = Math.ceil((last + 1) / TOGETHER) * TOGETHER;
    if (from !== seen.from || to !== seen.to) setSeen({ from, to });
  };
  return { rows, see };
}
