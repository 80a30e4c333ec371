/** A policy over the tool profiles: adds, patches, switches off, has watched; a bad one changes nothing. */
import type { Locator, Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium, openPanel, stopServiceWorker, tabIdOf } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { outputsOf } from '../harness/flows.ts';
import { learnerArrives, listOutputs } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const PAST: [string, string][] = [
  ['How long is the warranty?', 'The warranty lasts two years from the day of delivery, batteries excepted.'],
  ['Who pays for shipping?', 'Shipping is paid by the seller for orders above fifty euros within the country.'],
];
const ANSWERS = PAST.map(([, answer]) => answer);
/** Two turns in the markup of a tool that is known by its markers. */
const KNOWN = `<!doctype html><meta charset="utf-8"><title>Known</title><main>
<div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user">How long?</div></div>
<div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant"><div class="markdown">Two years from the day of delivery.</div></div></div></main>`;

const DESK = {
  id: 'desk',
  name: 'Acme desk',
  checkedAt: '2026-11-22',
  match: { hosts: ['127.0.0.1'], paths: ['^/past'] },
  turn: [`.${FIRST_BUILD.answer}`],
  prose: ['.said'],
  user: [`.${FIRST_BUILD.question}`],
};
const policyOf = (tools: object, version = '2026-11-23') => JSON.stringify({ format: 1, version, tools });

let browser: ExtensionBrowser;
let server: TestServer;

test.beforeEach(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
  server.page('/past', chatPage(FIRST_BUILD, PAST));
  server.page('/known', KNOWN);
});
test.afterEach(async () => {
  await browser.close();
  await server.close();
});

async function visit(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}${path}`);
  return page;
}
const texts = async (page: Page) => (await listOutputs(browser, page)).map(({ text }) => text);

async function openTools(): Promise<{ options: Page; tools: Locator }> {
  const options = await browser.open('options.html');
  return { options, tools: options.locator('#tools') };
}

/** Loads a policy by pasting it into an open options page. */
async function load(tools: Locator, policy: string): Promise<void> {
  await tools.getByLabel('Load rules').fill(policy);
  await tools.getByRole('button', { name: 'Load', exact: true }).click();
}

test('an in-house tool that a policy adds is read in the tab that is open, and after a restart', async () => {
  const page = await visit('/past');
  const { tools } = await openTools();
  await expect(tools).toContainText('No rules are in force');
  expect(await texts(page)).toEqual([]);
  await load(tools, policyOf({ add: [DESK] }));
  await expect(tools.locator('[data-policy]')).toContainText('Rules, version 2026-11-23 · loaded here');
  await expect.poll(() => texts(page)).toEqual(ANSWERS);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Countersign knows how to read Acme desk')).toBeVisible();
  const row = tools.locator('[data-tool="desk"]');
  await expect(row).toContainText('By your rules');
  await expect(row).toContainText('Last checked Nov 22, 2026 · version');

  await stopServiceWorker(browser);
  const again = await visit('/past?again');
  expect((await outputsOf(browser, again, 2)).map(({ tool }) => tool)).toEqual(['desk', 'desk']);
});

test('a patch mends a known profile, and removing the policy, which can be undone, takes it back', async () => {
  const page = await visit('/past');
  const { tools } = await openTools();
  const patch = { match: { hosts: ['127.0.0.1'] }, turn: DESK.turn, prose: DESK.prose, user: DESK.user };
  await load(tools, policyOf({ patch: { poe: patch } }));
  const outputs = await outputsOf(browser, page, 2);
  expect(outputs.map(({ tool, text }) => `${tool}: ${text}`)).toEqual(ANSWERS.map((text) => `poe: ${text}`));
  await expect(tools.locator('[data-tool="poe"]')).toContainText('Changed by your rules');
  await tools.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => texts(page)).toEqual([]);
  await expect(tools.locator('[data-tool="poe"]')).not.toContainText('Changed by your rules');
  await tools.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(ANSWERS);
});

test('a tool that the policy or the user switches off is read no more, in the open tab', async () => {
  const page = await visit('/known');
  await outputsOf(browser, page, 1);
  const { tools } = await openTools();
  const row = tools.locator('[data-tool="chatgpt"]');
  await tools.getByRole('button', { name: 'Switch ChatGPT off' }).click();
  await expect(row).toContainText('Switched off');
  await expect.poll(() => texts(page)).toEqual([]);
  await tools.getByRole('button', { name: 'Switch ChatGPT on' }).click();
  await outputsOf(browser, page, 1);

  const file = {
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(policyOf({ off: ['chatgpt'] })),
  };
  await tools.locator('input[type="file"]').setInputFiles(file);
  await expect(row).toContainText('Switched off by your rules');
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect.poll(() => texts(page)).toEqual([]);
});

test('pages of a known host that are none of the tool are watched by evidence only where the policy says so', async () => {
  server.page('/other', chatPage(FIRST_BUILD));
  const page = await visit('/other');
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  const { tools } = await openTools();
  await load(tools, policyOf({ add: [DESK] }));
  await expect(panel.getByText('Not watching this page')).toBeVisible();
  await load(tools, policyOf({ add: [DESK], watch: ['127.0.0.1'] }, '2'));
  await expect(panel.getByText('Watching this page')).toBeVisible();
  await page.bringToFront();
  await learnerArrives(browser, page);
  await page.getByLabel('Question').click();
  await page.keyboard.type('When is the invoice due?', { delay: 40 });
  await page.keyboard.press('Enter');
  const [output] = await outputsOf(browser, page, 1);
  expect(output?.text).toContain('that depends on the contract');
});

test('a bad policy is refused as a whole with every reason, and the last good one stays', async () => {
  const page = await visit('/past');
  const { options, tools } = await openTools();
  await load(tools, policyOf({ add: [DESK] }, 'good'));
  await outputsOf(browser, page, 2);
  const refusal = tools.getByText('These rules were refused.').locator('xpath=../..');

  await load(tools, '{ "format": 1,');
  await expect(refusal).toContainText('This is not JSON');
  await load(
    tools,
    policyOf(
      {
        add: [{ ...DESK, turn: ['.bot-row:bogus'], conversation: ['(a+)+$'] }],
        patch: { chatgpt: { turns: [] } },
        off: ['chatgpt', 'nobody'],
      },
      'bad',
    ),
  );
  await expect(refusal).toContainText('tools.add.desk.turn.1: no CSS selector: .bot-row:bogus (Unknown pseudo-class');
  await expect(refusal).toContainText('tools.add.desk.conversation.1: this regular expression could take for ever');
  await expect(refusal).toContainText('tools.patch.chatgpt.turns: there is no such field');
  await expect(refusal).toContainText('tools.off.2: there is no tool called nobody');
  await expect(refusal).toContainText('The rules from before stay in force, all of them.');
  await expect(tools.locator('[data-policy="good"]')).toBeVisible();
  await expect(tools.locator('[data-tool="chatgpt"]')).not.toContainText('Switched off');
  await expect.poll(() => texts(page)).toEqual(ANSWERS);

  await stopServiceWorker(browser);
  await options.reload();
  await expect(refusal).toContainText('tools.off.2');
  expect((await outputsOf(browser, await visit('/past?again'), 2)).length).toBe(2);
  await load(tools, policyOf({ add: [DESK] }, 'mended'));
  await expect(refusal).toHaveCount(0);
  await expect(tools.locator('[data-policy="mended"]')).toBeVisible();
});
