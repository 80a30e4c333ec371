import { useCallback, useState } from 'react';
import { refusalText } from '../words/refusal.ts';

/** AskedWork that a person asked for. It may give a sentence that says what came of it. */
export type AskedWork = () => Promise<string | undefined> | Promise<void>;

/**
 * Runs what a person asked for. `say` gets the sentence that the work gives, or why it was not done. The one way for React
 * to act: `useSend` says it aloud, `useDoing` shows it in its place.
 */
export function useAct(say: (words: string) => void) {
  const [running, setRunning] = useState(0);
  /** Whether it was done. `failed`: other words for why not. */
  const act = useCallback(
    async (work: AskedWork, failed: (error: unknown) => string = refusalText): Promise<boolean> => {
      setRunning((before) => before + 1);
      try {
        const said = await work();
        if (said) say(said);
        return true;
      } catch (error) {
        say(failed(error));
        return false;
      } finally {
        setRunning((before) => before - 1);
      }
    },
    [say],
  );
  return { act, busy: running > 0 };
}
