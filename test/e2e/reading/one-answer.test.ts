/** One answer is one text with one status: what means something else is another, and what only looks otherwise is not. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { formerAddressOf } from '../../../lib/domain/output/address.ts';
import { IS_NIGHT, withNights } from '../../nightly.ts';
import { chatPage, code, MARK, markTurn, opposites } from '../../pages/one-answer/pages.ts';
import { type ExtensionBrowser, launchChromium, withExtension } from '../harness/chromium.ts';
import { deepCount, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, closeCard, closeTabs, decide, emptyDatabase, flag, outputsOf, panelFor } from '../harness/flows.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { outputsStored } from '../outputs/stored.ts';

let server: TestServer;
let browser: ExtensionBrowser;
let number = 0;
/** Answers that were put in to see that what came before was looked at. */
let marks = 0;
test.beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});
test.beforeEach(() => {
  marks = 0;
});
test.afterEach(async () => {
  await closeTabs(browser);
  await emptyDatabase(browser);
});

async function open(html: string, answers = 1): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(`/c/${++number}`, html));
  await outputsOf(browser, page, answers);
  return page;
}

async function approve(page: Page): Promise<void> {
  await flag(page, 'factual', 'minor');
  await closeCard(page);
  const panel = await panelFor(browser, page, 'Queue');
  await decide(panel, 'approve', {});
  await panel.close();
  await deepWait(page, badge('approved'));
}

/** An answer that comes after what has changed is complete: by then that was read, if it ever is. */
async function untilLooked(page: Page): Promise<void> {
  const before = (await outputsOf(browser, page, 1 + marks)).length;
  await page.evaluate(
    (turn) => document.querySelector('main')?.insertAdjacentHTML('beforeend', turn),
    markTurn(++marks),
  );
  await outputsOf(browser, page, before + 1);
}

/** Waits until so many answers are noted, a while after their badges stand there: what is noted later would be the next test's. */
const noted = (count: number): Promise<void> => expect.poll(async () => (await rows()).length).toBe(count);

const texts = (): Promise<string[]> =>
  rows().then((all) => all.map(({ content }) => content?.text ?? '').filter((text) => !text.startsWith(MARK)));

const rows = () => outputsStored(browser);

/** One whose signs are lost where text is read carelessly, and one whose words are the same. */
const OPPOSITES = IS_NIGHT ? Object.keys(opposites) : ['emoji', 'strikes'];

for (const [what, [one, other]] of Object.entries(opposites).filter(([name]) => OPPOSITES.includes(name)))
  test(`the opposite answer does not wear the verdict of the first: ${what}`, async () => {
    await approve(await open(chatPage(one, 'a-one')));
    const second = await open(chatPage(other, 'a-two'));
    await deepWait(second, badge('unreviewed'));
    // A badge stands there before the background has said what it says: by the time that another one is noted, it has.
    await untilLooked(second);
    await noted(3);
    expect(await deepCount(second, badge('approved'))).toBe(0);
  });

test('scrolling through code of which only a part is in the page changes neither text nor status, and it is said', async () => {
  const page = await open(chatPage(code.html, 'a-1', code.script));
  await approve(page);
  const [first] = await texts();
  for (const y of [3_000, 6_000, 9_000]) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await expect(page.locator('#code')).toContainText(`line ${y / 20 + 5}`);
    await untilLooked(page);
    await expect.poll(() => deepCount(page, badge('approved'))).toBe(1);
  }
  await noted(1);
  expect(await texts()).toEqual([first]);
  expect((await rows())[0]?.trace.evidence).toContain('part');
});

for (const field of withNights(['contenteditable="plaintext-only"'], 'contenteditable="true" role="textbox"'))
  test(`what a person types into a draft is theirs: ${field}`, async () => {
    const html = `<p>Here is a draft:</p><div ${field} id="draft"><p>Dear client, it comes on Monday.</p></div>`;
    const page = await open(chatPage(html, 'a-1'));
    await deepWait(page, badge('unreviewed'));
    await page.locator('#draft').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' My own words: we give 10 % discount.', { delay: 10 });
    await untilLooked(page);
    await noted(2);
    expect((await texts()).filter((text) => text.includes('My own words'))).toEqual([]);
    await expect.poll(() => deepCount(page, badge('unreviewed'))).toBe(1 + marks);
  });

/** How a tool lets a person change an answer: where they type, and what stands in the page once they have saved. */
const SAVED: Record<string, string> = {
  'in the answer, which is drawn anew': `
    const turn = document.querySelector('[data-turn="assistant"]'), draft = turn.querySelector('.markdown');
    draft.contentEditable = 'true';
    window.save = () => {
      const next = turn.cloneNode(true);
      next.querySelector('.markdown').removeAttribute('contenteditable');
      turn.replaceWith(next);
    };`,
  'in a dialog': `
    const field = document.createElement('textarea'), prose = document.querySelector('.markdown');
    field.value = prose.innerText;
    document.body.append(field);
    window.save = () => {
      prose.replaceChildren(...field.value.split('\\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })));
      field.remove();
    };`,
  'in a dialog, and the answer has another name then': `
    const field = document.createElement('textarea'), turn = document.querySelector('[data-turn="assistant"]');
    field.value = turn.innerText;
    document.body.append(field);
    window.save = () => {
      turn.querySelector('.markdown').innerHTML = '<p>' + field.value + '</p>';
      turn.querySelector('[data-message-id]').dataset.messageId = 'a-2';
      field.remove();
    };`,
};
/** By day the hardest: drawn by the page from what was typed elsewhere, under another name. */
const WAYS = IS_NIGHT ? Object.keys(SAVED) : ['in a dialog, and the answer has another name then'];
for (const [where, script] of Object.entries(SAVED).filter(([name]) => WAYS.includes(name)))
  test(`what a person changes and saves is theirs: ${where}`, async () => {
    const page = await open(chatPage('<p>Dear client, your parcel comes on Monday.</p>', 'a-1', script));
    await flag(page, 'factual', 'minor');
    await closeCard(page);
    const field = page.locator('textarea, [contenteditable]').first();
    await field.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Kind regards.', { delay: 10 });
    await page.evaluate(() => (window as unknown as { save(): void }).save());
    await untilLooked(page);
    await noted(2);
    expect(await texts()).toEqual(['Dear client, your parcel comes on Monday.']);
    await expect.poll(() => deepCount(page, badge('reported'))).toBe(1);
  });

const TRANSLATED = ['Il negozio apre alle nove.', 'È chiuso la domenica.'];
for (const by of withNights<'font' | 'lang'>(['font'], 'lang'))
  test(`a page that the browser translates keeps its status, and nothing new is recorded: ${by}`, async () => {
    const page = await open(chatPage('<p>The shop opens at nine.</p><p>It is closed on Sundays.</p>', 'a-1'));
    await flag(page, 'factual', 'major');
    await closeCard(page);
    await page.evaluate(
      ([words, how]) => {
        document.documentElement.lang = 'it';
        if (how === 'font') document.documentElement.classList.add('translated-ltr');
        for (const [at, paragraph] of document.querySelectorAll('.markdown p').entries()) {
          const outer = document.createElement(how === 'font' ? 'font' : 'span');
          outer.append(document.createElement(how === 'font' ? 'font' : 'span'));
          (outer.firstChild as Element).textContent = words[at] ?? '';
          paragraph.replaceChildren(outer);
        }
      },
      [TRANSLATED, by] as const,
    );
    await untilLooked(page);
    await expect.poll(() => deepCount(page, badge('reported'))).toBe(1);
    await noted(2);
    expect(await texts()).toEqual(['The shop opens at nine.\nIt is closed on Sundays.']);
  });

test('a question and an answer that are too long are kept as far as can be, and it is said', async () => {
  const page = await open(
    chatPage(
      `<p>${'word '.repeat(110_000)}</p>`,
      'a-1',
      `document.querySelector('#asked').textContent = '😀'.repeat(60_000);`,
    ),
  );
  await page.locator('.markdown').evaluate((answer) => answer.scrollIntoView());
  await deepWait(page, badge('unreviewed'));
  await noted(1);
  const [row] = await rows();
  expect(row?.content?.text.length).toBe(500_000);
  expect(row?.content?.prompt?.length).toBeLessThanOrEqual(100_000);
  expect(row?.trace.evidence).toEqual(expect.arrayContaining(['shortened', 'prompt:shortened']));
});

test('what holds the newest turn first gives each answer its own question, the oldest first', async () => {
  const turn = (who: string, id: string, text: string) =>
    `<section data-turn="${who}" data-testid="conversation-turn-${id}"><div data-message-author-role="${who}" data-message-id="${id}"><div class="${who === 'user' ? 'whitespace-pre-wrap' : 'markdown'}">${text}</div></div></section>`;
  const pairs = ['one', 'two', 'three'].map((n) => [
    turn('user', `u-${n}`, `Question ${n}?`),
    turn('assistant', `a-${n}`, `Answer ${n}.`),
  ]);
  for (const body of [
    pairs.flat().reverse().join(''),
    pairs
      .reverse()
      .map((pair) => `<div>${pair.join('')}</div>`)
      .join(''),
  ]) {
    const page = await open(
      `<!doctype html><main style="display:flex;flex-direction:column-reverse">${body}</main>`,
      3,
    );
    expect((await outputsOf(browser, page, 3)).map(({ text }) => text)).toEqual([
      'Answer one.',
      'Answer two.',
      'Answer three.',
    ]);
    await noted(3);
    for (const { content } of await rows())
      expect(content?.prompt).toBe(`Question ${/\w+(?=\.)/.exec(content?.text ?? '')?.[0]}?`);
    await page.close();
    await emptyDatabase(browser);
  }
});

test('what the first version recorded is found again where it stood, and not in the opposite answer', async () => {
  const { emoji } = opposites;
  // As the first version read either of them.
  const text = 'Wash at 30 degrees\nTumble dry';
  const hash = formerAddressOf({ text });
  const page = await open(chatPage('<p>Something else.</p>', 'a-0'));
  await withExtension(browser, (inside) => inside.evaluate(putFormer, { hash, text, isOwn: true }));
  await page.goto(server.page('/c/again', chatPage(emoji[0], 'a-old')));
  await deepWait(page, badge('approved'));
  await page.goto(server.page('/c/other', chatPage(emoji[1], 'a-new')));
  await deepWait(page, badge('unreviewed'));
  // A badge stands before the background has answered: what it notes later would be the next test's.
  await expect.poll(async () => (await texts()).length).toBe(3);
});

test('what a colleague says was recorded where an answer stands gives it no status', async () => {
  const text = 'Wash at 30 degrees\nTumble dry';
  const hash = formerAddressOf({ text });
  const page = await open(chatPage('<p>Something else.</p>', 'a-0'));
  await withExtension(browser, (inside) => inside.evaluate(putFormer, { hash, text, isOwn: false }));
  await page.goto(server.page('/c/again', chatPage(opposites.emoji[0], 'a-old')));
  await deepWait(page, badge('unreviewed'));
  await expect.poll(async () => (await texts()).length).toBe(3);
});

interface Former {
  hash: string;
  text: string;
  /** Whether it was seen in this browser. */
  isOwn: boolean;
}
async function putFormer({ hash, text, isOwn }: Former): Promise<void> {
  const opened = indexedDB.open('countersign');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
  });
  const at = '2026-11-01T10:00:00.000Z';
  const trace = { tool: 'chatgpt', toolName: 'ChatGPT', messageId: 'a-old', pageUrl: 'https://chatgpt.com/c/again' };
  const row = {
    ...{
      hash,
      outputId: 'chatgpt:-:a-old',
      content: { text },
      status: 'approved',
      reports: [],
      decisions: [],
      reportIds: [],
    },
    trace: { ...trace, citations: [], evidence: ['present'], startedAt: at, completedAt: at, characters: text.length },
    ...{ openReports: 0, firstSeenAt: at, updatedAt: at },
  };
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { get(key: string): Promise<Record<string, string>> } } };
  };
  const { installationId } = await chrome.storage.local.get('installationId');
  const source = `urn:countersign:installation:${isOwn ? installationId : crypto.randomUUID()}`;
  const event = { type: 'countersign.output.seen.v1', source, subject: hash, time: at };
  const put = db.transaction(['outputs', 'events'], 'readwrite');
  put.objectStore('outputs').put(row);
  put.objectStore('events').put({ key: `${source}|1`, subject: hash, event });
  await new Promise((resolve, reject) => {
    put.oncomplete = resolve;
    put.onerror = () => reject(put.error);
  });
  db.close();
}
