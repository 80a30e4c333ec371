import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../lib/aside/asked.ts';
import { PackedLine } from '../../../lib/domain/decision/packed-line.ts';
import { firstInLine, type LineAsked } from '../../../lib/store/ask/line.ts';
import { askAside } from '../../aside/thread.ts';

/** Of so many the page asks the store itself; a longer line is worked out beside it. */
const FIRST = 200;

/** A line, and what was asked for it. */
interface Heard {
  key: string;
  line: PackedLine;
  /** How many outputs have not been looked through for the words that are looked for. */
  left: number;
}

/** The line as it is asked for; the one before until it is there. */
export function useLine(asked: LineAsked): Heard | undefined {
  const { sieve, order, policy } = asked;
  const key = JSON.stringify([sieve, order, policy?.version]);
  const first = useLiveQuery(async () => ({ key, line: await firstInLine(asked, FIRST), left: 0 }), [key]);
  const isFirst = first?.key === key;
  const needsWhole = isFirst && (first.line === undefined || first.line.length > FIRST);
  const whole = useWhole(asked, key, needsWhole);
  const [shown, setShown] = useState<Heard>();
  const known = wholeOrFirst(whole, first, key, needsWhole) ?? shown;
  useEffect(() => setShown(known), [known]);
  return known;
}

function wholeOrFirst(whole: Heard | undefined, first: FirstHeard | undefined, key: string, needsWhole: boolean) {
  if (needsWhole && whole?.key === key) return whole;
  return first?.key === key && first.line ? { ...first, line: first.line } : undefined;
}

type FirstHeard = Omit<Heard, 'line'> & { line: PackedLine | undefined };

/** The whole line, from the thread beside the page. */
function useWhole(asked: LineAsked, key: string, isWanted: boolean): Heard | undefined {
  const [heard, setHeard] = useState<Heard>();
  const [failure, setFailure] = useState<Error>();
  // By value: what is asked is another object at each drawing.
  const wanted = isWanted ? JSON.stringify(asked) : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    const hear = (answer: Answer) => {
      if ('line' in answer) setHeard({ key, line: new PackedLine(answer.line.bytes), left: answer.line.left });
    };
    return askAside({ line: JSON.parse(wanted) as LineAsked }, { next: hear, failed: setFailure });
  }, [wanted, key]);
  if (failure) throw failure;
  return heard;
}
