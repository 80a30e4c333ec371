/** The heap of the extension's worker, or of a page, while something goes on. */
import type { Browser, CDPSession, Page } from 'playwright';

const EVERY_MS = 200;
const MB = 1_048_576;

interface Usage {
  usedSize: number;
  embedderHeapUsedSize: number;
}

/** Runs `work` and gives, beside its result, the most megabytes that were in use, as sampled. */
export async function peakMb<T>(
  ask: () => Promise<Usage>,
  work: () => Promise<T>,
): Promise<{ result: T; peakMb: number }> {
  let [peak, over] = [0, false];
  const sampling = (async () => {
    while (!over) {
      const { usedSize, embedderHeapUsedSize } = await ask();
      peak = Math.max(peak, usedSize + embedderHeapUsedSize);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const result = await work().finally(() => {
    over = true;
  });
  await sampling;
  return { result, peakMb: peak / MB };
}

export async function heapOfPage(page: Page): Promise<() => Promise<Usage>> {
  const session = await page.context().newCDPSession(page);
  return () => session.send('Runtime.getHeapUsage') as Promise<Usage>;
}

/** Playwright has no session of a worker: the browser's own hands messages on to it. */
export async function heapOfWorker(browser: Browser, script: string): Promise<() => Promise<Usage>> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const targetId = targetInfos.find(({ url, type }) => type === 'service_worker' && url === script)?.targetId;
  if (!targetId) throw new Error('the worker does not run');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  let turn = 0;
  return async () => {
    const id = ++turn;
    const answered = answerTo(session, id);
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    return answered;
  };
}

const answerTo = (session: CDPSession, id: number): Promise<Usage> =>
  new Promise((resolve) => {
    const hear = ({ message }: { message: string }) => {
      const answer = JSON.parse(message) as { id?: number; result?: Usage };
      if (answer.id !== id || !answer.result) return;
      session.off('Target.receivedMessageFromTarget', hear);
      resolve(answer.result);
    };
    session.on('Target.receivedMessageFromTarget', hear);
  });
