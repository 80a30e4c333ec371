/** Messages that a content script sends to its worker, and how long their answers take. */
import type { CDPSession, Page } from 'playwright';

interface Envelope {
  ok: boolean;
  reply?: unknown;
  refusal?: string;
}

interface Answer extends Envelope {
  /** By the page's clock, from the sending to the answer. */
  ms: number;
}

/** Sends a message from where the extension's content scripts run in a page. */
export type Ask = (message: object) => Promise<Answer>;

/** Resolves when content scripts of the extension run in the page, which was just opened. */
export async function askFrom(page: Page, extensionId: string): Promise<Ask> {
  const session = await page.context().newCDPSession(page);
  const contextId = await worldOf(session, extensionId);
  return async (message) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => {
        const started = performance.now();
        const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
        return { ...answer, ms: performance.now() - started };
      })()`,
    });
    const answer = result.value as Answer | undefined;
    if (!answer?.ok) throw new Error(`not answered: ${exceptionDetails?.text ?? JSON.stringify(answer)}`);
    return answer;
  };
}

function worldOf(session: CDPSession, extensionId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
    session.send('Runtime.enable').catch(reject);
  });
}
