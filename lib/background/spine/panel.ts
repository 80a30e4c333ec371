/** Opening the extension's own pages. */
import { browser } from 'wxt/browser';
import { openPanel, openPanelOnAction } from '../../browser.ts';
import { handle } from '../../messages/receive.ts';

export function registerPanel(): void {
  openPanelOnAction();
  handle('panel.open', async (_, sender) => {
    await openPanel(sender.windowId);
    return null;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
