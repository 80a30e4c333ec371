import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
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

interface AnnouncerProps {
  /** The children scroll by themselves; else all of them scroll as a page does. */
  scrollsInside?: boolean;
  children: ReactNode;
}

/**
 * Holds the one live region of a page, and below everything else the line in which it is read: it takes its room from what
 * scrolls, so that it never lies over a control, or over what is wrong.
 */
export function Announcer({ scrollsInside, children }: AnnouncerProps) {
  const [said, setSaid] = useState<Said>();
  const turns = useRef(0);
  const announce = useCallback<Announce>((message) => {
    turns.current += 1;
    setSaid({ message, turn: turns.current });
  }, []);
  useEffect(() => {
    if (!said) return;
    // Where the person is stays in sight when there is less room.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnounceContext value={announce}>
      <div className={styles.frame}>
        {scrollsInside ? <div className={styles.inside}>{children}</div> : <Page>{children}</Page>}
        <div role="status" aria-live="polite">
          {said ? <VisuallyHidden key={said.turn}>{said.message}</VisuallyHidden> : null}
        </div>
        <div className={styles.toast} aria-hidden data-toast={said?.turn}>
          {said ? <span className={styles.message}>{said.message}</span> : null}
        </div>
      </div>
    </AnnounceContext>
  );
}

/** Scrolls by keyboard from the start, as a document does. */
function Page({ children }: { children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={page} className={styles.page} tabIndex={-1}>
      {children}
    </div>
  );
}
