import { useLiveQuery } from 'dexie-react-hooks';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import {
  type LogAsked,
  type LogLine,
  type LogPlace,
  logPage,
  newerThan,
  placeAt,
  timeAbove,
} from '../../../lib/store/ask/log.ts';

/** Lines that are read together; and so many stand in the list at once, of which nobody scrolls through more. */
const PAGE = 100;
const MOST = 3_000;

interface Read {
  lines: readonly LogLine[];
  next: LogPlace | undefined;
}

/** The log as it is asked for, from a time on, as far as somebody has scrolled; and the ways to what is not in it. */
export function useLog(asked: LogAsked) {
  const [at, setAt] = useState<string>();
  const [read, setRead] = useState<Read>();
  const [failure, setFailure] = useState<Error>();
  // What is asked is another object at each drawing.
  const key = JSON.stringify([asked, at]);
  const turn = useRef('');
  const readMore = useCallback(
    async (before: Read | undefined) => {
      const [wanted, from] = JSON.parse(key) as [LogAsked, string | null];
      const page = await logPage(wanted, before?.next ?? placeAt(from ?? undefined), PAGE);
      if (turn.current !== key) return;
      // Drawn in slices, between what else somebody does.
      startTransition(() => setRead({ lines: [...(before?.lines ?? []), ...page.lines], next: page.next }));
    },
    [key],
  );
  useEffect(() => {
    turn.current = key;
    readMore(undefined).catch(setFailure);
  }, [key, readMore]);
  const isReading = useRef(false);
  const more = () => {
    if (!read?.next || isReading.current || read.lines.length >= MOST) return;
    isReading.current = true;
    readMore(read)
      .catch(setFailure)
      .finally(() => {
        isReading.current = false;
      });
  };
  const first = read?.lines[0]?.event.time;
  const newer = useLiveQuery(() => (first === undefined ? 0 : newerThan(first)), [first]) ?? 0;
  /** A page further up, or the newest. */
  const up = async () => setAt(first === undefined ? undefined : await timeAbove(first, PAGE));
  const last = read?.lines.at(-1)?.event.time;
  const further = read?.next && read.lines.length >= MOST && last !== undefined ? () => setAt(last) : undefined;
  if (failure) throw failure;
  return { lines: read?.lines, isEnd: read !== undefined && !read.next, more, newer, up, further, at, setAt };
}
