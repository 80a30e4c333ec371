import { useState } from 'react';
import { refusalText } from '../words/refusal.ts';

/** Runs one thing at a time and says in words why it was not done. */
export function useDoing(): { busy: boolean; failure: string | undefined; run(work: () => Promise<void>): void } {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    work()
      .catch((error: unknown) => setFailure(refusalText(error)))
      .finally(() => setBusy(false));
  };
  return { busy, failure, run };
}
