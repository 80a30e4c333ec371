/** “Flag” in the context menu: for selected words on any page, and for an answer on the pages that are watched. */
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { openPanel } from '../../browser.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { takesPattern } from './patterns.ts';
import { builtIn, onAligned, watchedAddresses } from './watches.ts';

const WORDS = 'flag';
const ANSWER = 'flagAnswer';

/** The watched addresses as they were last known: read in a click, which Chromium lets open the panel before any await. */
let known: string[] | undefined;

export function registerFlagMenu(): void {
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === WORDS || clicked.menuItemId === ANSWER) chosen(clicked, tab);
  });
  onAligned(alignFlagMenu);
  void watchedAddresses().then((addresses) => {
    known = addresses;
  });
}

/** Makes both entries; called where all of the menu is made anew. `pages`: addresses that can be watched. */
export function makeFlagMenus(pages: string[]): void {
  browser.contextMenus.create({
    id: WORDS,
    title: i18n.t('flagMenu.words'),
    contexts: ['selection'],
    documentUrlPatterns: pages,
  });
  browser.contextMenus.create({
    id: ANSWER,
    title: i18n.t('flagMenu.answer'),
    contexts: ['page', 'link', 'image'],
    documentUrlPatterns: builtIn(),
  });
  void alignFlagMenu();
}

/** The sites that are watched have changed: the entry for an answer stands on those only. */
async function alignFlagMenu(): Promise<void> {
  known = await watchedAddresses();
  await browser.contextMenus.update(ANSWER, { documentUrlPatterns: known }).catch((error: unknown) =>
    // Before the menu is made: it is made with them then.
    console.debug('Countersign:', (error as Error).message),
  );
}

/** Opens the card of what was pointed at; where there is none, the panel, which says why and what can be done. */
function chosen({ frameId = 0, frameUrl, pageUrl }: Browser.contextMenus.OnClickData, tab?: Browser.tabs.Tab): void {
  const [tabId, windowId] = [tab?.id, tab?.windowId];
  const address = frameUrl && /^https?:/.test(frameUrl) ? frameUrl : pageUrl;
  if (tabId === undefined) return;
  const tell = () =>
    openPanel(windowId).catch(() =>
      browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tabId=${tabId}`) }),
    );
  if (known && address && !known.some((pattern) => takesPattern(pattern, address))) return void tell();
  void sendToFrame(tabId, frameId, 'flag.open', { pointed: true })
    .catch(() => null)
    .then((opened) => (opened ? undefined : tell()));
}
