import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';
import { watched } from '../../../lib/store/ask/known.ts';

/**
 * What the store answers, for as long as it is asked. The first answer is drawn at once, since somebody waits for it; what comes in its
 * place is drawn in slices between what else they do. `key` says what is asked; until that is answered, what was answered before stands.
 */
export function useSlicedQuery<T>(ask: () => Promise<T>, key: string): T | undefined {
  const [answer, setAnswer] = useState<T>();
  const [failure, setFailure] = useState<unknown>();
  const asked = useEffectEvent(ask);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is another function at each drawing, and told apart by its key.
  useEffect(
    () =>
      watched(() => asked(), {
        next: (came) => {
          if (isFirst.current) setAnswer(() => came);
          else startTransition(() => setAnswer(() => came));
          isFirst.current = false;
        },
        failed: setFailure,
      }),
    [key],
  );
  if (failure !== undefined) throw failure;
  return answer;
}
