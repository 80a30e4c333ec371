import { useEffect, useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import type { Shortcut } from '../../lib/messages/to-background/shortcut.ts';

/** The key for "flag" as it is set now; undefined until the browser has said it. */
export function useShortcut(): Shortcut | undefined {
  const [shortcut, setShortcut] = useState<Shortcut>();
  useEffect(() => {
    send('shortcut.read', {})
      .then(setShortcut)
      .catch((error: unknown) => console.debug('Countersign:', (error as Error).message));
  }, []);
  return shortcut;
}
