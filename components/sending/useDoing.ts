import { useState } from 'react';
import { useAct } from './useAct.ts';

/** Runs one thing at a time. Why it was not done is words to show beside the button that was pressed. */
export function useDoing(): { busy: boolean; failure: string | undefined; run(work: () => Promise<void>): void } {
  const [failure, setFailure] = useState<string>();
  const { act, busy } = useAct(setFailure);
  const run = (work: () => Promise<void>) => {
    if (busy) return;
    setFailure(undefined);
    void act(work);
  };
  return { busy, failure, run };
}
