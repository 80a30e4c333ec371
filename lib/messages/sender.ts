/** Who sent a message, decided from fields that the browser stamps; nothing in the message itself is believed. */

/** Where a message came from: a content script in a page, or one of the extension's own pages. */
export type SenderKind = 'page' | 'compose' | 'panel' | 'options' | 'policy' | 'figures' | 'welcome';

const PAGES: Record<string, SenderKind> = {
  '/compose.html': 'compose',
  '/sidepanel.html': 'panel',
  '/options.html': 'options',
  '/policy.html': 'policy',
  '/figures.html': 'figures',
  '/welcome.html': 'welcome',
};

interface StampedSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined; url?: string | undefined } | undefined;
}

/** A sender that passed: what it is, and for pages the tab and frame that the browser named. */
export interface Sender {
  kind: SenderKind;
  tabId?: number;
  windowId?: number;
  frameId?: number;
  /** The address that the frame's document has, or that of the page that wrote it, where it has none of its own. */
  url?: string;
  /** Origin of the document, also where its address (`about:blank`) has none. Missing where it is opaque. */
  origin?: string;
}

/**
 * Classifies a sender, or gives undefined for one that may not talk to us.
 * `ownOrigins`: the extension's origin, and the dynamic one that Chromium uses for web-accessible pages.
 */
export function classifySender(
  sender: StampedSender,
  ownId: string,
  ownOrigins: readonly string[],
): Sender | undefined {
  if (sender.id !== ownId) return undefined;
  const place = placeOf(sender);
  const own = pageOf(sender.url, ownOrigins);
  if (own === 'foreign') return sender.tab?.id === undefined ? undefined : { kind: 'page', ...place };
  return own ? { kind: own, ...place } : undefined;
}

function pageOf(url: string | undefined, ownOrigins: readonly string[]): SenderKind | 'foreign' | undefined {
  if (!url || !URL.canParse(url)) return 'foreign';
  const { protocol, host, pathname } = new URL(url);
  if (!ownOrigins.includes(`${protocol}//${host}`)) return 'foreign';
  return PAGES[pathname];
}

function placeOf(sender: StampedSender): Omit<Sender, 'kind'> {
  const url = addressOf(sender);
  return {
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
    ...(sender.tab?.windowId === undefined ? {} : { windowId: sender.tab.windowId }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
    ...(url === undefined ? {} : { url }),
    ...originOf(sender),
  };
}

/** `about:blank` and `about:srcdoc` frames are a part of the page that wrote them, whose origin they have. */
function addressOf({ url, origin, tab }: StampedSender): string | undefined {
  if (!url?.startsWith('about:') || !origin || !URL.canParse(origin)) return url;
  if (tab?.url && URL.canParse(tab.url) && new URL(tab.url).origin === origin) return tab.url;
  return `${origin}/`;
}

/** The browser's own word where it gives one (Chromium, Firefox from 126), else the address's. */
function originOf({ origin, url }: StampedSender): { origin?: string } {
  for (const candidate of [origin, url]) {
    if (!candidate || !URL.canParse(candidate)) continue;
    const { protocol, origin: parsed } = new URL(candidate);
    if (/^https?:$/.test(protocol)) return { origin: parsed };
  }
  return {};
}
