/** Text that is pasted into an editor that draws on a canvas: the warning can be seen, and the use is recorded. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { deepBoxes, deepText, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { badge, closeCard, flag } from '../harness/flows.ts';
import { scriptArrives } from '../harness/outputs.ts';
import { CANVASES, CHAT, REFUSING } from '../harness/pages/reuse-pages.ts';
import { stage } from '../harness/stage.ts';
import { eventsStored } from './stored.ts';

const here = stage();
const KNOWN = '.notice[data-known]';

const reused = async () =>
  (await eventsStored(here.browser)).filter(({ type }) => type === 'countersign.output.reused.v1').length;

/** Opens a page, presses in its middle, and pastes. */
async function pasteInto(path: string, html: string): Promise<Page> {
  const page = await here.browser.context.newPage();
  await page.goto(here.server.page(path, html));
  await scriptArrives(here.browser, page, 'teachable');
  await page.locator('#c').click({ position: { x: 90, y: 30 } });
  await page.keyboard.press('Control+V');
  return page;
}

test('the warning stands where it can be seen, and the use is recorded', async () => {
  const chat = await here.browser.context.newPage();
  await chat.goto(here.server.page('/chat', CHAT));
  await deepWait(chat, badge('unreviewed'));
  await flag(chat, 'factual', 'major');
  await closeCard(chat);
  await chat.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#answer') as Node));
  await chat.keyboard.press('Control+C');
  // A field in plain sight that takes nothing: nothing is used there.
  const refusing = await pasteInto('/refusing', REFUSING);
  await deepWait(refusing, KNOWN);
  await refusing.getByRole('button', { name: 'Other' }).click();
  for (const [at, [name, html]] of Object.entries(CANVASES).entries()) {
    const page = await pasteInto(`/canvas-${at}`, html);
    await deepWait(page, KNOWN);
    await expect.poll(() => deepText(page, KNOWN), { message: name }).toContain('Reported: Wrong or invented fact');
    const [box] = await still(() => deepBoxes(page, KNOWN));
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, name).toBe(
      true,
    );
    await expect.poll(reused, { message: name }).toBe(at + 1);
    await page.close();
  }
  await refusing.close();
  expect(await reused()).toBe(Object.keys(CANVASES).length);
});
