/** What is read of an answer is the same in Firefox, which tells less of what a style says: all the small answers, by kind. */
import { expect, test } from 'playwright/test';
import { normaliseText } from '../../../lib/domain/output/text.ts';
import { READING } from '../../pages/reading/cases.ts';
import { readerScript } from '../../pages/reading/script.ts';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';

type Tab = Awaited<ReturnType<ExtensionFirefox['own']>>;
let firefox: ExtensionFirefox;
let page: Tab;
test.beforeAll(async () => {
  firefox = await launchFirefox();
  page = await firefox.browser.newPage();
  await page.setContent('<!doctype html><main></main>');
  await page.evaluate(await readerScript());
});
test.afterAll(async () => firefox.close());

for (const kind of new Set(READING.map((one) => one.kind)))
  test(kind, async () => {
    const cases = READING.filter((one) => one.kind === kind);
    const read = await page.evaluate(
      (answers) =>
        answers.map((answer) => {
          const main = document.querySelector('main') as HTMLElement;
          main.innerHTML = answer;
          const { read: reading, raw } = window.countersignReading;
          return { text: reading(main), raw: raw(main) };
        }),
      cases.map(({ html }) => html),
    );
    const byName = <T>(of: (at: number) => T) => Object.fromEntries(cases.map(({ name }, at) => [name, of(at)]));
    expect(byName((at) => read[at]?.text)).toEqual(byName((at) => cases[at]?.want));
    expect(byName((at) => normaliseText(read[at]?.raw ?? ''))).toEqual(
      byName((at) => normaliseText(cases[at]?.want ?? '')),
    );
  });
