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

/** Opens the browser's own page on which a person sets the keys of extensions. Firefox has a call of its own for it. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as unknown as { commands: { openShortcutSettings?(): Promise<void> } };
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Origins under which the extension's own pages appear: its own, and Chromium's dynamic one for framed pages. */
export function ownOrigins(): string[] {
  const urls = [browser.runtime.getURL('/'), browser.runtime.getURL('/compose.html')];
  return [...new Set(urls.map((url) => `${new URL(url).protocol}//${new URL(url).host}`))];
}

type Headers = { name: string; value?: string }[];
interface Answered {
  url: string;
  initiator?: string;
  originUrl?: string;
  responseHeaders?: Headers;
}
interface WebRequest {
  onHeadersReceived: {
    addListener(listener: (answer: Answered) => void, filter: { urls: string[] }, extra: string[]): void;
    removeListener(listener: (answer: Answered) => void): void;
  };
}

/** How long after an answer the browser may tell of its headers. */
const TOLD_WITHIN_MS = 1_000;

/**
 * Watches one request of our own, and tells where its answer leads on to: `fetch` does not tell, it only follows. Sites
 * that we may not ask are not told of.
 */
export function watchRedirect(url: URL): { location(): Promise<string | undefined>; stop(): void } {
  const { webRequest } =
    (globalThis as { chrome?: { webRequest?: WebRequest } }).chrome ??
    (browser as unknown as { webRequest?: WebRequest });
  let tell: (location: string | undefined) => void = () => undefined;
  const told = new Promise<string | undefined>((resolve) => {
    tell = resolve;
  });
  const own = browser.runtime.getURL('/');
  const listener = ({ url: answered, initiator, originUrl, responseHeaders }: Answered) => {
    // Chromium names the origin, Firefox the page.
    const from = initiator ? `${initiator}/` : originUrl;
    if (answered === url.href && from?.startsWith(own))
      tell(responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value);
  };
  webRequest?.onHeadersReceived.addListener(listener, { urls: [`${url.protocol}//${url.hostname}/*`] }, [
    'responseHeaders',
  ]);
  return {
    location: () => {
      if (!webRequest) return Promise.resolve(undefined);
      setTimeout(() => tell(undefined), TOLD_WITHIN_MS);
      return told;
    },
    stop: () => webRequest?.onHeadersReceived.removeListener(listener),
  };
}
