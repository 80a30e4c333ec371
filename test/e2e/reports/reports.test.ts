/** Reports in detail: several passages with notes, praise, what is sent, undo, others who saw it, and hearing back. */
import type { Frame, Page } from 'playwright';
import { test } from 'playwright/test';
import {
  type ExtensionBrowser,
  endTimeToUndo,
  giveTimeToUndo,
  launchChromium,
  withExtension,
} from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import {
  deepAttributes,
  deepBoxes,
  deepClick,
  deepCount,
  deepGone,
  deepText,
  deepTexts,
  deepWait,
} from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, choose, closeCard, composeFrame, connect, flag, panelFor } from '../harness/flows.ts';
import { spyingPage } from '../harness/pages/hostile-page.ts';
import { selectParagraph } from '../harness/select.ts';
import { startServer, type TestServer } from '../harness/server.ts';

/** How long a fresh report is held where nothing is to be done to it meanwhile. */
const HELD_MS = 3_000;

let server: TestServer;
let collector: Collector;
let anna: ExtensionBrowser;
let bruno: ExtensionBrowser;
let annasToken: string;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = await startServer();
  collector = await makeCollector();
  annasToken = await collector.createToken('acme', 'anna', 'reporter');
  const brunos = await collector.createToken('acme', 'bruno', 'reviewer');
  await collector.start();
  [anna, bruno] = await Promise.all([launchChromium(), launchChromium()]);
  await connect(anna, collector.url, annasToken);
  await connect(bruno, collector.url, brunos);
});
test.afterAll(async () => {
  await Promise.all([anna.close(), bruno.close()]);
  await collector.remove();
  await server.close();
});

async function open(browser: ExtensionBrowser, path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(path, spyingPage(path)));
  await deepWait(page, 'button[data-status]');
  return page;
}

test('several passages, also such as are selected while the card is open, each with a note of its own', async () => {
  const page = await open(anna, '/passages');
  await selectParagraph(page, 0);
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-passage]');
  await selectParagraph(page, 1);
  await expect.poll(() => deepCount(page, '[data-passage]')).toBe(2);
  await expect.poll(() => deepText(page, '.spoken')).toContain('Words added to the report: Sed do');
  // A passage that was left out comes back.
  await deepClick(page, '[data-passage] button', 1);
  await expect.poll(() => deepCount(page, '[data-passage]')).toBe(1);
  await deepClick(page, '[data-action="unremove"]');
  await expect.poll(() => deepCount(page, '[data-passage]')).toBe(2);
  // What was chosen is still there when the card was closed on the way.
  await deepClick(page, '[data-category="factual"]');
  await page.mouse.click(900, 740);
  await deepGone(page, '.card');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await deepClick(page, badge('unreviewed'));
  await expect.poll(() => deepCount(page, '[data-passage]')).toBe(2);
  await deepClick(page, '[data-action="another"]');
  await choose(page, 'style');
  await expect.poll(() => deepText(page, '[data-category="factual"]')).toContain('counts most');
  await deepClick(page, '[data-severity="minor"]');
  await deepClick(page, '.sent [data-action="comment"]');
  const frame = await composeFrame(page);
  await frame.locator('textarea').nth(0).fill('Two things.');
  await frame.locator('textarea').nth(1).fill('The first note.');
  await frame.locator('textarea').nth(2).fill('The second note.');
  await frame.getByRole('button', { name: 'Save' }).click();
  await closeCard(page);
  const mine = await panelFor(anna, page, 'My reports');
  const report = mine.locator('[data-report-id]').first();
  await expect(report).toContainText('Wrong or invented fact · Tone, language or format');
  for (const words of ['Quokka', 'Sed do', 'The first note.', 'The second note.', 'Two things.'])
    await expect(report).toContainText(words);
  await Promise.all([mine.close(), page.close()]);
});

test('praise takes one click, asks for no decision, and can be taken back', async () => {
  await giveTimeToUndo(anna);
  const page = await open(anna, '/praise');
  await deepClick(page, badge('unreviewed'));
  await deepClick(page, '[data-action="praise"]');
  await deepWait(page, '[data-action="undo"]');
  await expect.poll(() => deepText(page, '.sent')).toContain('Thank you');
  await expect.poll(() => deepText(page, '.status')).toContain('found good by 1 person');
  await expect.poll(() => deepText(page, '.status')).toContain('Nobody has reviewed this answer yet.');
  expect(await deepCount(page, badge('reported'))).toBe(0);
  await deepClick(page, '[data-action="undo"]');
  await deepGone(page, '.sent');
  await expect.poll(() => deepText(page, '.status')).not.toContain('found good');
  await giveTimeToUndo(anna, HELD_MS);
  await page.close();
});

/** The next preview that is asked for is refused, as by a background that is just being restarted. */
const refusePreview = (frame: Frame) =>
  frame.evaluate(() => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Asking } } }).chrome;
    const real = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async (asked) => {
      if (asked.type !== 'compose.preview') return real(asked);
      runtime.sendMessage = real;
      return undefined;
    };
  });
type Asking = (asked: { type: string }) => Promise<unknown>;

test('a preview that failed once is shown once it can be made', async () => {
  await giveTimeToUndo(anna);
  const page = await open(anna, '/preview');
  await flag(page, 'style', 'minor');
  await deepClick(page, '.sent [data-action="comment"]');
  const frame = await composeFrame(page);
  await refusePreview(frame);
  await frame.getByText('What will be sent').click();
  await expect(frame.getByRole('alert')).toBeVisible();
  await expect(frame.locator('[data-preview]')).toHaveCount(0);
  await frame.locator('textarea').first().fill('Too stiff.');
  await expect(frame.locator('[data-preview]')).toContainText('Too stiff.');
  await expect(frame.getByRole('alert')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Save' }).click();
  await giveTimeToUndo(anna, HELD_MS);
  await page.close();
});

test('what will be sent is exactly what is sent, with personal data masked', async () => {
  await giveTimeToUndo(anna);
  const page = await open(anna, '/sent');
  await flag(page, 'privacy', 'major');
  await deepClick(page, '.sent [data-action="comment"]');
  const frame = await composeFrame(page);
  await frame
    .locator('textarea')
    .first()
    .fill('Ask mario.rossi@example.com, +39 347 123 4567, IBAN IT60 X054 2811 1010 0000 0123 456, RSSMRA85T10A562S.');
  await frame.getByText('What will be sent').click();
  await expect(frame.locator('[data-preview]')).toContainText('It goes to the team acme');
  const masked = 'Ask [e-mail], [phone], IBAN [IBAN], [tax code].';
  await expect(frame.locator('[data-preview]')).toContainText(masked);
  await frame.getByText('Exactly as it travels').click();
  const json = (await frame.locator('[data-json]').textContent()) ?? '';
  expect(json).not.toMatch(/mario|347 123|0123 456|RSSMRA/);
  await frame.getByRole('button', { name: 'Save' }).click();
  await deepGone(page, 'iframe.compose');
  const previewed = JSON.parse(json) as Sent[];
  const sent = async () => {
    const events = await eventsOf('/sent');
    return events.map(({ type, data }) => ({ type, facts: data.facts, content: data.sealed?.content }));
  };
  await endTimeToUndo(anna);
  await expect.poll(async () => (await sent()).length).toBe(previewed.length);
  await expect.poll(sent).toEqual(previewed);
  await giveTimeToUndo(anna, HELD_MS);
  // Afterwards too: the same, from the card.
  await deepClick(page, '[data-action="preview"]');
  await expect((await composeFrame(page)).locator('[data-preview]')).toContainText(masked);
  await page.close();
});

interface Sent {
  type: string;
  facts: object;
  content?: object;
}
interface Travelled {
  type: string;
  subject: string;
  data: { facts: { trace?: { pageUrl: string } }; sealed?: { content: object } };
}

/** What the collector holds of the output on one page. */
async function eventsOf(path: string): Promise<Travelled[]> {
  const response = await fetch(`${collector.url}/v1/events?limit=1000`, {
    headers: { authorization: `Bearer ${annasToken}` },
  });
  const { events } = (await response.json()) as { events: Travelled[] };
  const subject = events.find(({ data }) => data.facts.trace?.pageUrl.endsWith(path))?.subject;
  return events.filter((event) => event.subject === subject);
}

test('withdrawing and changing can be undone', async () => {
  const page = await open(anna, '/undo');
  await flag(page, 'style', 'minor');
  await closeCard(page);
  await deepClick(page, badge('reported'));
  await deepClick(page, '[data-report-id] [data-action="withdraw"]');
  await deepWait(page, '[data-fate="withdrawn"]');
  await deepWait(page, badge('unreviewed'));
  await deepClick(page, '[data-action="revert"]');
  await deepWait(page, badge('reported'));
  await deepClick(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-severity="critical"]');
  await expect.poll(() => deepText(page, '[data-report-id]')).toContain('Critical');
  await deepClick(page, '[data-action="revert"]');
  await expect.poll(() => deepText(page, '[data-report-id]')).toContain('Minor');
  await page.close();
});

const joinedIn = (queue: Page) => queue.locator('[data-output-hash]', { hasText: '/joined' });
const annasIn = (queue: Page) => queue.locator('article', { hasText: 'by anna' });

test('a second report joins the first, both reporters hear back, and one disputes what she hears', async () => {
  const annas = await open(anna, '/joined');
  await flag(annas, 'factual', 'major');
  await closeCard(annas);
  const brunos = await open(bruno, '/joined');
  await expect.poll(() => deepAttributes(brunos, 'button[data-status]', 'data-status')).toContain('reported');
  await flag(brunos, 'outdated', 'minor', 0, 'reported');
  await closeCard(brunos);
  await deepClick(annas, badge('reported'));
  await expect
    .poll(async () => (await deepTexts(annas, '[data-report-id]')).join())
    .toContain('also seen by 1 other person');
  await expect.poll(() => deepAttributes(annas, '[data-fate]', 'data-fate')).toEqual(['received']);
  // What she said comes before what else she could say.
  const comesFirst = async () => {
    const [[own], [form]] = [await deepBoxes(annas, '.own'), await deepBoxes(annas, '.flag')];
    return own && form && own.y < form.y;
  };
  await expect.poll(comesFirst).toBe(true);
  await closeCard(annas);
  expect(await badgeCount(anna)).toBe('');
  const declining = await panelFor(bruno, undefined, 'Queue');
  await expect(joinedIn(declining)).toContainText('2 reports');
  await joinedIn(declining).locator('button').first().click();
  await expect(annasIn(declining)).toBeVisible();
  await declining.getByRole('radio', { name: 'Approve', exact: true }).check();
  await declining.getByRole('button', { name: 'Record decision' }).click();

  // Once she may say that it is wrong all the same; whoever decides reads why.
  const declined = await panelFor(anna, undefined, 'My reports');
  const hers = declined.locator('[data-report-id]', { hasText: '/joined' });
  await expect(hers).toContainText('Declined. The answer may be used as it is.');
  await hers.getByText('Dispute this', { exact: true }).click();
  await hers.getByLabel('Why it is wrong all the same').fill('The list of June says 40.');
  await hers.getByRole('button', { name: 'Dispute', exact: true }).click();
  await expect(hers).toContainText('You disputed this. Somebody will look at it again.');
  await expect(hers.getByText('Dispute this', { exact: true })).toHaveCount(0);
  await Promise.all([declined.close(), declining.close()]);
  const queue = await panelFor(bruno, undefined, 'Queue');
  await expect(joinedIn(queue)).toContainText('Disputed');
  await joinedIn(queue).locator('button').first().click();
  await expect(annasIn(queue)).toContainText('The list of June says 40.');
  await queue.getByRole('radio', { name: 'Block', exact: true }).check();
  await queue.locator('[name="note"]').fill('It is 40.');
  await queue.getByRole('button', { name: 'Record decision' }).click();
  // Anna hears of it without opening anything; who decided has nothing to hear.
  await expect.poll(() => badgeCount(anna)).toBe('1');
  expect(await badgeCount(bruno)).toBe('');
  const mine = await panelFor(anna, undefined, 'My reports');
  const answered = mine.locator('[data-report-id]', { hasText: 'It is 40.' });
  await expect(answered).toContainText('Agreed. The answer must not be used.');
  await expect(answered).toContainText('New');
  // She sees which answer it was about, and no queue that is not hers.
  await expect(answered.locator('[data-answer]')).toContainText('/joined');
  await expect(mine.getByRole('tab')).toHaveCount(2);
  await expect.poll(() => badgeCount(anna)).toBe('');
  await Promise.all([annas.close(), brunos.close(), queue.close(), mine.close()]);
});

/** What stands on the toolbar button. */
const badgeCount = (browser: ExtensionBrowser): Promise<string> =>
  withExtension(browser, (inside) =>
    inside.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } };
      return chrome.action.getBadgeText({});
    }),
  );
