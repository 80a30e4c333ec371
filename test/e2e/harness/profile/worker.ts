/** What the browser says of the extension's service worker. */
import type { BrowserContext, CDPSession } from 'playwright';

/** A worker that is stopped while it is being installed starts again at once, so nothing begins before that. */
export async function workerInstalled(context: BrowserContext, script: string): Promise<void> {
  await withWorkerStates(context, script, async (_, reported) => {
    await reported((states) => states.some(({ status }) => status === 'activated'));
  });
}

interface WorkerState {
  scriptURL: string;
  status: string;
  runningStatus: string;
}
/** Resolves with the states of the worker once the browser reports such as are wanted. */
type Reported = (wanted: (states: WorkerState[]) => boolean) => Promise<WorkerState[]>;

export async function withWorkerStates(
  context: BrowserContext,
  script: string,
  work: (session: CDPSession, reported: Reported) => Promise<void>,
): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const seen: WorkerState[][] = [];
  const waiting = new Set<() => void>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    seen.push(versions.filter(({ scriptURL }) => scriptURL === script));
    for (const look of waiting) look();
  });
  const reported: Reported = (wanted) =>
    new Promise((resolve) => {
      const look = () => {
        const states = seen.shift();
        if (!states) return;
        if (!wanted(states)) return look();
        waiting.delete(look);
        resolve(states);
      };
      waiting.add(look);
      look();
    });
  await session.send('ServiceWorker.enable');
  await work(session, reported);
  await session.detach();
}
