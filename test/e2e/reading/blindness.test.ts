/** A tool whose markup has drifted from its profile: seen, read by evidence meanwhile, told to the team, and recovered. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium, openPanel, stopServiceWorker, tabIdOf } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect, loadPolicy, outputsOf } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { learnerArrives, listOutputs, scriptArrives } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD, SECOND_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const ANSWER = 'In short, that depends on the contract';
const QUESTIONS = ['When is the invoice due?', 'Who pays for the shipping?', 'How long is the warranty?'];
const POLICY = JSON.stringify({
  format: 1,
  version: '2026-11-23',
  tools: {
    add: [
      {
        id: 'desk',
        name: 'Acme desk',
        checkedAt: '2026-11-22',
        match: { hosts: ['127.0.0.1'] },
        turn: [`.${FIRST_BUILD.answer}`],
        prose: ['.said'],
        user: [`.${FIRST_BUILD.question}`],
      },
    ],
  },
});

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(async () => server.close());

/** Opens a page; it is watched then. */
async function visit(browser: ExtensionBrowser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText(/Watching this page|Not read in full/)).toBeVisible();
  await panel.close();
  return page;
}

async function ask(browser: ExtensionBrowser, page: Page, question: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => {
    document.title = 'Desk';
  });
  await page.getByLabel('Question').click();
  // It comes with the first press; what is typed before it is there, it has missed.
  await scriptArrives(browser, page, 'health');
  await page.keyboard.type(question, { delay: 40 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title === 'Desk, answered');
}

interface Told {
  type: string;
  subject: string;
  data: object;
}
async function degradations(collector: Collector, token: string): Promise<Told[]> {
  const { body } = await collector.ask(token, '/v1/events?after=0&limit=200');
  return (body as { events: Told[] }).events.filter(({ type }) => type === 'countersign.detection.degraded.v1');
}

test('a drifted tool is read by evidence, the team hears of it once and without content, and it recovers', async () => {
  const collector = await makeCollector();
  const [token, admin] = [
    await collector.createToken('acme', 'marta', 'reporter'),
    await collector.createToken('acme', 'luca', 'admin'),
  ];
  await collector.start();
  const browser = await launchChromium();
  await connect(browser, collector.url, token);
  await loadPolicy(browser, POLICY);
  server.page('/chat', chatPage(SECOND_BUILD));
  const page = await visit(browser, `${server.url}/chat`);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Countersign knows how to read Acme desk')).toBeVisible();

  await ask(browser, page, QUESTIONS[0] ?? '');
  await expect(panel.getByText('Not read in full')).toBeVisible();
  await expect(panel.getByText('Countersign did not find the last answer of Acme desk')).toBeVisible();
  await expect(panel.getByText('Ask one more question')).toBeVisible();

  await learnerArrives(browser, page);
  await ask(browser, page, QUESTIONS[1] ?? '');
  const outputs = await outputsOf(browser, page, 2);
  for (const { text } of outputs) expect(text).toContain(ANSWER);
  await expect(panel.getByText('Meanwhile answers are told by how they arrive')).toBeVisible();

  await expect.poll(async () => (await degradations(collector, admin)).length).toBe(1);
  const [told] = await degradations(collector, admin);
  expect(told).toMatchObject({
    subject: server.url,
    data: { facts: { tool: 'desk', toolName: 'Acme desk', reason: 'nothingFound' } },
  });
  expect(Object.keys(told?.data ?? {})).toEqual(['facts']);
  const wire = JSON.stringify(told);
  for (const word of ['/chat', 'invoice', 'contract']) expect(wire).not.toContain(word);

  // Another tab of the same site is read by what was learned, at once, and there is no second event.
  await stopServiceWorker(browser);
  const other = await visit(browser, `${server.url}/chat?other`);
  await ask(browser, other, QUESTIONS[2] ?? '');
  await outputsOf(browser, other, 1);
  await other.close();

  const second = await launchChromium();
  await connect(second, collector.url, admin);
  const options = await second.open('options.html');
  await expect(options.locator(`[data-team-health="${server.url} desk"]`)).toContainText('in 1 browser');
  await second.close();

  server.page('/chat', chatPage(FIRST_BUILD));
  await page.reload();
  await ask(browser, page, QUESTIONS[0] ?? '');
  await expect(panel.getByText('Countersign knows how to read Acme desk')).toBeVisible();
  const [recovered] = await outputsOf(browser, page, 1);
  expect(recovered?.tool).toBe('desk');
  expect(await degradations(collector, admin)).toHaveLength(1);
  const health = (await browser.open('options.html#reading')).locator(`[data-health="${server.url} desk"]`);
  await expect(health).toContainText('Read as known');
  await expect(health).toContainText(/\d answers? looks? missed/);
  await expect(health).toContainText('Last change for the worse');
  await browser.close();
  await collector.remove();
});

test('a known tool by its address, in Italian; the user may have it read as known again', async () => {
  const browser = await launchChromium({ locale: 'it' });
  const page = await browser.context.newPage();
  await page.route('https://chatgpt.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: chatPage(SECOND_BUILD) }),
  );
  await page.goto('https://chatgpt.com/c/secret-conversation');
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Countersign sa leggere')).toBeVisible();
  await ask(browser, page, QUESTIONS[0] ?? '');
  await expect(panel.getByText('Letto solo in parte')).toBeVisible();
  await expect(panel.getByText('Countersign non ha trovato l’ultima risposta di ChatGPT')).toBeVisible();
  await learnerArrives(browser, page);
  await ask(browser, page, QUESTIONS[1] ?? '');
  await outputsOf(browser, page, 2);
  const options = await browser.open('options.html');
  const health = options.locator('[data-health="https://chatgpt.com chatgpt"]');
  await expect(health).toContainText('Risposte riconosciute da come arrivano');
  // Both prompts are judged: none is left that would begin it anew.
  await expect(health).toContainText('2 risposte sembrano sfuggite');
  await health.getByRole('button').click();
  await expect(health).toHaveCount(0);
  await expect(panel.getByText('Countersign sa leggere')).toBeVisible();
  await expect.poll(() => listOutputs(browser, page)).toEqual([]);
  await browser.close();
});

nightly(
  'a profile that finds turns and no text in them is degraded by the second one, and evidence takes over',
  async () => {
    const browser = await launchChromium();
    await loadPolicy(browser, POLICY.replace('".said"', '".gone"').replace('"prose"', '"proseRequired":true,"prose"'));
    server.page('/chat', chatPage(FIRST_BUILD));
    const page = await visit(browser, `${server.url}/chat`);
    const panel = await openPanel(browser, await tabIdOf(browser, page));
    const options = await browser.open('options.html');
    const health = options.locator(`[data-health="${server.url} desk"]`);
    await ask(browser, page, QUESTIONS[0] ?? '');
    await expect(health).toContainText('1 answer looks missed');
    await expect(panel.getByText('Countersign knows how to read Acme desk')).toBeVisible();
    await ask(browser, page, QUESTIONS[1] ?? '');
    await expect(panel.getByText('finds answers of Acme desk here, but no text in them')).toBeVisible();
    await learnerArrives(browser, page);
    await ask(browser, page, QUESTIONS[2] ?? '');
    for (const { text } of await outputsOf(browser, page, 3)) expect(text).toContain(ANSWER);
    await browser.close();
  },
);

test('a profile that works is not doubted: neither for its answers nor for a page that shows what was typed', async () => {
  const browser = await launchChromium();
  await loadPolicy(browser, POLICY);
  server.page('/chat', chatPage(FIRST_BUILD));
  server.page(
    '/search',
    `<!doctype html><title>Search</title><main><input aria-label="Question"><section></section></main><script>
    const field = document.querySelector('input');
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      const words = field.value;
      field.value = '';
      document.querySelector('section').innerHTML = '<h2></h2>' + '<p>One of the many results that this page has found for it.</p>'.repeat(5);
      document.querySelector('h2').textContent = words;
      document.title = 'Desk, answered';
    });</script>`,
  );
  const page = await visit(browser, `${server.url}/chat`);
  await ask(browser, page, QUESTIONS[0] ?? '');
  await ask(browser, page, QUESTIONS[1] ?? '');
  await outputsOf(browser, page, 2);
  const options = await browser.open('options.html');
  const health = options.locator(`[data-health="${server.url} desk"]`);
  await expect(health).toContainText('1 answer seen · answers found to 2 of 2 prompts · way of reading, version');

  const search = await visit(browser, `${server.url}/search`);
  await ask(browser, search, QUESTIONS[2] ?? '');
  await expect(health).toContainText('answers found to 2 of 3 prompts');
  await expect(health).toContainText('Read as known');
  await expect(health).not.toContainText('Not read in full');
  await browser.close();
});
