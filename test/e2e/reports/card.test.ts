/** Where badge and card stand: in view, beside the text, movable, at every size of a window. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { withNights } from '../../nightly.ts';
import { withExtension } from '../harness/chromium.ts';
import { type Box, deepBoxes, deepClick, deepEvaluate, deepGone, deepText, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { badge, closeCard, flag } from '../harness/flows.ts';
import { longPage } from '../harness/pages/long-page.ts';
import { selectParagraph } from '../harness/select.ts';
import { stage } from '../harness/stage.ts';

const here = stage();

/** Sizes at which the card was found to be cut off or to cover the answer; the second is 1280x600 at 200 % zoom. */
const SIZES = withNights(
  [
    { width: 1280, height: 600, isWide: true },
    { width: 640, height: 300, isWide: false },
  ],
  { width: 600, height: 700, isWide: false },
);

const only = async (page: Page, selector: string): Promise<Box> => {
  await deepWait(page, selector);
  const [box] = await still(() => deepBoxes(page, selector));
  if (!box) throw new Error(`${selector} is not drawn`);
  return box;
};

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What is drawn of an element is all of it, within the window and what scrolls around it. */
const NOT_CUT = `(() => { const box = this.getBoundingClientRect(); const hit = this.getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight && (this === hit || this.contains(hit)); })()`;

/** What scrolls around an element cuts through it above. */
const CUT_ABOVE = `(() => { const [box, around] = [this, this.closest('.body')].map((each) => each.getBoundingClientRect());
  return box.top < around.top - 1 && box.bottom > around.top + 1; })()`;

for (const { width, height, isWide } of SIZES)
  test(`the card at ${width}x${height}: within the window, nothing cut off, and beside the text where there is room`, async () => {
    const page = await here.spying(`/size-${width}`);
    await page.setViewportSize({ width, height });
    await deepClick(page, badge('unreviewed'));
    await deepWait(page, '[data-category="factual"]');
    const card = await only(page, '.card');
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(width);
    expect(card.y + card.height).toBeLessThanOrEqual(height);
    // Where it comes from, the way to the panel, the handle and the cross are in view without scrolling.
    for (const part of [
      '.trace h3',
      '.origin',
      '[data-action="panel"]',
      '[data-action="move"]',
      '[data-action="close"]',
    ])
      await expect.poll(() => deepEvaluate<boolean>(page, part, NOT_CUT), { message: part }).toEqual([true]);
    const text = await page.locator('.markdown').boundingBox();
    if (isWide) expect(text && meet(card, text)).toBe(false);
    // The next step comes into view by itself, and nothing of it is cut off; the page behind stays where it was.
    await deepClick(page, '[data-action="more"]');
    await deepClick(page, '[data-category="other"]');
    await deepWait(page, '[data-severity="critical"]');
    for (const severity of ['neutral', 'critical']) {
      const isWhole = () => deepEvaluate<boolean>(page, `[data-severity="${severity}"]`, NOT_CUT);
      await expect.poll(isWhole, { message: severity }).toEqual([true]);
    }
    for (const part of ['.status', '.flagHead', '.chip', '.example', '.severities'])
      expect((await deepEvaluate<boolean>(page, part, CUT_ABOVE)).filter(Boolean), part).toEqual([]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await closeCard(page);
    await page.close();
  });

test('the card is moved by its head and by the arrow keys, and stays within the window', async () => {
  const page = await here.spying('/moved');
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-category="factual"]');
  const from = await only(page, '.card');
  const head = await only(page, '.card h2');
  await page.mouse.move(head.x + 20, head.y + 5);
  await page.mouse.down();
  await page.mouse.move(head.x - 80, head.y + 45, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await only(page, '.card')).x).toBe(from.x - 100);
  await expect.poll(async () => (await only(page, '.card')).y).toBe(from.y + 40);
  await page.mouse.move(head.x - 80, head.y + 45);
  await page.mouse.down();
  await page.mouse.move(2_000, 2_000, { steps: 3 });
  await page.mouse.up();
  const corner = await only(page, '.card');
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(corner.x + corner.width).toBeLessThanOrEqual(width);
  expect(corner.y + corner.height).toBeLessThanOrEqual(height);
  // It stays where it was put while the page scrolls, and the keyboard moves it on.
  await page.mouse.move(100, 300);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
  expect(await only(page, '.card')).toEqual(corner);
  await deepEvaluate(page, '[data-action="move"]', 'this.focus()');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => only(page, '.card')).toMatchObject({ x: corner.x - 24, y: corner.y - 24 });
  await closeCard(page);
  await page.close();
});

test('what this person chooses most is offered first, the rest one key away', async () => {
  const categories = () => deepEvaluate<string>(page, '.flag [data-category]', 'this.dataset.category');
  const before = await here.spying('/often-0');
  await flag(before, 'privacy', 'minor');
  await closeCard(before);
  await before.close();
  const page = await here.spying('/often-1');
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-category]');
  const first = await categories();
  expect(first).toHaveLength(5);
  expect(first[0]).toBe('privacy');
  await deepEvaluate(page, '[data-action="more"]', 'this.focus()');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await categories()).length).toBe(13);
  expect((await categories()).slice(0, 5)).toEqual(first);
  const focused = () => deepEvaluate<boolean>(page, '.flag [data-category]', 'this.matches(":focus")');
  await expect.poll(async () => (await focused()).indexOf(true)).toBe(5);
  await closeCard(page);
  await page.close();
});

test('the card says the key as it is set; the welcome page too, with a first flag to practise and what comes next', async () => {
  const page = await here.spying('/key');
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-shortcut], [data-action="set-shortcut"]');
  const key = await withExtension(here.browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
      };
      return (await chrome.commands.getAll()).find(({ name }) => name === 'flag')?.shortcut;
    }),
  );
  if (key) await expect.poll(() => deepText(page, '[data-shortcut]')).toContain(key);
  else await expect.poll(() => deepText(page, '[data-action="set-shortcut"]')).toContain('Set a key');
  await closeCard(page);
  await page.close();
  const welcome = await here.browser.open('welcome.html');
  await expect(welcome.locator('[data-shortcut]')).toContainText(key || 'No key is set');
  // The same page has an answer to practise on, by keys alone; what is done is kept, and what is next is said.
  await welcome.locator('[data-stage="start"] button').focus();
  await welcome.keyboard.press('Enter');
  await expect(welcome.locator('[data-category="factual"]')).toBeFocused();
  await welcome.locator('[data-category="style"]').click();
  await expect(welcome.getByText('Compare the answer with the product sheet')).toBeVisible();
  await welcome.locator('[data-category="factual"]').press('Enter');
  await expect(welcome.locator('[data-severity="neutral"]')).toBeFocused();
  await welcome.locator('[data-severity="major"]').press('Enter');
  await expect(welcome.getByText('That was a flag')).toBeVisible();
  await expect(welcome.locator('[data-next="connect"]')).toBeVisible();
  await expect(welcome.getByRole('link', { name: 'Next step: Connect to your team' })).toBeFocused();
  await welcome.keyboard.press('Enter');
  await expect(welcome.locator('[data-step="connect"] a')).toBeInViewport();
  await welcome.reload();
  await expect(welcome.locator('[data-step="practice"]')).toHaveAttribute('data-done', 'true');
  await welcome.close();
});

for (const scrolls of withNights<'window' | 'box'>(['box'], 'window'))
  test(`the badge of a long answer stays in view while the ${scrolls} scrolls`, async () => {
    const page = await here.browser.context.newPage();
    await page.goto(here.server.page(`/long-${scrolls}`, longPage(scrolls)));
    const start = await only(page, 'button[data-status]');
    for (const paragraph of [12, 25, 36]) {
      await page.locator(`#p${paragraph}`).evaluate((element) => element.scrollIntoView({ block: 'start' }));
      // It follows with the page's next frame.
      const place = async () => {
        const { x, y } = await only(page, 'button[data-status]');
        return { x, isAtTop: y >= 0 && y < 120 };
      };
      await expect.poll(place).toEqual({ x: start.x, isAtTop: true });
    }
    await deepClick(page, 'button[data-status]');
    await deepWait(page, '.card');
    await closeCard(page);
    // With the answer it goes.
    const scroller = scrolls === 'box' ? 'document.querySelector("main")' : 'document.documentElement';
    await page.evaluate(`${scroller}.scrollTo(0, 1e6)`);
    await deepGone(page, 'button[data-status]');
    await page.close();
  });

test('the bar at a selection is there once words are selected, and goes when they are copied', async () => {
  const page = await here.spying('/bar');
  await page.bringToFront();
  await selectParagraph(page, 1);
  await deepWait(page, '.flagBar');
  await page.keyboard.press('Control+C');
  await deepGone(page, '.flagBar');
  // Another one: pressed on what is selected, the mouse drags it.
  await selectParagraph(page, 0);
  await deepWait(page, '.flagBar');
  await deepClick(page, '.flagBar');
  await deepWait(page, '[data-passage]');
  await page.close();
});
