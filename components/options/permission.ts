import { browser } from 'wxt/browser';

/** The match pattern of an address, without the port (patterns with one are not understood everywhere). */
function patternOf(endpoint: string): string | undefined {
  if (!URL.canParse(endpoint)) return undefined;
  const { protocol, hostname } = new URL(endpoint);
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : undefined;
}

/**
 * Asks for access to an address; granted at once where it is granted already. Call it in the click's handler before any
 * `await`: browsers want the click. An address that cannot be asked for is left to the test to explain.
 */
export async function askForAccess(endpoint: string): Promise<boolean> {
  const pattern = patternOf(endpoint);
  if (!pattern) return true;
  try {
    return await browser.permissions.request({ origins: [pattern] });
  } catch (error) {
    // Plain http addresses beyond this computer are none that the manifest lets us ask for: the test says why.
    console.debug('Countersign could not ask for access:', error);
    return true;
  }
}
