import { useCallback, useEffect, useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import type { Card } from '../../lib/messages/to-background/output.ts';
import type { Bus, CardRequest } from '../../lib/page/frame/bus.ts';
import { refusalText } from '../words/refusal.ts';

/** What the background knows of an output; asked again when its status changes. */
export function useCardFacts({ hash }: CardRequest, bus: Bus) {
  const [facts, setFacts] = useState<Card>();
  const [failure, setFailure] = useState<string>();
  const reload = useCallback(() => {
    send('output.card', { hash })
      .then((card) => {
        setFacts(card);
        setFailure(undefined);
      })
      .catch((error: unknown) => setFailure(refusalText(error)));
  }, [hash]);
  useEffect(() => {
    reload();
    const listener = () => reload();
    bus.statusListeners.add(listener);
    return () => void bus.statusListeners.delete(listener);
  }, [bus, reload]);
  return { facts, failure, reload };
}
