/** An approved answer that is pasted elsewhere is approved there; what somebody made something else of is not. */
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepTexts, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, closeCard, decide, flag, panelFor } from '../harness/flows.ts';
import { scriptArrives } from '../harness/outputs.ts';
import { CHAT, CRM, OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});
test.afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
});

test('all of it or a part is approved; with another number, word or order it says that it has to be looked at again', async () => {
  const [chat, crm] = [await browser.context.newPage(), await browser.context.newPage()];
  await chat.goto(server.page('/chat', CHAT));
  await crm.goto(server.page('/crm', CRM));
  await deepWait(chat, badge('unreviewed'));
  await flag(chat, 'factual', 'minor');
  await closeCard(chat);
  const panel = await panelFor(browser, chat, 'Queue');
  await decide(panel, 'approve', {});
  await panel.close();
  await deepWait(chat, badge('approved'));
  await chat.evaluate(() => document.body.append(document.createElement('textarea')));

  const paste = async (words: string) => {
    await crm.goto(crm.url());
    await scriptArrives(browser, crm, 'teachable');
    await chat.bringToFront();
    await chat.locator('textarea').fill(words);
    await chat.locator('textarea').selectText();
    await chat.keyboard.press('Control+C');
    await crm.bringToFront();
    await crm.locator('#plain').click();
    await crm.keyboard.press('Control+V');
  };
  const [first = '', second = ''] = OFFER.split('. ');
  for (const [words, said] of [
    [OFFER, 'It may be used.'],
    [first, 'It may be used.'],
    [OFFER.replace('thirty', 'three hundred'), 'It reads otherwise than what was approved'],
    [OFFER.replace('may cancel', 'may not cancel'), 'It reads otherwise than what was approved'],
    [`${second} ${first}.`, 'It reads otherwise than what was approved'],
  ] as const) {
    await paste(words);
    await expect
      .poll(async () => (await deepTexts(crm, '.notice[data-known]')).join(), { message: words })
      .toContain(said);
    if (said !== 'It may be used.')
      expect((await deepTexts(crm, '.notice[data-known]')).join()).not.toContain('Approved');
  }
});
