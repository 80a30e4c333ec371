/** Copies of a page with many answers, and how long each takes. */
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { deepCount } from '../../e2e/harness/deep.ts';
import { BOX } from '../../e2e/harness/pages/gated.ts';
import { contentScriptsOf, scriptsOf } from '../cost/ours.ts';
import { betweenMarks, rest } from '../cost/script-time.ts';
import { traced } from '../cost/trace.ts';
import { mustHaveRead, mustShowBadge } from '../stream/answering.ts';

export const ANSWERS = 200;
const [BEGIN, END] = ['copy-begin', 'copy-end'] as const;

/** A page whose answers stand in no other one: what holds of a text is what holds where it was first seen. */
export const pageOf = (name: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Long</title><main>${Array.from(
    { length: ANSWERS },
    (_, at) =>
      `<article data-turn="assistant" data-testid="conversation-turn-${at}"><div data-message-author-role="assistant" data-message-id="m${at}" data-message-model-slug="m"><div class="markdown"><p id="a${at}">${`Answer ${at} of ${name} says what part ${at * 7} of the plan costs and when it is due. `.repeat(8)}</p></div></div></article>`,
  ).join('')}</main>`;

/** In ms: of the processor, which what else runs on the machine does not change, and by the clock. */
export interface Copied {
  spent: number[];
  byClock: number[];
}

interface Copying {
  count: number;
  /** What stands before the answers. */
  gate: 'none' | 'open' | 'closed';
}

/** So many copies in a page of its own, each of another answer. Before every other one the box is put away, where there is one. */
export async function copiesAt(browser: ExtensionBrowser, url: string, { count, gate }: Copying): Promise<Copied> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await mustShowBadge(page);
  await mustHaveRead(browser, page);
  await rest(page);
  const byClock: number[] = [];
  const events = await traced(page, async () => {
    for (let at = 0; at < count; at++) {
      // A browser lets a page copy for five seconds after a person did something: each has its own leave.
      if (at % 2 === 0) await page.keyboard.press('Escape');
      byClock.push(await page.evaluate(copyOf, [`a${at % ANSWERS}`, BEGIN, END] as const));
    }
  });
  const spent = betweenMarks(events, BEGIN, END);
  if (spent.length !== count) throw new Error(`${spent.length} of ${count} copies were traced`);
  if ((await deepCount(page, BOX)) !== (gate === 'closed' ? 1 : 0))
    throw new Error('the last one was not as it should be');
  const ran = [...scriptsOf(events, contentScriptsOf(browser.extensionId))].some((url) => url.endsWith('/gate.js'));
  if (ran !== (gate !== 'none')) throw new Error('the gate does not stand where it should');
  await page.close();
  return { spent, byClock };
}

/** In the page. */
async function copyOf([id, begin, end]: readonly [string, string, string]): Promise<number> {
  const one = document.getElementById(id);
  if (one) getSelection()?.selectAllChildren(one);
  // What the selection itself costs is no part of the copy.
  await new Promise(requestAnimationFrame);
  document.body.getBoundingClientRect();
  performance.mark(begin);
  const before = performance.now();
  const isDone = document.execCommand('copy');
  const spent = performance.now() - before;
  performance.mark(end);
  if (!isDone) throw new Error('nothing was copied');
  return spent;
}
