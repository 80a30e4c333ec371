/** Opening the extension's own pages. */
import { openPanel, openPanelOnAction } from '../../browser.ts';
import { handle } from '../../messages/receive.ts';
import { registerGreeting } from './greeting.ts';

export function registerPanel(): void {
  openPanelOnAction();
  handle('panel.open', async (_, sender) => {
    await openPanel(sender.windowId);
    return null;
  });
  registerGreeting();
}
