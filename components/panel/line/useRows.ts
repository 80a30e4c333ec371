import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef, useState } from 'react';
import type { Output } from '../../../lib/domain/output/output.ts';
import { rowsInLine } from '../../../lib/store/ask/line.ts';

/** Rows that are read together. */
const TOGETHER = 50;

/** The rows of a list that are in sight, and those about them; `see` tells which are. */
export function useRows(hashes: readonly string[]) {
  const [seen, setSeen] = useState({ from: 0, to: TOGETHER });
  const asked = hashes.slice(seen.from, seen.to);
  const read = useLiveQuery(() => rowsInLine(asked), [asked.join()]);
  // What was in sight before stays until what is in sight now is there.
  const before = useRef<readonly Output[]>([]);
  const rows = useMemo(() => {
    const known = new Map([...before.current, ...(read ?? [])].map((row) => [row.hash, row]));
    if (read) before.current = read;
    return known;
  }, [read]);
  const see = (first: number, last: number) => {
    const from = Math.floor(first / TOGETHER) * TOGETHER;
    const to = Math.ceil((last + 1) / TOGETHER) * TOGETHER;
    if (from !== seen.from || to !== seen.to) setSeen({ from, to });
  };
  return { rows, see };
}
