/**
 * A browser profile whose person has once given the extension access to some sites and taken it back. Chromium gives it
 * again without its dialog, which no test can press; everything else is the true way.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { type ExtensionBrowser, type LaunchOptions, launchChromium } from '../harness/chromium.ts';

interface Settings {
  granted_permissions?: { explicit_host?: string[] };
  runtime_granted_permissions?: object;
}

export interface GrantedBrowser extends ExtensionBrowser {
  /** Ends the browser and starts it again with all that it kept. */
  restart(): Promise<ExtensionBrowser>;
}

/** Starts a browser in which the extension may have these sites (match patterns) as soon as it asks. */
export async function launchGranted(patterns: readonly string[], options: LaunchOptions = {}): Promise<GrantedBrowser> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'countersign-granted-'));
  const key = JSON.stringify([patterns, options]);
  const made = profiles.get(key) ?? makeProfile(patterns, options);
  profiles.set(key, made);
  await cp(await made, userDataDir, { recursive: true });
  let running = await launchChromium({ ...options, userDataDir });
  return {
    ...running,
    async restart() {
      await running.close();
      running = await launchChromium({ ...options, userDataDir });
      return running;
    },
    async close() {
      await running.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Profiles that were made in this process, to be copied: it takes a browser to make one. */
const profiles = new Map<string, Promise<string>>();

async function makeProfile(patterns: readonly string[], options: LaunchOptions): Promise<string> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'countersign-granted-'));
  process.once('exit', () => rmSync(userDataDir, { recursive: true, force: true }));
  const browser = await launchChromium({ ...options, userDataDir });
  const page = await browser.open('options.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await browser.close();
  grant(userDataDir, browser.extensionId, patterns);
  return userDataDir;
}

function grant(userDataDir: string, extensionId: string, patterns: readonly string[]): void {
  const found = ['Preferences', 'Secure Preferences'].filter((name) => {
    const path = join(userDataDir, 'Default', name);
    if (!existsSync(path)) return false;
    const preferences = JSON.parse(readFileSync(path, 'utf8')) as {
      extensions?: { settings?: Record<string, Settings> };
    };
    const settings = preferences.extensions?.settings?.[extensionId];
    if (!settings?.granted_permissions) return false;
    settings.granted_permissions.explicit_host = [...(settings.granted_permissions.explicit_host ?? []), ...patterns];
    settings.runtime_granted_permissions = {
      api: [],
      explicit_host: [...patterns],
      manifest_permissions: [],
      scriptable_host: [],
    };
    writeFileSync(path, JSON.stringify(preferences));
    return true;
  });
  expect(found, 'the browser keeps permissions where we know it').toHaveLength(1);
}
