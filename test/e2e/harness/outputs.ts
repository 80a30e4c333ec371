/** What the extension found in a page, asked as its own panel asks. */
import type { Page } from 'playwright';
import type { ListedOutput } from '../../../lib/messages/page-protocol.ts';
import { type ExtensionBrowser, tabIdOf, withExtension } from './chromium.ts';

interface Tabs {
  tabs: { sendMessage(tabId: number, message: object, options: object): Promise<unknown> };
}

/** The outputs of a frame of a page; none while no detector is there. */
export async function listOutputs(browser: ExtensionBrowser, page: Page, frameId = 0): Promise<ListedOutput[]> {
  const tabId = await tabIdOf(browser, page);
  return withExtension(browser, (inside) =>
    inside.evaluate(
      async ([tab, frame]) => {
        const { chrome } = globalThis as unknown as { chrome: Tabs };
        const answer = chrome.tabs.sendMessage(tab, { type: 'outputs.list' }, { frameId: frame });
        return (await answer.catch(() => [])) as ListedOutput[];
      },
      [tabId, frameId] as const,
    ),
  );
}
