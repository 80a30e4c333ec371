/** What people do, step by step, through the screens. */
import type { Frame, Page } from 'playwright';
import type { Verdict } from '../../../lib/domain/codes.ts';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { answerOf } from '../../live/answers.ts';
import type { Live } from '../../live/server.ts';
import { type ExtensionBrowser, openPanel, tabIdOf, withExtension } from './chromium.ts';
import { deepClick, deepCount, deepDismiss, deepGone, deepWait } from './deep.ts';
import { expect } from './expect.ts';
import { listOutputs } from './outputs.ts';

/** Connects a browser to a collector on the options page, as a person does. */
export async function connectByHand(browser: ExtensionBrowser, endpoint: string, token: string): Promise<void> {
  const options = await browser.open('options.html');
  await options.getByLabel('Server address').fill(endpoint);
  await options.getByLabel('Token', { exact: true }).fill(token);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await expect(options.getByText('It works.')).toBeVisible();
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
  await options.close();
}

/** Says to the background what the options page would say: to draw that page, and to type, costs a second of a core. */
async function sayAsOptions(browser: ExtensionBrowser, type: string, body: object): Promise<unknown> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(browser.urlOf('options.html'), { waitUntil: 'commit' });
  const reply = await page.evaluate(
    (message) => {
      window.stop();
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage(message);
    },
    { type, body },
  );
  await page.close();
  return reply;
}

/** Connects a browser to a collector. */
export async function connect(browser: ExtensionBrowser, endpoint: string, token: string): Promise<void> {
  const reply = await sayAsOptions(browser, 'target.save', {
    kind: 'collector',
    settings: { address: endpoint, token },
  });
  expect(reply).toMatchObject({ ok: true, reply: { ok: true } });
}

/** Puts rules in force, given as JSON. */
export async function loadPolicy(browser: ExtensionBrowser, text: string): Promise<void> {
  const reply = await sayAsOptions(browser, 'policy.load', { text });
  expect(reply).toMatchObject({ ok: true, reply: { problems: [] } });
}

export type ChatPage = 'deep-chat' | 'n8n-chat';

/**
 * Writes a question into a chat component and sends it, as a person would: at once, as what is pasted or dictated comes. Key by
 * key costs half a second of a core, and is what the main job is done with.
 */
export async function ask(page: Page, kind: ChatPage, question: string, how?: 'key by key'): Promise<void> {
  const field =
    kind === 'deep-chat'
      ? page.locator('deep-chat #text-input')
      : page.locator('.n8n-chat textarea, .chat-input textarea').first();
  await field.click();
  await (how ? page.keyboard.type(question) : page.keyboard.insertText(question));
  await page.keyboard.press('Enter');
}

/** Waits until a page has so many complete outputs, and gives all of them. */
export async function outputsOf(browser: ExtensionBrowser, page: Page, count: number): Promise<ListedOutput[]> {
  let listed: ListedOutput[] = [];
  const complete = async () => {
    listed = await listOutputs(browser, page);
    return listed.filter(({ state }) => state === 'complete').length;
  };
  await expect.poll(complete, { message: `${count} outputs are complete` }).toBe(count);
  return listed;
}

/** A badge by the status that it shows. */
export const badge = (status: string): string => `button[data-status="${status}"]`;

/** Flags the output of a badge: opens its card, two clicks, sent. */
export async function flag(
  page: Page,
  category: string,
  severity: string,
  at = 0,
  status = 'unreviewed',
): Promise<void> {
  await deepClick(page, badge(status), at);
  await choose(page, category);
  await deepClick(page, `[data-severity="${severity}"]`);
  await deepWait(page, '.sent');
}

/** Chooses a category in an open card: the less used ones are one press further. */
export async function choose(page: Page, category: string): Promise<void> {
  const chip = `[data-category="${category}"]`;
  await deepWait(page, '[data-category]');
  if ((await deepCount(page, chip)) === 0) await deepClick(page, '[data-action="more"]');
  await deepClick(page, chip);
}

/** Opens all that an open card knows of where the text comes from. */
export async function openTrace(page: Page): Promise<void> {
  await deepClick(page, '[data-action="trace"][aria-expanded="false"]');
  await deepWait(page, '.traceAll');
}

/** Closes the card, once what is being saved in it is. */
export async function closeCard(page: Page): Promise<void> {
  await deepGone(page, 'iframe.compose');
  await page.keyboard.press('Escape');
  await deepDismiss(page, '.card', '[data-action="close"]');
}

/** The frame in which a comment or a correction is typed. */
export async function composeFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => /^chrome-extension:.*compose\.html$/.test(frame.url()));
  await expect.poll(() => find() !== undefined, { message: 'a compose frame opens' }).toBe(true);
  const frame = find();
  if (!frame) throw new Error('the compose frame went away');
  return frame;
}

/** Opens a view of the side panel beside a page. */
export async function panelFor(
  browser: ExtensionBrowser,
  page: Page | undefined,
  tab: 'This page' | 'My reports' | 'Queue',
): Promise<Page> {
  const panel = await openPanel(browser, page ? await tabIdOf(browser, page) : undefined);
  await panel.getByRole('tab', { name: tab }).click();
  return panel;
}

const NAMES: Record<Verdict, string> = {
  approve: 'Approve',
  approve_with_notes: 'Approve with notes',
  modify: 'Modify',
  block: 'Block',
  escalate: 'Escalate',
};

/** Decides on the first output of an open queue; what closes the panel comes after that. */
export async function decide(
  panel: Page,
  verdict: Verdict,
  words: { note?: string; correctedText?: string } = {},
): Promise<void> {
  await panel.locator('[data-output-hash] button').first().click();
  const hash = await panel.locator('div[data-output-hash]').getAttribute('data-output-hash');
  await panel.getByRole('radio', { name: NAMES[verdict], exact: true }).check();
  if (words.correctedText !== undefined) await panel.locator('[name="correctedText"]').fill(words.correctedText);
  if (words.note !== undefined) await panel.locator('[name="note"]').fill(words.note);
  await panel.getByRole('button', { name: 'Record decision' }).click();
  await expect(panel.locator(`div[data-output-hash="${hash}"]`)).toHaveCount(0);
}

/** Asks on a page of its own, waits for the answer, flags it, and closes the page. */
export async function flagAnswer(browser: ExtensionBrowser, live: Live, answer: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await ask(page, 'deep-chat', answerOf(answer).prompt);
  await outputsOf(browser, page, 1);
  await flag(page, 'factual', 'critical');
  await page.close();
}

/** Closes what a test has opened, so that the next one of its file has the browser for itself. */
export async function closeTabs({ context, urlOf }: ExtensionBrowser): Promise<void> {
  const [first, ...others] = context.pages();
  if (first && !first.url().startsWith(urlOf(''))) await first.goto('about:blank');
  for (const page of others) await page.close();
}

/** Takes all records out of the browser's database: a tenth of what a new browser costs. */
export const emptyDatabase = (browser: ExtensionBrowser): Promise<void> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const opened = indexedDB.open('countersign');
      await new Promise((resolve, reject) => {
        opened.onsuccess = resolve;
        opened.onerror = reject;
      });
      const names = [...opened.result.objectStoreNames];
      const emptying = opened.result.transaction(names, 'readwrite');
      for (const name of names) emptying.objectStore(name).clear();
      await new Promise((resolve, reject) => {
        emptying.oncomplete = resolve;
        emptying.onerror = reject;
      });
      opened.result.close();
    }),
  );
