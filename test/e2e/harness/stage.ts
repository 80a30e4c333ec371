/** One browser and one server for the tests of a file. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { deepWait } from './deep.ts';
import { spyingPage } from './pages/hostile-page.ts';
import { startServer, type TestServer } from './server.ts';

interface Stage {
  browser: ExtensionBrowser;
  server: TestServer;
  /** Opens a page that spies, at this path, once its answer has a badge; another path is another answer. */
  spying(path: string): Promise<Page>;
}

/** Sets them up before a file's tests, and takes them down after. */
export function stage(): Stage {
  const ours = {} as Stage;
  test.beforeAll(async () => {
    [ours.server, ours.browser] = await Promise.all([startServer(), launchChromium()]);
  });
  test.afterAll(async () => {
    await ours.browser.close();
    await ours.server.close();
  });
  ours.spying = async (path) => {
    const page = await ours.browser.context.newPage();
    await page.goto(ours.server.page(path, spyingPage(path)));
    await deepWait(page, 'button[data-status]');
    return page;
  };
  return ours;
}
