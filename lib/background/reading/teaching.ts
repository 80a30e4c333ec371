/** A person says of a text that it is AI text, or that it is not: from the context menu, or by pointing from the panel. */
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { patternTyped } from '../../domain/reading/site.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { PageMessages } from '../../messages/to-page/index.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { framesOf } from '../../settings/session/frames.ts';
import { placeOf } from '../spine/place.ts';
import { makeFlagMenus } from './flag-menu.ts';
import { mayReadSite, watch } from './watches.ts';

type Way = PageMessages['teach.begin']['body']['way'];

/** Pages that can be watched: others have no menu entry. */
const PAGES = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

export function registerTeaching(): void {
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  browser.contextMenus.onClicked.addListener((clicked, tab) => chosen(clicked, tab));
  handle('teach.pick', async ({ tabId }) => {
    const frames = await framesOf(tabId);
    const begun = await Promise.all(frames.map(({ frameId }) => begin(tabId, frameId, 'pick')));
    if (!begun.includes(true)) throw new Refused('not_found');
    return null;
  });
  handle('teach.end', async (_, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const others = (await framesOf(tabId)).filter((frame) => frame.frameId !== frameId);
    await Promise.all(others.map((frame) => sendToFrame(tabId, frame.frameId, 'teach.stop', {}).catch(gone)));
    return null;
  });
}

async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const menu = (id: Way, title: string) =>
    browser.contextMenus.create({ id, title, contexts: ['selection'], documentUrlPatterns: PAGES });
  makeFlagMenus(PAGES);
  menu('is', i18n.t('teach.is'));
  menu('isNot', i18n.t('teach.isNot'));
}

/** What is chosen on a site that is not watched yet has it watched, if the browser is allowed to: asked before any await. */
function chosen(
  { menuItemId, frameId = 0, frameUrl, pageUrl }: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
) {
  const tabId = tab?.id;
  const address = frameUrl && /^https?:/.test(frameUrl) ? frameUrl : (pageUrl ?? '');
  const pattern = patternTyped(address);
  if (tabId === undefined || !pattern || (menuItemId !== 'is' && menuItemId !== 'isNot')) return;
  const asked = browser.permissions.request({ origins: [pattern] });
  const go = async () => {
    const { origin } = new URL(address);
    // A browser may refuse to ask for what it has given already.
    const allowed = await asked.catch((error: unknown) =>
      mayReadSite(origin).then((may) => may || Promise.reject(error)),
    );
    if (!allowed) return;
    if (!(await mayReadSite(origin))) await watch(pattern);
    await begin(tabId, frameId, menuItemId);
  };
  void go().catch((error: unknown) => console.error('Countersign could not be taught:', error));
}

/** Puts the teacher into a frame and says what is wanted; whether it could be. */
async function begin(tabId: number, frameId: number, way: Way): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['/content-scripts/teacher.js'],
    });
    await sendToFrame(tabId, frameId, 'teach.begin', { way });
    return true;
  } catch (error) {
    gone(error);
    return false;
  }
}

const gone = (error: unknown) => console.debug('Countersign: a frame is no longer there', error);
