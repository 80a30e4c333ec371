import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { AsideAnswer } from '../../../lib/aside/asked.ts';
import { PackedLine } from '../../../lib/domain/decision/packed-line.ts';
import { FIRST_ROWS, firstInLine, type LineAsked, lengthOfLine } from '../../../lib/store/ask/line.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';
import { askAside } from '../../aside/thread.ts';
import { useSlicedQuery } from './useSlicedQuery.ts';

/** A line, and what was asked for it. */
interface Heard {
  key: string;
  line: PackedLine;
  /** How many outputs have not been looked through for the words that are looked for. */
  left: number;
  /** Whether older ones are looked through still. */
  isPart?: boolean;
  /** Its first rows, where the store gave them with it; they change as they do there. */
  rows?: readonly OutputRow[];
  /** Its first rows as they were when it was worked out beside the page. */
  early?: readonly OutputRow[];
}

/** The line as it is asked for; the one before until it is there. */
export function useLine(asked: LineAsked): Heard | undefined {
  const { sieve, order, policy, me } = asked;
  const key = JSON.stringify([sieve, order, policy?.version, sieve.assigned === 'me' && me]);
  const first = useSlicedQuery(async () => ({ key, left: 0, ...((await firstInLine(asked)) ?? {}) }), key);
  const isFirst = first?.key === key;
  // A longer line is worked out beside the page.
  const needsWhole = isFirst && (first.line === undefined || first.line.length > FIRST_ROWS);
  const whole = useWhole(asked, key, needsWhole);
  const counted = useSlicedQuery(
    async () => needsWhole && { key, length: await lengthOfLine(asked) },
    `${key} ${needsWhole}`,
  );
  const length = counted && counted.key === key ? counted.length : undefined;
  const now = needsWhole && whole?.key === key ? whole : undefined;
  const begun = isFirst && isThere(first) ? first : undefined;
  const known = useMemo(() => {
    const heard = now ?? (begun && ofLength(begun, length));
    return heard && { ...heard, ...(begun?.rows ? { rows: begun.rows } : {}) };
  }, [now, begun, length]);
  const shown = useRef<Heard>(undefined);
  useEffect(() => {
    shown.current = known ?? shown.current;
  }, [known]);
  return known ?? shown.current;
}

/** What the page asked the store for itself; undefined where the line has to be worked out. */
type FirstHeard = Omit<Heard, 'line'> & { line?: PackedLine };

const isThere = (first: FirstHeard): first is Heard => first.line !== undefined;

const ofLength = (heard: Heard, length: number | undefined): Heard =>
  length === undefined ? heard : { ...heard, line: new PackedLine(heard.line.bytes, length) };

/** The whole line, from the thread beside the page. */
function useWhole(asked: LineAsked, key: string, isWanted: boolean): Heard | undefined {
  const [heard, setHeard] = useState<Heard>();
  const [failure, setFailure] = useState<Error>();
  // By value: what is asked is another object at each drawing.
  const wanted = isWanted ? JSON.stringify(asked) : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    const hear = (answer: AsideAnswer) => {
      if (!('line' in answer)) return;
      const { bytes, rows: early = [], ...heard } = answer.line;
      startTransition(() => setHeard({ key, line: new PackedLine(bytes), early, ...heard }));
    };
    return askAside({ line: JSON.parse(wanted) as LineAsked }, { next: hear, failed: setFailure });
  }, [wanted, key]);
  if (failure) throw failure;
  return heard;
}
