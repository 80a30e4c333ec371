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
  return patterns.length === 0 || unlessImpossible(askForSites(patterns));
}

async function unlessImpossible(asked: Promise<boolean>): Promise<boolean> {
  try {
    return await asked;
  } catch (error) {
    // Plain http addresses beyond this computer are none that the manifest lets us ask for.
    console.debug('Countersign could not ask for access:', error);
    return true;
  }
}

/**
 * Asks for access to an address to which reports are to be sent, and in Firefox whether they may be. An address that cannot be
 * asked for is left to the test to explain.
 */
export function askForAddress(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  const leaving = whatLeaves();
  return leaving.length === 0
    ? askIfWeMay(pattern ? [pattern] : [])
    : unlessImpossible(
        browser.permissions.request({ origins: pattern ? [pattern] : [], data_collection: leaving } as object),
      );
}

interface GeckoManifest {
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: string[] } } };
}

/** What may leave the browser once a person agrees: only the manifest for Firefox says it, and only Firefox asks. */
const whatLeaves = (): string[] =>
  (browser.runtime.getManifest() as GeckoManifest).browser_specific_settings?.gecko?.data_collection_permissions
    ?.optional ?? [];

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
