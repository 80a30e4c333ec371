import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { send } from '../../../lib/messages/send.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { fetchOf, ownParts, settingsOf } from '../../../lib/sync/sign-in/access.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';

/** How often the team's news are asked for while somebody looks, and how often where the endpoint tells of them. */
const ASK_MS = 3_000;
const ASK_LIVE_MS = 30_000;
/** Held by the panel that listens: one of all windows is enough, and a host takes few connections. */
const LISTENING = 'countersign.live';
/** Held while its stream is open. */
const OPEN = 'countersign.live.open';

/** Fetches what is new while the panel is in view; the background's own alarm does it when nobody looks. */
export function useTeamNews(): void {
  useAsking();
  useListening();
}

function wake(): void {
  // A worker that is being restarted misses one wake, and hears the next.
  send('sync.wake', {}).catch((error: unknown) => console.debug(error));
}

function useAsking(): void {
  useEffect(() => {
    let askedAt = 0;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const { held = [] } = await navigator.locks.query();
      const live = held.some(({ name }) => name === OPEN);
      if (live && performance.now() - askedAt < ASK_LIVE_MS && askedAt > 0) return;
      askedAt = performance.now();
      wake();
    };
    const comeIntoView = () => {
      askedAt = 0;
      void ask();
    };
    comeIntoView();
    const timer = setInterval(() => void ask(), ASK_MS);
    document.addEventListener('visibilitychange', comeIntoView);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comeIntoView);
    };
  }, []);
}

/** Hears of news at once, where the endpoint tells of them. */
function useListening(): void {
  const row = useLiveQuery(target);
  const may = row && row.state !== 'paused' && row.state !== 'unauthorised';
  // A stream goes on when the token is renewed; it begins anew for another endpoint or person.
  const whom = may ? JSON.stringify([row.settings, row.session?.way, row.subject]) : undefined;
  useEffect(() => {
    if (!whom) return;
    const stop = new AbortController();
    listen(stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) console.error('Countersign cannot listen:', error);
    });
    return () => stop.abort();
  }, [whom]);
}

async function listen(signal: AbortSignal): Promise<void> {
  await navigator.locks.request(LISTENING, { signal }, async () => {
    let close: () => void = () => undefined;
    const hearing = {
      opened: () => {
        wake(); // what came while nobody listened
        void navigator.locks.request(OPEN, () => new Promise<void>((resolve) => (close = resolve)));
      },
      closed: () => close(),
      changed: () => wake(),
    };
    const row = await target();
    if (!row) return;
    const parts = ownParts();
    const world = { ...parts.world, fetch: fetchOf(row, parts), signal };
    await targetById('collector').live?.(settingsOf(row), world, hearing);
  });
}
