/**
 * Opens every labelled page in a plain Chromium and prints the truth it got, to prove that the pages work.
 *
 *   node scripts/setup.mjs detection test/detect/try.ts [PART OF AN ID …]
 */
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { pathOf } from '../../scripts/machine.ts';
import type { LabelledPage } from './contract.ts';
import { said } from './house/words.ts';
import { startDetectPages } from './server.ts';
import { exchanges } from './words/script.ts';

const AT_ONCE = 4;
const wanted = process.argv.slice(2);

const { url, pages, close } = await startDetectPages();
const browser = await chromium.launch({ executablePath: pathOf('chromium'), args: ['--no-sandbox'] });
const waiting = pages.filter(({ id }) => !wanted.length || wanted.some((part) => id.includes(part)));
let failed = 0;
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
  await close();
}
if (failed) process.exitCode = 1;
console.log(`${failed} of ${pages.length} pages failed`);

async function work(): Promise<void> {
  for (let page = waiting.shift(); page; page = waiting.shift()) await tryOne(browser, page);
}

async function tryOne(inBrowser: Browser, labelled: LabelledPage): Promise<void> {
  const context = await inBrowser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) troubles.push(`asks for ${request.url()}`);
  });
  const startedAt = Date.now();
  try {
    await page.goto(url + labelled.path);
    await labelled.drive(page);
  } catch (error) {
    troubles.push(String(error).slice(0, 300));
  }
  const took = Date.now() - startedAt;
  await report(labelled, page, troubles, took).catch((error) => {
    failed += 1;
    console.log(`BAD  ${labelled.id}: ${[...new Set(troubles), String(error)].join('; ').slice(0, 600)}`);
  });
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${labelled.id}.png` });
  if (process.env.DUMP) console.log(await page.evaluate(() => document.body.outerHTML));
  await context.close();
}

async function report(
  labelled: LabelledPage,
  page: import('playwright-core').Page,
  troubles: string[],
  took: number,
): Promise<void> {
  const { outputs, userTexts, neutral } = await labelled.truth(page);
  const past = Number(new URLSearchParams(labelled.path.split('?')[1]).get('history') ?? 0);
  const ai = labelled.kind === 'component' && !labelled.human;
  const script = labelled.component?.startsWith('hand-written') ? said(labelled.lang) : exchanges(labelled.lang);
  const expected = ai ? script.length + past : 0;
  if (outputs.length !== expected) troubles.push(`${outputs.length} outputs, ${expected} expected`);
  if (ai && userTexts.length !== expected) troubles.push(`${userTexts.length} user turns, ${expected} expected`);
  if (troubles.length) failed += 1;
  console.log(`${troubles.length ? 'BAD ' : 'ok  '} ${labelled.id} [${labelled.split}] ${took} ms`);
  for (const trouble of new Set(troubles)) console.log(`       ! ${trouble}`);
  for (const { text, lastTokenAtMs } of outputs)
    console.log(`       ai ${lastTokenAtMs ? 'live' : 'past'} ${text.slice(0, 60)}`);
  for (const text of userTexts) console.log(`       me      ${text.slice(0, 60)}`);
  for (const text of neutral) console.log(`       -       ${text.slice(0, 60)}`);
}
