/** The page that says what to do first. */
import { browser } from 'wxt/browser';

export function registerGreeting(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void greet(MOST_TRIES);
  });
}

/** A browser that never opens the page is left alone. */
const MOST_TRIES = 5;

/** What a company installs may be there before any window is, or is ready: then the page opens once there is something in one. */
async function greet(tries: number): Promise<void> {
  try {
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  } catch (error) {
    console.warn('Countersign could not open its welcome page yet:', error);
    if (tries > 1) onceSomethingOpens(() => void greet(tries - 1));
  }
}

function onceSomethingOpens(act: () => void): void {
  const events = [browser.windows.onCreated, browser.tabs.onUpdated] as const;
  const once = () => {
    for (const event of events) event.removeListener(once);
    act();
  };
  for (const event of events) event.addListener(once);
}
