/**
 * Plays saved pages of real tools again as they came, with the learner in the page's own world and no profile.
 *
 *   node test/detect/probe/replay.ts [PART OF A FILE …]     (HOW=words|blocks|whole, VERBOSE=1)
 */
import process from 'node:process';
import { diffChars } from 'diff';
import { type Browser, chromium } from 'playwright-core';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { pathOf } from '../../../scripts/machine.ts';
import { cutToTruth, isNear, type Judged, judge, letters, lineOfPage, sum } from '../../bench/detect/judge.ts';
import { type SavedPage, savedPages } from '../saved.ts';
import { probeInit } from './probe.ts';
import { prepareReplay } from './replayed.ts';
import { probeScript } from './script.ts';

const how = (process.env.HOW ?? 'words') as 'words' | 'blocks' | 'whole';
const wanted = process.argv.slice(2);
const AT_ONCE = 4;
/** As long as the product believes in a sign of work that it never saw to go, and a little. */
const LONGEST_SIGN_MS = 12_000;

const browser = await chromium.launch({ executablePath: pathOf('chromium'), args: ['--no-sandbox'] });
const script = await probeScript();
const waiting = savedPages().filter(({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const all: Judged[] = [];
try {
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let saved = waiting.shift(); saved; saved = waiting.shift()) all.push(await replayed(browser, saved));
    }),
  );
} finally {
  await browser.close();
}
const count = (key: 'there' | 'found' | 'exact' | 'wrong' | 'userTaken' | 'early') => sum(all, (page) => page[key]);
console.log(
  `${how}: ${count('found')} of ${count('there')} found, ${count('exact')} exact, ${count('wrong')} wrong, ${count('userTaken')} user turns taken, ${count('early')} early`,
);

/** Where what was read parts from the truth, with what stands around that. */
function differences(listed: readonly string[], there: readonly string[]): string[] {
  const [found, wanted] = [listed.map(letters), there.map(letters)];
  return wanted.flatMap((text, at) => {
    const read = found.includes(text) ? undefined : (found.find((other) => isNear(other, text)) ?? found[at]);
    return read === undefined
      ? []
      : (diffChars(text, read, { maxEditLength: 4_000, timeout: 4_000 })?.flatMap(({ added, removed, value }) =>
          added || removed ? `   ${added ? '+' : '-'} ${value.slice(0, 200)}` : `     …${value.slice(-25)}`,
        ) ?? ['   too different']);
  });
}

async function replayed(inBrowser: Browser, saved: SavedPage): Promise<Judged> {
  const context = await inBrowser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(probeInit(script));
  try {
    await saved.open(page);
    const prompts = await page.evaluate(prepareReplay, { turns: saved.turns, users: saved.users, how });
    // What is taken out and put in at once has moved, and has not come.
    await page.waitForFunction((until) => Date.now() > until, Date.now() + 1_000);
    for (const [at, prompt] of prompts.entries()) {
      await page.locator('#replay-field').focus();
      await page.keyboard.insertText(prompt || '…');
      await page.keyboard.press('Enter');
      await page.waitForFunction((done) => (window.countersignReplay?.done ?? 0) > done, at, { timeout: 60_000 });
    }
    await page.waitForFunction((until) => Date.now() > until, Date.now() + 3_000);
    // A sign of work that stands in the page for ever is believed in for a while.
    await page.waitForFunction(
      (until) => Date.now() > until || window.countersignProbe.list().every(({ state }) => state === 'complete'),
      Date.now() + LONGEST_SIGN_MS,
    );
    const truth = await saved.truthOfTurns(page);
    const { listed, profiles, weighed } = await page.evaluate(() => ({
      listed: window.countersignProbe.list(),
      profiles: window.countersignProbe.profiles,
      weighed: window.countersignProbe.weighed,
    }));
    const seen = saved.continues ? (listed as ListedOutput[]).map((output) => cutToTruth(output, truth)) : listed;
    const judged = judge(saved.file, seen as ListedOutput[], { ...truth, userTexts: prompts }, []);
    console.log(lineOfPage(judged));
    if (process.env.VERBOSE) {
      for (const { text, evidence, place } of weighed)
        console.log(
          JSON.stringify(text.slice(0, 80)),
          Object.entries(evidence)
            .flatMap(([name, value]) => (value ? name : []))
            .join(' '),
          '\n   ',
          place,
        );
      for (const { profile } of profiles) console.log('   learned', JSON.stringify(profile));
      for (const one of differences(
        listed.map(({ text }) => text),
        truth.outputs.map(({ text }) => text),
      ))
        console.log(one);
      for (const { text } of listed) console.log('   listed', JSON.stringify(text.slice(0, 300)));
      for (const { text } of truth.outputs) console.log('   truth ', JSON.stringify(text.slice(0, 300)));
    }
    return judged;
  } finally {
    await context.close();
  }
}
