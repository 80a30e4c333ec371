/** What the tests of hard cases share: one browser and one server a file, a page for each case. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { type ExtensionBrowser, launchChromium, withExtension } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { chatPage, FIRST } from './chat-page.ts';

interface Cases {
  browser: ExtensionBrowser;
  server: TestServer;
  /** Serves a page and opens it. */
  open(path: string, html?: string): Promise<Page>;
  /** Opens the chat page, a conversation of its own if no path is given, once its first answer is found. */
  chat(path?: string, options?: Parameters<typeof chatPage>[0]): Promise<Page>;
  /** The outputs of a page or frame, once so many are complete and none streams. */
  outputs(page: Page, count: number, frameId?: number): Promise<ListedOutput[]>;
  /** The texts of them. */
  texts(page: Page, count: number, frameId?: number): Promise<string[]>;
  /** Waits until the output that is listed as number `at` is complete with this text. */
  settled(page: Page, at: number, text: string): Promise<ListedOutput>;
}

/** Sets up a browser and a server for a file's tests, which run one after another in pages of their own. */
export function cases(launch: Parameters<typeof launchChromium>[0] = {}): Cases {
  const ours = {} as Cases;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    ours.server = await startServer();
    ours.browser = await launchChromium(launch);
  });
  test.afterEach(async () => {
    for (const page of ours.browser.context.pages().slice(1)) await page.close();
  });
  test.afterAll(async () => {
    await ours.browser.close();
    await ours.server.close();
  });
  return Object.assign(ours, {
    open: async (path: string, html: string = chatPage()) => {
      const page = await ours.browser.context.newPage();
      await page.goto(ours.server.page(path, html));
      return page;
    },
    chat: async (path = `/c/${randomUUID()}`, options: Parameters<typeof chatPage>[0] = {}) => {
      const page = await ours.open(path, chatPage(options));
      expect(await ours.texts(page, 1)).toEqual([FIRST]);
      return page;
    },
    outputs: (page: Page, count: number, frameId = 0) => allComplete(ours.browser, page, count, frameId),
    texts: async (page: Page, count: number, frameId = 0) =>
      (await ours.outputs(page, count, frameId)).map(({ text }) => text),
    settled: (page: Page, at: number, text: string) => settled(ours.browser, page, at, text),
  });
}

async function allComplete(
  browser: ExtensionBrowser,
  page: Page,
  count: number,
  frameId: number,
): Promise<ListedOutput[]> {
  let listed: ListedOutput[] = [];
  const states = async () => {
    listed = await listOutputs(browser, page, frameId);
    return listed.map(({ state }) => state);
  };
  await expect
    .poll(states, { message: `${count} outputs, all complete`, intervals: [100] })
    .toEqual(Array.from({ length: count }, () => 'complete'));
  return listed;
}

async function settled(browser: ExtensionBrowser, page: Page, at: number, text: string): Promise<ListedOutput> {
  let found: ListedOutput | undefined;
  const look = async () => {
    found = (await listOutputs(browser, page))[at];
    return [found?.state, found?.text];
  };
  await expect.poll(look, { intervals: [100] }).toEqual(['complete', text]);
  if (!found) throw new Error('no output');
  return found;
}

interface StoredOutput {
  outputId: string;
  text: string;
  pageUrl: string;
  stated: string | undefined;
}

/** Every version that the background was told of, in order. Asked without any of the page's own time. */
export function storedOutputs(browser: ExtensionBrowser): Promise<StoredOutput[]> {
  return withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const open = indexedDB.open('countersign');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const all = db.transaction('outputs').objectStore('outputs').getAll();
      const rows = await new Promise<Row[]>((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
      db.close();
      rows.sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : 1));
      return rows.map(({ outputId, content, trace }) => ({
        outputId,
        text: content?.text ?? '',
        pageUrl: trace.pageUrl,
        stated: trace.statedConfidence,
      }));
    }),
  );
}
interface Row {
  outputId: string;
  firstSeenAt: string;
  content?: { text: string };
  trace: { pageUrl: string; statedConfidence?: string };
}

/** The texts of the versions of one output that the background was told of, in order. */
export const versions = async (browser: ExtensionBrowser, outputId: string): Promise<string[]> =>
  (await storedOutputs(browser)).filter((stored) => stored.outputId === outputId).map(({ text }) => text);
