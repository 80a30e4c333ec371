/** What an answer says, read once and whole, whatever it is made of and whether it is drawn or not. */
import { test } from 'playwright/test';
import { deepCount } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases } from './cases.ts';

const here = cases();

const KATEX = `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><annotation encoding="application/x-tex">E=m</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">E</span><span class="mrel">=</span><span class="mord">m</span></span></span></span>`;
const MATHML = `<math display="block"><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation encoding="application/x-tex">\\frac{a}{b}</annotation><annotation-xml encoding="MathML-Content"><apply><divide/><ci>a</ci><ci>b</ci></apply></annotation-xml></semantics></math>`;

const CASES: [name: string, html: string, text: string][] = [
  [
    'a table',
    '<p>Prices:</p><table><thead><tr><th>Item</th><th>Price</th></tr></thead><tbody><tr><td>Paper</td><td>4 €</td></tr><tr><td>Ink</td><td>19 €</td></tr></tbody></table>',
    'Prices:\nItem\tPrice\nPaper\t4 €\nInk\t19 €',
  ],
  [
    'code, as it is indented',
    '<p>Run:</p><pre><code>if (a) {\n  b();\n\n  c();\n}</code></pre><p>Done <code>a  b</code>.</p>',
    'Run:\nif (a) {\n  b();\n\n  c();\n}\nDone a b.',
  ],
  [
    'lists in lists',
    '<ol><li>One<ul><li>Inner <em>first</em></li><li>Inner second</li></ul></li><li><p>Two</p></li></ol>',
    '1. One\nInner first\nInner second\n2. Two',
  ],
  ['a formula of KaTeX, once', `<p>So ${KATEX} holds.</p>`, 'So E=m holds.'],
  ['a formula of MathML, once', `<p>So</p>${MATHML}<p>holds.</p>`, 'So\n\\frac{a}{b}\nholds.'],
  [
    'text from right to left',
    '<p dir="rtl">مرحبا بكم في <bdi>Rome</bdi>.</p><p>שלום!</p>',
    'مرحبا بكم في Rome.\nשלום!',
  ],
  ['emoji and what is joined to them', '<p>👩‍👩‍👧 👍🏽 🇮🇹 e\u0301</p>', '👩‍👩‍👧 👍🏽 🇮🇹 e\u0301'],
];

for (const [name, html, text] of CASES)
  test(`${name}`, async () => {
    const page = await here.chat();
    await page.evaluate((inner) => {
      window.chat.user('Show it.');
      window.chat.answer({ html: inner });
    }, html);
    expect((await here.texts(page, 2))[1]).toBe(text);
  });

test('content-visibility: auto far below the fold', async () => {
  const page = await here.chat(undefined, {
    head: '<style>[data-turn] { content-visibility: auto; contain-intrinsic-size: auto 900px }</style>',
  });
  await page.evaluate(async () => {
    for (let at = 0; at < 20; at++) {
      window.chat.user(`Question ${at}`);
      window.chat.answer({ text: `Answer ${at} far below.` });
    }
    window.chat.user('Stream below.');
    await window.chat.tell(window.chat.answer({ text: '' }), 'Streamed where nobody looks.');
  });
  const texts = await here.texts(page, 22);
  expect(texts[20]).toBe('Answer 19 far below.');
  expect(texts[21]).toBe('Streamed where nobody looks.');
});

test('an answer in what is not displayed is read, and gets its badge when it is', async () => {
  const page = await here.chat();
  await page.evaluate(() => {
    window.chat.user('Hidden.');
    const turn = window.chat.answer({ text: 'Nobody sees this yet.' });
    turn.style.display = 'none';
  });
  expect((await here.texts(page, 2))[1]).toBe('Nobody sees this yet.');
  await expect.poll(() => deepCount(page, 'button[data-status]')).toBe(1);
  await page.evaluate(() => {
    (window.chat.main.lastElementChild as HTMLElement).style.display = '';
  });
  await expect.poll(() => deepCount(page, 'button[data-status]')).toBe(2);
  expect((await listOutputs(here.browser, page)).length).toBe(2);
});
