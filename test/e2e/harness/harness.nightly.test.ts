/** The harness itself: what the other tests rely on really happens in this browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'playwright/test';
import {
  type ExtensionBrowser,
  launchChromium,
  openPanel,
  stopServiceWorker,
  tabIdOf,
  withExtension,
  workerRuns,
} from './chromium.ts';
import { makeCollector } from './collector.ts';
import { deepAttributes, deepClick, deepCount, deepGone, deepText, deepTexts, deepWait } from './deep.ts';
import { expect } from './expect.ts';
import { CLOSED_IN_OPEN } from './pages/roots.ts';
import { startServer, type TestServer } from './server.ts';

let browser: ExtensionBrowser;
let server: TestServer;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
});

test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a closed root within an open one is read, clicked and watched', async () => {
  const page = await browser.context.newPage();
  await page.goto(server.page('/roots', CLOSED_IN_OPEN));
  expect(await page.evaluate(() => document.querySelector('#outer')?.shadowRoot?.querySelector('button'))).toBeNull();
  expect(await deepTexts(page, '.many')).toEqual(['one', 'two']);
  expect(await deepAttributes(page, 'button', 'data-act')).toEqual(['go']);
  await deepClick(page, '[data-act="go"]');
  await expect.poll(() => deepText(page, '[data-answer]')).toBe('trusted: true');
  await deepGone(page, '[data-act="go"]');
  expect(await deepCount(page, '.nowhere')).toBe(0);
  await deepWait(page, '.many');
});

test('the extension is there, under the id that its key gives', async () => {
  const page = await browser.open('manifest.json');
  expect(await page.textContent('body')).toContain('manifest_version');
});

test('a tab is known by the id that the browser gave it', async () => {
  const page = await browser.context.newPage();
  await page.goto(server.page('/tab', '<!doctype html><title>Tab</title>'));
  const tabId = await tabIdOf(browser, page);
  expect(tabId).toBeGreaterThan(0);
  const panel = await openPanel(browser, tabId);
  await expect(panel.getByRole('tab')).toHaveCount(4);
  await panel.close();
});

test('the service worker stops when told, and a message wakes it', async () => {
  const wake = () =>
    withExtension(browser, (page) =>
      page.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): Promise<unknown> } };
        };
        await chrome.runtime.sendMessage({ type: 'none' });
      }),
    );
  await wake();
  await expect.poll(() => workerRuns(browser)).toBe(true);
  // The sync's alarm may wake it again at once.
  const stopped = async () => {
    await stopServiceWorker(browser);
    return workerRuns(browser);
  };
  await expect.poll(stopped).toBe(false);
  await wake();
  await expect.poll(() => workerRuns(browser)).toBe(true);
});

test('a profile outlives its browser', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'countersign-profile-'));
  const first = await launchChromium({ userDataDir });
  const page = await first.open('manifest.json');
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await first.close();
  const second = await launchChromium({ userDataDir });
  const again = await second.open('manifest.json');
  expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  await second.close();
  await rm(userDataDir, { recursive: true, force: true });
});

test('a collector keeps its address and its records when it is killed and started again', async () => {
  const collector = await makeCollector();
  const token = await collector.createToken('acme', 'ada', 'reporter');
  await collector.start();
  const { url } = collector;
  await collector.kill9();
  await collector.start();
  expect(collector.url).toBe(url);
  expect(await collector.ask(token, '/v1/me')).toMatchObject({
    status: 200,
    body: { subject: 'ada', role: 'reporter' },
  });
  await collector.remove();
});
