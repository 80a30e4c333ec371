/** What it costs where there is much: long conversations, and pages that never stand still. */
import type { CDPSession, Page } from 'playwright';
import { test } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases, storedOutputs, versions } from './cases.ts';
import { chatPage } from './chat-page.ts';

const here = cases();

/** A page of so many turns; at another name of this computer, which the extension may not read, for comparison. */
async function longPage(turns: number, watched = true): Promise<Page> {
  const past = `<script>for (let at = 0; at < ${turns / 2 - 1}; at++) {
    chat.user('What of case ' + at + '?', 'u-' + at);
    chat.answer({ id: 'a-' + at, text: 'Case ' + at + ' was closed in spring, and nobody has asked about it since then.' });
  }</script>`;
  const url = here.server.page(`/long-${turns}`, chatPage() + past);
  const page = await here.browser.context.newPage();
  await page.goto(watched ? url : url.replace('127.0.0.1', 'elsewhere.localhost'));
  if (watched)
    await expect
      .poll(async () => (await listOutputs(here.browser, page)).filter(({ state }) => state === 'complete').length)
      .toBe(turns / 2);
  return page;
}

const sessions = new WeakMap<Page, CDPSession>();

/** One of the browser's own counts of a page, from when it was first asked for any. */
async function metric(page: Page, name: 'ScriptDuration' | 'JSHeapUsedSize'): Promise<number> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  // Counted in the time of the thread: on a busy machine it stands still for as long as it runs.
  if (!sessions.has(page)) await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  sessions.set(page, session);
  if (name.startsWith('JSHeap')) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Turns of a long conversation. */
const MANY = IS_NIGHT ? 2_000 : 400;

let told = 0;
/** Script time of one more answer, from its first word until it is complete. */
async function oneMore(page: Page): Promise<number> {
  const text = `One more answer, number ${++told}, ${'which has some more words to say than the others had, '.repeat(6)}and an end.`;
  const before = await metric(page, 'ScriptDuration');
  await page.evaluate(async (words) => {
    window.chat.user('And now?');
    await window.chat.tell(window.chat.answer({ text: '', marked: true }), words, { every: 8 });
  }, text);
  const isStored = async () => (await storedOutputs(here.browser)).some((stored) => stored.text === text);
  await expect.poll(isStored, { message: 'the answer is complete' }).toBe(true);
  return (await metric(page, 'ScriptDuration')) - before;
}

test(`after ${MANY} turns one more answer costs as much as after 50, and what is kept is of the size of their text`, async () => {
  const [short, long, unwatched] = [await longPage(50), await longPage(MANY), await longPage(MANY, false)];
  const [without, withUs] = [await metric(unwatched, 'JSHeapUsedSize'), await metric(long, 'JSHeapUsedSize')];
  expect((withUs - without) / 1_000, 'bytes an answer').toBeLessThan(2_000);
  await unwatched.close();
  const spent: { short: number[]; long: number[] } = { short: [], long: [] };
  await Promise.all([oneMore(short), oneMore(long)]); // what is done once is done
  for (let round = 0; round < 3; round++) {
    spent.short.push(await oneMore(short));
    spent.long.push(await oneMore(long));
  }
  // A dozen times as many turns and more: whatever went through all of them would cost as many times as much.
  expect(median(spent.long) / median(spent.short)).toBeLessThan(10);
});

test('a page that changes a thousand nodes a second', async () => {
  const noise = `<div id="noise"></div><script>
    let made = 0;
    setInterval(() => {
      const noise = document.querySelector('#noise');
      for (let at = 0; at < 25; at++) {
        const line = document.createElement('div');
        line.innerHTML = '<span>tick</span> ' + ++made;
        noise.append(line);
        if (noise.childElementCount > 400) noise.firstElementChild.remove();
      }
    }, 25);
  </script>`;
  const share = async (watched: boolean) => {
    const url = here.server.page('/noise', chatPage({ body: noise }));
    const page = await here.browser.context.newPage();
    await page.goto(watched ? url : url.replace('127.0.0.1', 'elsewhere.localhost'));
    if (watched) await here.outputs(page, 1);
    const [scriptMs, wall] = [await metric(page, 'ScriptDuration'), Date.now()];
    const text = 'Heard through all the noise, and from its first word to its last one, whole.';
    await page.evaluate((words) => {
      window.chat.user('Can you hear me?');
      return window.chat.tell(window.chat.answer({ text: '' }), words, { every: 150 });
    }, text);
    const spent = ((await metric(page, 'ScriptDuration')) - scriptMs) / ((Date.now() - wall) / 1_000);
    if (watched) {
      const output = await here.settled(page, 1, text);
      await expect.poll(() => versions(here.browser, output.id)).toEqual([text]);
    }
    await page.close();
    return spent;
  };
  const [without, withUs] = [await share(false), await share(true)];
  expect(withUs - without, 'share of the time that is ours').toBeLessThan(0.1);
});
