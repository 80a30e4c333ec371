import { useSyncExternalStore } from 'react';

/** A list of 400 px, an item at its full width beside it, and what lies around them. */
const WIDE = '(min-width: 1300px)';

const subscribe = (changed: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether there is room for a list beside what is open of it, as in a tab; a side panel has none. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
