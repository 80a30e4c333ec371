import { browser } from 'wxt/browser';
import { patternOf } from '../../lib/domain/reading/site.ts';

/**
 * Asks for access to a site; granted at once where it is granted already. Call it in the click's handler before any
 * `await`: browsers want the click.
 */
export const askForSite = (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] });

/** Asks for access to an address. One that cannot be asked for is left to the test to explain. */
export async function askForAccess(endpoint: string): Promise<boolean> {
  const pattern = patternOf(endpoint);
  if (!pattern) return true;
  try {
    return await askForSite(pattern);
  } catch (error) {
    // Plain http addresses beyond this computer are none that the manifest lets us ask for: the test says why.
    console.debug('Countersign could not ask for access:', error);
    return true;
  }
}
