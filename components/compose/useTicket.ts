import { useEffect, useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import type { ComposeTask } from '../../lib/messages/to-background/compose.ts';

/** How long the card has to hand over its token; then nobody who may has opened this frame. */
const PATIENCE_MS = 3_000;

type Ticket = { state: 'waiting' } | { state: 'refused' } | { state: 'open'; token: string; task: ComposeTask };

/** One claim a document, begun before its load event, at which the card hands over: the first token counts. */
const claim = claimOnce();

/** Waits for the card's token and redeems it. Without one this frame is good for nothing, and says so. */
export function useTicket(): Ticket {
  const [ticket, setTicket] = useState<Ticket>({ state: 'waiting' });
  useEffect(() => {
    void claim.then(setTicket);
  }, []);
  return ticket;
}

function claimOnce(): Promise<Ticket> {
  if (window === window.parent) return Promise.resolve({ state: 'refused' });
  return new Promise((resolve) => {
    const stop = new AbortController();
    const refuse = () => resolve({ state: 'refused' });
    const timer = setTimeout(() => {
      stop.abort();
      refuse();
    }, PATIENCE_MS);
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      const token = tokenIn(data);
      if (source !== window.parent || !token) return;
      clearTimeout(timer);
      stop.abort();
      send('compose.claim', { token })
        .then((task) => resolve({ state: 'open', token, task }))
        .catch((error: unknown) => {
          console.warn('Countersign:', error);
          refuse();
        });
    };
    addEventListener('message', listen, { signal: stop.signal });
  });
}

function tokenIn(data: unknown): string | undefined {
  const { countersign, token } = (data ?? {}) as { countersign?: unknown; token?: unknown };
  return countersign === 'compose' && typeof token === 'string' ? token : undefined;
}
