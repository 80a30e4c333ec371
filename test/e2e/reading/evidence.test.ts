/** Sites that no profile knows: answers are found by how they arrive, in real chat components, and nothing else is. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { judge } from '../../bench/detect/judge.ts';
import { type DetectPages, startDetectPages } from '../../detect/server.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium, withExtension } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { forgetSites, learnerArrives, listOutputs } from '../harness/outputs.ts';

/**
 * Streams in a shadow root, a root for each block; what is followed while it grows: a short answer above notes, two answers side by
 * side. Nightly in a closed root, redrawn at each token, a label for a name, older turns, whole answers, a large package.
 */
const COMPONENTS = [
  'deep-chat.en',
  'desk-in-blocks.사무실',
  'desk-chips.متجر',
  'desk-choice.oficina',
  ...(IS_NIGHT
    ? [
        'house-utilities-closed.it',
        'vue-advanced-chat.en',
        'house-labels.en',
        'n8n-chat.it.history',
        'react-chatbot-kit.en',
        'tdesign-chat.it',
      ]
    : []),
];
const PEOPLE = 'vue-advanced-chat-people.it';
/** One that is wanted here besides, and small. */
const MODEL = 'desk-choice.oficina';

let server: DetectPages;
let browser: ExtensionBrowser;
test.describe.configure({ mode: 'default' }); // one browser, and each page's script built once
test.beforeAll(async () => {
  [server, browser] = await Promise.all([startDetectPages({ wanted: [...COMPONENTS, PEOPLE] }), launchChromium()]);
  await withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(of: object): Promise<void> } } };
      };
      await chrome.storage.local.set({ profilesOff: ['*'] });
    }),
  );
});
test.afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
});

/** Opens a labelled page, talks in it, and gives what is there and what is found once as much is complete. */
async function talk(id: string) {
  const labelled = server.pages.find((page) => page.id === id);
  if (!labelled) throw new Error(`There is no page ${id}.`);
  await forgetSites(browser);
  const page: Page = await browser.context.newPage();
  await page.goto(server.url + labelled.path);
  await learnerArrives(browser, page);
  await labelled.drive(page);
  return { page, truth: await labelled.truth(page) };
}

/** Waits until all answers are found with their exact text, and nothing else is. */
async function expectAll(id: string): Promise<Page> {
  const { page, truth } = await talk(id);
  const complete = async () => {
    const listed = await listOutputs(browser, page);
    const done = listed.filter(({ state }) => state === 'complete');
    const { found, exact, wrong } = judge(id, done, truth);
    return { found, exact, wrong };
  };
  const all = truth.outputs.length;
  await expect.poll(complete).toEqual({ found: all, exact: all, wrong: 0 });
  return page;
}

for (const id of COMPONENTS.filter((each) => each !== MODEL)) {
  test(`${id}: every answer is found with its exact text, and no prompt`, async () => {
    await (await expectAll(id)).close();
  });
}

test(`people who talk to people are left alone; every answer of ${MODEL} is found meanwhile, and no prompt`, async () => {
  const people = await talk(PEOPLE);
  // By the time a conversation with a model was held and found in another tab, this one had all the time it needs.
  const model = await expectAll(MODEL);
  expect(await listOutputs(browser, people.page)).toEqual([]);
  await Promise.all([people.page.close(), model.close()]);
});
