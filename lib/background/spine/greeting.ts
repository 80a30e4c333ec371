/** The page that says what to do first. */
import { browser } from 'wxt/browser';

export function registerGreeting(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void greet();
  });
}

/** What a company installs may be there before any window is: then the page opens with the first one. */
async function greet(): Promise<void> {
  try {
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  } catch (error) {
    console.warn('Countersign opens its welcome page with the next window:', error);
    const { onCreated } = browser.windows;
    onCreated.addListener(function once() {
      onCreated.removeListener(once);
      void greet();
    });
  }
}
