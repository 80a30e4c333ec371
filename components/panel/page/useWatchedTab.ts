import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** The tab that the panel stands beside. */
export interface WatchedTab {
  tabId: number;
  /** Set where the extension may read the page, and where the toolbar button was pressed on it. */
  url?: string;
  loading: boolean;
}

/** A panel that is open as a tab of its own can be told which tab to look at. */
function fixedTabId(): number | undefined {
  const given = new URLSearchParams(location.search).get('tabId');
  const tabId = Number(given);
  return given && Number.isInteger(tabId) ? tabId : undefined;
}

async function findTab(): Promise<WatchedTab | undefined> {
  const fixed = fixedTabId();
  const tab =
    fixed === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(fixed).catch(() => undefined); // a tab that was closed is no tab
  if (tab?.id === undefined) return undefined;
  return { tabId: tab.id, ...(tab.url ? { url: tab.url } : {}), loading: tab.status === 'loading' };
}

/** The active tab of this window, as it changes. */
export function useWatchedTab(): WatchedTab | undefined {
  const [tab, setTab] = useState<WatchedTab>();
  useEffect(() => {
    let gone = false;
    const look = () => {
      void findTab().then((found) => {
        if (!gone) setTab((before) => (same(before, found) ? before : found));
      });
    };
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    browser.tabs.onRemoved.addListener(look);
    browser.action.onClicked.addListener(look); // the click lets us see the address
    browser.permissions.onAdded.addListener(look);
    return () => {
      gone = true;
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
      browser.tabs.onRemoved.removeListener(look);
      browser.action.onClicked.removeListener(look);
      browser.permissions.onAdded.removeListener(look);
    };
  }, []);
  return tab;
}

const same = (a: WatchedTab | undefined, b: WatchedTab | undefined): boolean =>
  a?.tabId === b?.tabId && a?.url === b?.url && a?.loading === b?.loading;
