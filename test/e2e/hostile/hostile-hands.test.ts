/** A page that reaches for the person's hands: focus, keys, pointer; and one that floods us. Nothing typed is lost. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { FRAME_ALLOWANCE } from '../../../lib/background/outputs/quota.ts';
import { withNights } from '../../nightly.ts';
import { countCharactersAs, openPanel, tabIdOf } from '../harness/chromium.ts';
import { deepClick, deepCount, deepHover, deepText, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, composeFrame, flag } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { stage } from '../harness/stage.ts';
import { outputsStored } from '../outputs/stored.ts';

const here = stage();

/** Opens the frame for a comment on a fresh report, and types into it. */
async function commenting(page: Page, words: string) {
  await flag(page, 'factual', 'major');
  await deepClick(page, '[data-action="comment"]');
  const frame = await composeFrame(page);
  await frame.locator('textarea').click();
  await page.keyboard.type(words);
  await expect(frame.locator('[data-draft]')).toBeVisible();
  return frame;
}

test('the card is held once over something typed, and the draft is there again in another tab', async () => {
  const page = await here.spying('/hold');
  const frame = await commenting(page, 'half a thou');
  await expect.poll(() => isTyped(page)).toBe(true);
  await page.mouse.click(40, 700);
  await deepWait(page, '[data-reminder]');
  expect(await deepCount(page, 'iframe.compose')).toBe(1);
  await expect(frame.locator('textarea')).toHaveValue('half a thou');
  await expect(async () => {
    await page.mouse.click(40, 700);
    expect(await deepCount(page, 'iframe.compose')).toBe(0);
  }).toPass();
  await page.close();
  const again = await here.spying('/hold');
  await deepClick(again, badge('reported'));
  await deepWait(again, '[data-report-id] [data-action="comment"]');
  await expect.poll(() => deepText(again, '[data-report-id]')).toContain('unsaved draft');
  await deepClick(again, '[data-report-id] [data-action="comment"]');
  const restored = await composeFrame(again);
  await expect(restored.locator('textarea')).toHaveValue('half a thou');
  await expect(restored.getByText('Your draft from last time')).toBeVisible();
  await restored.locator('textarea').press('End');
  await again.keyboard.type('ght');
  await restored.getByRole('button', { name: 'Save' }).click();
  await deepWait(again, '[data-report-id]');
  await expect.poll(() => deepText(again, '[data-report-id]')).not.toContain('unsaved draft');
  await again.close();
});

nightly('a draft outlives a tab that is closed in the middle of it', async () => {
  const page = await here.spying('/closed');
  await commenting(page, 'written and left');
  await page.close({ runBeforeUnload: false });
  const again = await here.spying('/closed');
  await deepClick(again, badge('reported'));
  await deepClick(again, '[data-report-id] [data-action="comment"]');
  await expect((await composeFrame(again)).locator('textarea')).toHaveValue('written and left');
  await again.close();
});

/** Whether the card knows that something is typed: the reminder waits for this. */
const isTyped = async (page: Page): Promise<boolean> =>
  (await composeFrame(page)).evaluate(() => document.querySelector('[data-draft]') !== null);

for (const [name, times] of withNights<[string, number]>([['again and again', 10_000]], ['once', 1]))
  test(`a page that takes the focus ${name} gets no key that is typed, and the person is told`, async () => {
    const page = await here.spying(`/focus-${times}`);
    const frame = await commenting(page, 'abc');
    await page.evaluate((most) => {
      const own = document.querySelector<HTMLTextAreaElement>('#own');
      let taken = 0;
      const take = () => {
        if (taken++ < most) own?.focus();
      };
      if (most > 1) {
        own?.addEventListener('blur', () => queueMicrotask(take));
        addEventListener('blur', take);
        setInterval(take, 5);
      }
      take();
      Object.assign(window, { wasTaken: () => taken });
    }, times);
    await expect(frame.locator('[data-away]')).toContainText('The page took the focus');
    await page.keyboard.type('def', { delay: 15 });
    if (times > 1) {
      await deepWait(page, '[data-held]');
      await expect.poll(() => deepText(page, '[data-held]')).toContain('keys are held back');
    } else await expect(frame.locator('textarea')).toHaveValue('abcdef');
    expect(await page.locator('#own').inputValue()).toBe('');
    // A person who clicks into the page's own field means it.
    await page.locator('#own').click();
    await page.keyboard.type('x');
    await expect(page.locator('#own')).toHaveValue('x');
    await page.close();
  });

test('Tab stays in the compose frame', async () => {
  const page = await here.spying('/tab');
  const frame = await commenting(page, 'abc');
  for (let at = 0; at < 12; at++) {
    await page.keyboard.press('Tab');
    await expect
      .poll(() => frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body))
      .toBe(true);
  }
  await page.close();
});

test('what the pointer does in badge and card goes no further up than our host', async () => {
  const page = await here.spying('/pointer');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const target of [window, document, document.documentElement])
      for (const type of ['pointermove', 'mousemove', 'pointerdown', 'mouseup', 'click', 'wheel', 'keydown', 'focusin'])
        target.addEventListener(type, (event) => {
          if ((event.target as Element).hasAttribute?.('data-countersign')) heard.push(type);
        });
  });
  await deepHover(page, badge('unreviewed'));
  await deepClick(page, badge('unreviewed'));
  await deepHover(page, '[data-category="factual"]');
  await deepClick(page, '[data-category="factual"]');
  await page.mouse.wheel(0, 40);
  await page.keyboard.press('ArrowDown');
  await deepWait(page, '[data-severity="minor"]');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await page.close();
});

/** One answer of a page that floods us, and as how many each of its characters counts: a tenth of what a frame may have stored. */
const FLOOD = 'lorem ipsum dolor sit amet '.repeat(40);
const EACH_COUNTS = FRAME_ALLOWANCE.characters.most / 10 / FLOOD.length;

test('a page that floods us is held to an allowance, and the panel says so', async () => {
  const page = await here.spying('/flood');
  await countCharactersAs(here.browser, EACH_COUNTS);
  const beganAt = Date.now();
  await page.evaluate((words) => {
    const model = document.querySelector('[data-turn="assistant"]');
    for (let n = 0; n < 20; n++) {
      const turn = model?.cloneNode(true) as Element;
      const id = turn.querySelector<HTMLElement>('[data-message-id]');
      if (id) id.dataset.messageId = `flood-${n}`;
      const prose = turn.querySelector<HTMLElement>('.markdown');
      if (prose) prose.textContent = `${n} ${words}`;
      // All of them in view at once.
      (turn as HTMLElement).style.cssText = 'position:fixed;top:0;left:0;height:10px;overflow:hidden';
      document.querySelector('main')?.append(turn);
    }
  }, FLOOD);
  const panel = await openPanel(here.browser, await tabIdOf(here.browser, page));
  await panel.getByRole('tab', { name: 'This page' }).click();
  await expect(panel.getByText('more AI texts than Countersign takes in')).toBeVisible();
  await expect.poll(floodsStored).toBeGreaterThan(0);
  const stored = await floodsStored();
  const { most, perSecond } = FRAME_ALLOWANCE.characters;
  const allowed = most + (perSecond * (Date.now() - beganAt)) / 1_000;
  expect(stored).toBeLessThanOrEqual(allowed / EACH_COUNTS / FLOOD.length);
  await countCharactersAs(here.browser, 1);
  await panel.close();
  await page.close();
});

/** How many of the answers of the flood are stored: others are noted a while after their badge stands there. */
const floodsStored = async (): Promise<number> =>
  (await outputsStored(here.browser)).filter(({ content }) => content?.text.includes(FLOOD.trim())).length;
