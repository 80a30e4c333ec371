/** A flagged passage, seen again from the panel: in the page as it was, as it changed, in frames and in shadow roots. */
import type { Frame, Page } from 'playwright';
import { test } from 'playwright/test';
import { bundle } from '../../bundle.ts';
import { answerOf } from '../../live/answers.ts';
import type { Answer } from '../../live/drawn/page.ts';
import { type Live, startLive } from '../../live/server.ts';
import { withNights } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepBoxes, deepClick, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { ask, badge, type ChatPage, closeCard, flag, outputsOf, panelFor } from '../harness/flows.ts';
import { chat, FILLER, REFUND, SENTENCES, selectWords } from '../harness/pages/passage-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let live: Live;
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  server = await startServer();
  live = await startLive({ paceMs: 2 });
  browser = await launchChromium();
});
test.afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), live.close()]);
});

/** Selects words that stand in one text node, as a person's drag would leave them. */
const select = (frame: Page | Frame, words: string): Promise<void> => frame.evaluate(selectWords, words);

/** Words that the page shows as marked; the registry is the page's, whoever has put in what. */
const marked = (frame: Page | Frame): Promise<string> =>
  frame.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight] as Range[])
      .map(String)
      .join(''),
  );

async function flagged(path: string, id: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(path, chat(id)));
  await outputsOf(browser, page, 1);
  await select(page, REFUND);
  await flag(page, 'outdated', 'major');
  await closeCard(page);
  return page;
}

/** The page without our host elements, which are the only thing of ours in it. */
const pageHtml = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('[data-countersign]')) host.remove();
    return copy.outerHTML;
  });

const quote = (panel: Page) => panel.locator('[data-passage-state]').first();

async function show(panel: Page): Promise<void> {
  await panel.bringToFront();
  await quote(panel).getByRole('button', { name: 'Show in the page' }).click();
}

/** What the panel says of the passage once the page has changed; it asks again by itself while it is in view. */
async function becomes(panel: Page, state: string): Promise<void> {
  await panel.bringToFront();
  await expect(quote(panel)).toHaveAttribute('data-passage-state', state);
}

const setText = (page: Page, paragraphs: string[]): Promise<void> =>
  page.evaluate((texts) => {
    const prose = document.querySelector('.markdown');
    prose?.replaceChildren(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  }, paragraphs);

test('after a reload it is exact; after five changes of the page, each time what it has become', async () => {
  const page = await flagged('/c/11111111-1111-4111-8111-111111111111', 'm-states');
  await page.reload();
  await outputsOf(browser, page, 1);
  const before = await pageHtml(page);
  const panel = await panelFor(browser, page, 'My reports');
  await show(panel);
  await becomes(panel, 'exact');
  await page.bringToFront();
  await expect.poll(() => marked(page)).toBe(REFUND);
  await expect(page.getByText(REFUND)).toBeInViewport();
  // The page's own DOM is as it was: nothing was wrapped.
  expect(await pageHtml(page)).toBe(before);

  const [first, , third, last] = SENTENCES as [string, string, string, string];
  await setText(page, [`${first} ${REFUND} ${third}`, last]);
  await expect.poll(() => marked(page), { message: 'a page that draws the same anew keeps the mark' }).toBe(REFUND);
  await becomes(panel, 'exact');

  await setText(page, [`Good question. ${first} ${REFUND} ${third}`, last]);
  await becomes(panel, 'moved');
  await expect.poll(() => marked(page)).toBe(REFUND);

  const changed = REFUND.replace('five to ten', 'three to five');
  await setText(page, [`${first} ${changed} ${third}`, last]);
  await becomes(panel, 'changed');
  await expect.poll(() => marked(page)).toBe(changed);
  await expect(quote(panel).locator('del').first()).toContainText('five');
  await expect(quote(panel).locator('ins').first()).toContainText('three');

  await setText(page, [`${first} ${third}`, last]);
  await becomes(panel, 'gone');
  await expect.poll(() => marked(page)).toBe('');
  await expect(quote(panel)).toContainText(REFUND);

  await setText(page, [`Some news. ${REFUND} And more of it.`, `Elsewhere, as said: ${REFUND} That is all.`]);
  await becomes(panel, 'ask');
  await expect.poll(() => marked(page)).toBe('');
  await quote(panel).getByRole('button', { name: 'Mark this place' }).nth(1).click();
  await expect(quote(panel)).toContainText('as you chose');
  await expect.poll(() => marked(page)).toBe(REFUND);
  await Promise.all([panel.close(), page.close()]);
});

test('a click on marked words opens the card; with the panel closed the mark goes', async () => {
  const page = await flagged('/c/22222222-2222-4222-8222-222222222222', 'm-click');
  const panel = await panelFor(browser, page, 'My reports');
  await show(panel);
  await becomes(panel, 'exact');
  await page.bringToFront();
  await expect.poll(() => marked(page)).toBe(REFUND);
  await expect(page.getByText(REFUND)).toBeInViewport();
  const point = await still(() =>
    page.evaluate(() => {
      const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const { left, top, width, height } = (range as Range).getClientRects()[0] as DOMRect;
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  await page.mouse.click(point.x, point.y - 60);
  expect(await deepBoxes(page, '[data-action="close"]')).toEqual([]);
  await page.mouse.click(point.x, point.y);
  await deepWait(page, '[data-action="close"]');
  await panel.close();
  await expect.poll(() => marked(page)).toBe('');
  await page.close();
});

test('a passage in a frame, and on a page that is not open any more', async () => {
  server.page(
    '/framing',
    `<!doctype html><title>Framing</title>${FILLER}<iframe src="/c/33333333-3333-4333-8333-333333333333" style="width: 760px; height: 500px"></iframe>${FILLER}`,
  );
  const page = await flagged('/c/33333333-3333-4333-8333-333333333333', 'm-frame');
  await page.close();
  const framing = await browser.context.newPage();
  await framing.goto(`${server.url}/framing`);
  const panel = await panelFor(browser, framing, 'My reports');
  await show(panel);
  await becomes(panel, 'exact');
  await framing.bringToFront();
  const [, frame] = framing.frames();
  await expect.poll(() => frame && marked(frame)).toBe(REFUND);
  await expect(framing.frameLocator('iframe').getByText(REFUND)).toBeInViewport();
  await framing.close();

  await panel.bringToFront();
  await expect(quote(panel)).toHaveAttribute('data-passage-state', 'closed');
  const opened = browser.context.waitForEvent('page');
  await show(panel);
  const again = await opened;
  await again.waitForURL('**/c/33333333-3333-4333-8333-333333333333');
  await expect.poll(() => marked(again)).toBe(REFUND);
  await becomes(panel, 'exact');
  await Promise.all([panel.close(), again.close()]);
});

/** Pages whose nodes belong to a framework, which changes them in place, takes them away and makes them again. */
const FRAMEWORKS = withNights(['react.tsx'], 'vue.ts', 'lit.ts', 'angular.ts');

for (const file of FRAMEWORKS)
  test(`${file.split('.')[0]}: a page that is drawn anew under us goes on working, and the mark goes with it`, async () => {
    const [name = ''] = file.split('.');
    const path = server.page(
      `/c/${name}`,
      `<!doctype html><title>${name}</title><main style="max-width: 700px"></main><script src="/${file}.js"></script>`,
    );
    const code = await bundle(new URL(`../../live/drawn/${file}`, import.meta.url));
    server.route(
      `/${file}.js`,
      (_, response) => void response.writeHead(200, { 'content-type': 'text/javascript' }).end(code),
    );
    const page = await browser.context.newPage();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(path);
    const [first, , third, last] = SENTENCES as [string, string, string, string];
    const whole = `As ${name} draws it: ${first} ${REFUND} ${third}`;
    const other = `Another answer of ${name}, long enough.`;
    const draw = (...answers: string[][]) =>
      page.evaluate(
        (all) => window.draw(all.map((paragraphs, at): Answer => ({ id: `drawn-${at}`, paragraphs }))),
        answers,
      );
    const drawn = () => page.evaluate(() => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').trim());
    await draw([whole, last]);
    await outputsOf(browser, page, 1);
    await select(page, REFUND);
    await flag(page, 'outdated', 'minor');
    await closeCard(page);
    const panel = await panelFor(browser, page, 'My reports');
    await show(panel);
    await becomes(panel, 'exact');
    // Text changed in place, an answer more, the answer taken away, and drawn again.
    await draw([`Good question. ${whole}`, last], [other]);
    await becomes(panel, 'moved');
    await expect.poll(() => marked(page)).toBe(REFUND);
    await expect.poll(drawn).toBe(`Good question. ${whole} ${last} ${other}`);
    await draw();
    await expect.poll(drawn).toBe('');
    await draw([whole, last]);
    await outputsOf(browser, page, 1);
    await show(panel);
    await becomes(panel, 'exact');
    await expect.poll(() => marked(page)).toBe(REFUND);
    expect(errors).toEqual([]);
    await Promise.all([panel.close(), page.close()]);
  });

test('a mark is of the severity that the report has now', async () => {
  const page = await flagged('/c/88888888-1111-4111-8111-111111111111', 'm-severity');
  const panel = await panelFor(browser, page, 'My reports');
  await show(panel);
  await becomes(panel, 'exact');
  const looks = () => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('countersign-')));
  await expect.poll(looks).toEqual(['countersign-major']);
  await page.bringToFront();
  await deepClick(page, badge('reported'));
  await deepWait(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-severity="critical"]');
  await closeCard(page);
  await panel.bringToFront();
  await expect.poll(looks).toEqual(['countersign-critical']);
  await Promise.all([panel.close(), page.close()]);
});

/** A web component, and Vue; each with an answer of its own, since a text is the same output wherever it stands. */
const COMPONENTS = withNights<{ kind: ChatPage; answer: string; said: string }>(
  [{ kind: 'deep-chat', answer: 'en-quote', said: 'The offer holds for 30 days.' }],
  { kind: 'n8n-chat', answer: 'en-contract', said: 'The minimum volume binds us' },
);

for (const { kind, answer, said } of COMPONENTS)
  test(`${kind}: a passage in a component that draws itself`, async () => {
    const page = await browser.context.newPage();
    await page.goto(live.pageUrl(kind));
    await ask(page, kind, answerOf(answer).prompt);
    await outputsOf(browser, page, 1);
    const words = page.getByText(said).last();
    const box = await still(() => words.boundingBox());
    if (!box) throw new Error('the answer is not drawn');
    await page.mouse.move(box.x + 1, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height - 6, { steps: 5 });
    await page.mouse.up();
    await deepClick(page, badge('unreviewed'));
    await deepWait(page, '[data-passage]');
    await deepClick(page, '[data-category="outdated"]');
    await deepClick(page, '[data-severity="critical"]');
    await deepWait(page, badge('reported'));
    await closeCard(page);
    const sheetsNow = () =>
      words.evaluate((element) => (element.getRootNode() as ShadowRoot).adoptedStyleSheets.length);
    const sheets = await sheetsNow();
    const panel = await panelFor(browser, page, 'My reports');
    await show(panel);
    await becomes(panel, 'exact');
    await page.bringToFront();
    await expect.poll(() => marked(page)).toContain(said);
    // It is drawn, too: the look of marks reaches into the root, and the root has no sheet of ours.
    const colour = () =>
      words.evaluate((element) => getComputedStyle(element, '::highlight(countersign-critical)').backgroundColor);
    await expect.poll(colour).toMatch(/^rgba?\(208, 30, 50/);
    await expect.poll(sheetsNow).toBe(sheets);
    await Promise.all([panel.close(), page.close()]);
  });
