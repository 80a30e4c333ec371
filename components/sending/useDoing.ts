import { useState } from 'react';
import { type AskedWork, useAct } from './useAct.ts';

interface Doing {
  busy: boolean;
  failure: string | undefined;
  /** The work gives why it was not done, in words, where it knows; what it throws is put into words. */
  run(work: AskedWork): void;
}

/** Runs one thing at a time. Why it was not done is words to show beside the button that was pressed. */
export function useDoing(): Doing {
  const [failure, setFailure] = useState<string>();
  const { act, busy } = useAct(setFailure);
  const run = (work: AskedWork) => {
    if (busy) return;
    setFailure(undefined);
    void act(work);
  };
  return { busy, failure, run };
}
