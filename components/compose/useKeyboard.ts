import { useEffect, useState } from 'react';

/**
 * Whether keys pressed now go into this frame. `away`: they do not, although its tab is in front. `taken`: the card says
 * that the page took the focus, and no person moved it.
 */
export function useKeyboard(token: string): { away: boolean; taken: boolean } {
  const [away, setAway] = useState(false);
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('blur', () => setAway(document.visibilityState === 'visible'), { signal });
    // A frame that gets the focus back has it on its body: the field in which the person typed takes it up.
    let field: Element | null = document.activeElement;
    const resume = () => {
      if (document.activeElement === document.body && field instanceof HTMLElement) field.focus();
    };
    addEventListener(
      'focusin',
      ({ target }) => {
        field = target as Element;
      },
      { signal },
    );
    addEventListener(
      'focus',
      () => {
        setAway(false);
        resume();
      },
      { signal },
    );
    const listen = ({ source, data }: MessageEvent<{ countersign?: unknown; token?: unknown } | null>) => {
      if (source !== window.parent || data?.countersign !== 'focus' || data.token !== token) return;
      setTaken(true);
      setAway(true);
      resume();
    };
    addEventListener('message', listen, { signal });
    // The next key that arrives here shows that the person types on.
    addEventListener('keydown', () => setAway(false), { signal, capture: true });
    addEventListener('pointerdown', () => setAway(false), { signal, capture: true });
    return () => stop.abort();
  }, [token]);
  return { away, taken };
}
