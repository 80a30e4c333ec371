/** What is found by evidence alone, every profile switched off: real chat components, and pages with no AI text. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { ListedOutput } from '../../lib/messages/page-protocol.ts';
import type { Report } from '../../scripts/measure.ts';
import type { LabelledPage } from '../detect/contract.ts';
import { startDetectPages } from '../detect/server.ts';
import { type ExtensionBrowser, launchChromium, withExtension } from '../e2e/harness/chromium.ts';
import { listOutputs } from '../e2e/harness/outputs.ts';
import { type Judged, judge, lineOfPage, sum } from './detect/judge.ts';

/** The longest an answer may take to be complete. */
const LONGEST_MS = 3_000;
/** Pages at once: their streams share the machine. */
const AT_ONCE = 3;

async function switchProfilesOff(browser: ExtensionBrowser): Promise<void> {
  await withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(of: object): Promise<void> } } };
      };
      await chrome.storage.local.set({ profilesOff: ['*'] });
    }),
  );
}

async function judgePage(browser: ExtensionBrowser, url: string, labelled: LabelledPage): Promise<Judged> {
  const page = await browser.context.newPage();
  await page.goto(url + labelled.path);
  await labelled.drive(page);
  const truth = await labelled.truth(page);
  const listed = await whenStill(browser, page, truth.outputs.length);
  await page.close();
  return judge(labelled.id, listed, truth);
}

/** What is listed once as many are complete as there are answers, or the longest time has passed. */
async function whenStill(browser: ExtensionBrowser, page: Page, count: number): Promise<ListedOutput[]> {
  let listed: ListedOutput[] = [];
  const complete = async () => {
    listed = await listOutputs(browser, page);
    return listed.filter(({ state }) => state === 'complete').length;
  };
  await expect
    .poll(complete, { timeout: LONGEST_MS })
    .toBe(count === 0 ? Number.NaN : count)
    .catch((error: Error) => {
      if (!/Timeout|toBe|Expected/.test(error.message)) throw error;
    });
  return listed;
}

export default async function detect(report: Report): Promise<void> {
  const server = await startDetectPages();
  const browser = await launchChromium();
  const wanted = process.env.COUNTERSIGN_DETECT;
  const queue = server.pages.filter(({ id }) => !wanted || id.includes(wanted));
  const results: Judged[] = [];
  try {
    await switchProfilesOff(browser);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const judged = await judgePage(browser, server.url, next);
          results.push(judged);
          console.log(lineOfPage(judged));
        }
      }),
    );
  } finally {
    await browser.close();
    await server.close();
  }
  tell(report, results, server.pages);
}

function tell(report: Report, results: readonly Judged[], pages: readonly LabelledPage[]): void {
  const kindOf = (id: string) => pages.find((page) => page.id === id);
  const withAi = results.filter(({ there }) => there > 0);
  const splits = [
    ['training pages', withAi.filter(({ id }) => kindOf(id)?.split === 'train')],
    ['test pages', withAi.filter(({ id }) => kindOf(id)?.split === 'test')],
    ['all components', withAi],
  ] as const;
  for (const [name, of] of splits) {
    const [there, found, exact] = [
      sum(of, (page) => page.there),
      sum(of, (page) => page.found),
      sum(of, (page) => page.exact),
    ];
    const wrong = sum(of, (page) => page.wrong);
    const beside = `${found} of ${there} found, ${exact} exact, ${wrong} wrong`;
    report({ name: `recall, ${name}`, value: found / there, unit: '', goal: { atLeast: 0.97 }, beside });
    report({ name: `precision, ${name}`, value: found / (found + wrong), unit: '', goal: { atLeast: 0.99 }, beside });
    report({ name: `exact text, ${name}`, value: exact / there, unit: '', goal: { atLeast: 0.97 }, beside });
  }
  const delays = withAi.flatMap(({ delaysMs }) => delaysMs).sort((a, b) => a - b);
  const beside = `${delays.length} streamed answers`;
  report({
    name: 'delay, median',
    value: delays[delays.length >> 1] ?? Number.NaN,
    unit: 'ms',
    goal: { atMost: 1_000 },
    beside,
  });
  report({
    name: 'delay, worst',
    value: delays.at(-1) ?? Number.NaN,
    unit: 'ms',
    goal: { atMost: LONGEST_MS },
    beside,
  });
  const without = results.filter(({ there }) => there === 0);
  report({
    name: 'found on pages without AI text',
    value: sum(without, (page) => page.wrong),
    unit: '',
    goal: { atMost: 0 },
    beside: `${without.length} pages`,
  });
  report({
    name: 'user turns taken for AI',
    value: sum(results, (page) => page.userTaken),
    unit: '',
    goal: { atMost: 0 },
    beside: `${results.length} pages`,
  });
}
