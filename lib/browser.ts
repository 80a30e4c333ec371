/** The one seam to browser APIs that differ between browsers or that tests cannot fake. */
import { browser } from 'wxt/browser';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
  setPanelBehavior(behaviour: { openPanelOnActionClick: boolean }): Promise<void>;
}
interface SidebarAction {
  open(): Promise<void>;
  toggle(): Promise<void>;
}
const native = browser as unknown as { sidePanel?: SidePanel; sidebarAction?: SidebarAction };
const chromium = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome;
const sidePanel = native.sidePanel ?? chromium?.sidePanel;

/**
 * A click on the toolbar button opens (Chromium) or toggles (Firefox) the side panel. Chromium could open it by itself, but
 * only a click that we are told of lets us see the address of the page that it was meant for (`activeTab`).
 */
export function openPanelOnAction(): void {
  if (sidePanel) void sidePanel.setPanelBehavior({ openPanelOnActionClick: false });
  browser.action.onClicked.addListener((tab) => {
    if (sidePanel)
      void sidePanel.open({ windowId: tab.windowId }); // before any await: Chromium wants the click
    else void native.sidebarAction?.toggle();
  });
}

/**
 * Opens the side panel in a window. Call it before any `await` of the message's handler: Chromium wants the click.
 * Firefox lets no message open its sidebar; there the panel opens as a tab.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  if (sidePanel && windowId !== undefined) return sidePanel.open({ windowId });
  await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
}

/** Origins under which the extension's own pages appear: its own, and Chromium's dynamic one for framed pages. */
export function ownOrigins(): string[] {
  const urls = [browser.runtime.getURL('/'), browser.runtime.getURL('/compose.html')];
  return [...new Set(urls.map((url) => `${new URL(url).protocol}//${new URL(url).host}`))];
}
