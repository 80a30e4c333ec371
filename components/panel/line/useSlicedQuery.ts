import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { watched } from '../../../lib/store/ask/known.ts';

/**
 * What the store answers, for as long as it is asked, drawn in slices between what else somebody does: a list that came was drawn in
 * one go, and kept the page busy. `key` says what is asked; until that is answered, what was answered before stands.
 */
export function useSlicedQuery<T>(ask: () => Promise<T>, key: string): T | undefined {
  const [answer, setAnswer] = useState<T>();
  const [failure, setFailure] = useState<unknown>();
  const asked = useEffectEvent(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is another function at each drawing, and told apart by its key.
  useEffect(
    () =>
      watched(() => asked(), {
        next: (came) => startTransition(() => setAnswer(() => came)),
        failed: setFailure,
      }),
    [key],
  );
  if (failure !== undefined) throw failure;
  return answer;
}
