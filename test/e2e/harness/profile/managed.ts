/**
 * A managed policy, as an administrator does: a file that Chromium reads. It is the machine's, so the
 * extension gets an id of its own here, and no other browser that runs meanwhile sees any of it.
 */
import { generateKeyPairSync } from 'node:crypto';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_BUILD, type ExtensionBrowser, type LaunchOptions, launchChromium } from '../chromium.ts';

const FOLDER = '/etc/chromium/policies/managed';

/** Whether this machine lets us manage browsers: most let only their administrator. */
export function mayManage(): boolean {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch (error) {
    console.info('Browsers cannot be managed here:', error instanceof Error ? error.message : error);
    return false;
  }
}

export interface ManagedBrowser extends ExtensionBrowser {
  /** Sets what the extension finds in its managed storage; nothing any more where it is undefined. */
  manage(values: Record<string, unknown> | undefined): void;
}

/** A browser whose extension has an id of its own. */
export async function launchManaged(options: LaunchOptions = {}): Promise<ManagedBrowser> {
  const extensionDir = mkdtempSync(join(tmpdir(), 'countersign-managed-'));
  cpSync(CHROMIUM_BUILD, extensionDir, { recursive: true });
  const path = join(extensionDir, 'manifest.json');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), key }));
  const browser = await launchChromium({ ...options, extensionDir });
  const file = join(FOLDER, `countersign-test-${browser.extensionId}.json`);
  const manage = (values: Record<string, unknown> | undefined) => {
    if (values) writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [browser.extensionId]: values } } }));
    else rmSync(file, { force: true });
  };
  return {
    ...browser,
    manage,
    async close() {
      manage(undefined);
      await browser.close();
      rmSync(extensionDir, { recursive: true, force: true });
    },
  };
}
