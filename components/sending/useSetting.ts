import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../ui/Announcer.tsx';
import { refusalText } from '../words/refusal.ts';

/** What tells of its changes: a stored item, a setting, the browser's permissions. `watch` gives the way to stop it. */
interface Watched {
  watch(callback: () => void): () => void;
}

/** What holds now, undefined until it is read, and a way to show at once what is about to be stored. */
type Holding<T> = [value: T | undefined, show: (value: T) => void];

/**
 * The one way for React to show and edit what is set: `read` says what holds, anew whenever one of `watched` changes. Both
 * must be the same ones at each drawing. Why it could not be read is said.
 */
export function useSetting<T>(read: () => Promise<T>, watched: readonly Watched[]): Holding<T> {
  const announce = useAnnounce();
  const [value, setValue] = useState<T>();
  // Of two readings the one that was begun first may end last: it is old by then. So is one from before what is shown.
  const latest = useRef(0);
  useEffect(() => {
    const look = () => {
      latest.current += 1;
      const own = latest.current;
      read().then(
        (found) => (own === latest.current ? setValue(() => found) : undefined),
        (error: unknown) => (own === latest.current ? announce(refusalText(error)) : undefined),
      );
    };
    look();
    const stops = watched.map((each) => each.watch(look));
    return () => {
      latest.current += 1;
      for (const stop of stops) stop();
    };
  }, [read, watched, announce]);
  const show = (next: T) => {
    latest.current += 1;
    setValue(() => next);
  };
  return [value, show];
}
