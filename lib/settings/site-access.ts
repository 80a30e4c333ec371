/** Which sites the browser lets us read: asking for more, and hearing of changes. */
import { browser } from 'wxt/browser';
import { patternOf } from '../domain/reading/site.ts';

/**
 * Asks for access to sites; granted at once where it is granted already. Call it in the click's handler before any
 * `await`: browsers want the click.
 */
export const askForSites = (patterns: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...patterns] });

/** Asks as `askForSites` does. What cannot be asked for counts as granted: whatever needs it says what is wrong. */
export async function askIfWeMay(patterns: readonly string[]): Promise<boolean> {
  if (patterns.length === 0) return true;
  try {
    return await askForSites(patterns);
  } catch (error) {
    // Plain http addresses beyond this computer are none that the manifest lets us ask for.
    console.debug('Countersign could not ask for access:', error);
    return true;
  }
}

/** Asks for access to an address. One that cannot be asked for is left to the test to explain. */
export function askForAddress(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  return askIfWeMay(pattern ? [pattern] : []);
}

/** Calls back when the browser lets us read other sites than before. */
export const siteAccess = {
  watch: (callback: () => void): (() => void) => {
    browser.permissions.onAdded.addListener(callback);
    browser.permissions.onRemoved.addListener(callback);
    return () => {
      browser.permissions.onAdded.removeListener(callback);
      browser.permissions.onRemoved.removeListener(callback);
    };
  },
};
