/** Evidence alone: no page is read by a profile. */
import { type ExtensionBrowser, withExtension } from '../e2e/harness/chromium.ts';

interface Stores {
  storage: { local: { set(of: object): Promise<void> } };
}

/** Switches every profile off, as a policy would; pages that are opened later are learned. */
export async function switchProfilesOff(browser: ExtensionBrowser): Promise<void> {
  await withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Stores };
      await chrome.storage.local.set({ profilesOff: ['*'] });
    }),
  );
}
