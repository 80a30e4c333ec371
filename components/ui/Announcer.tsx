import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './Announcer.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Long enough to be read, short enough not to be in the way. */
const SHOWN_MS = 4_500;

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something once, on screen and to screen readers. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

interface Said {
  message: string;
  /** The same sentence twice is two announcements. */
  turn: number;
}

/** Holds the one live region of a page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>();
  const announce = useCallback<Announce>(
    (message) => setSaid((before) => ({ message, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite">
        {said ? <VisuallyHidden key={said.turn}>{said.message}</VisuallyHidden> : null}
      </div>
      <div className={styles.toast} aria-hidden>
        {said ? <span className={styles.message}>{said.message}</span> : null}
      </div>
    </AnnounceContext>
  );
}
