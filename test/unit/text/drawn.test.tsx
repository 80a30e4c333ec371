/** What is drawn of a text: its words, as text, in tables, code and lists; whatever they are, they are never markup. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MarkedText } from '../../../components/dossier/text/MarkedText.tsx';
import { TextBlocks } from '../../../components/text/TextBlocks.tsx';
import { TextDiff } from '../../../components/text/TextDiff.tsx';
import { TextEditor } from '../../../components/text/TextEditor.tsx';
import { passageOf } from '../../../lib/domain/anchoring/describe.ts';
import { normaliseText } from '../../../lib/domain/output/text.ts';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string) => name);
});

const TEXT = 'Prices:\n\tQ1\tQ2\nNorth\t1\t2\nSouth\t\t4\ndef f():\n    return 4\n1. Open\n2. Close';
/** Markup without what only looks are made of. */
const bare = (html: string) => html.replace(/ (?:class|dir|scope|style)="[^"]*"/g, '');

test('a table is a table, code is code, a list is a list', () => {
  expect(bare(renderToStaticMarkup(<TextBlocks text={TEXT} />))).toBe(
    [
      '<div>Prices:</div>',
      '<div><table><tbody><tr><td></td><th>Q1</th><th>Q2</th></tr><tr><td>North</td><td>1</td><td>2</td></tr>',
      '<tr><td>South</td><td></td><td>4</td></tr></tbody></table></div>',
      '<pre><code>def f():\n    return 4</code></pre>',
      '<ul><li><span>1. </span><span>Open</span></li><li><span>2. </span><span>Close</span></li></ul>',
    ].join(''),
  );
});

test('a passage is marked in its cell, with its number once', () => {
  const folded = normaliseText(TEXT);
  const at = folded.indexOf('2 South');
  const passage = passageOf(folded, at, at + '2 South'.length);
  const html = bare(renderToStaticMarkup(<MarkedText text={TEXT} passages={[{ number: 1, passage }]} />));
  expect(html.match(/<td><mark>/g)).toHaveLength(2);
  expect(html.match(/aria-hidden="true">1</g)).toHaveLength(1);
  expect(html).toContain('<td><mark>South</mark></td>');
});

test('what changed is shown in its cell; rows far from it are left out', () => {
  const rows = Array.from({ length: 20 }, (_, at) => `row ${at}\t${at}`).join('\n');
  const html = bare(renderToStaticMarkup(<TextDiff before={rows} after={rows.replace('row 9\t9', 'row 9\t90')} />));
  expect(html).toMatch(/<td>row 9<\/td><td><del>.*9.*<\/del><ins>.*90.*<\/ins><\/td>/);
  expect(html.match(/<tr>/g)).toHaveLength(6);
  expect(html).toContain('colSpan="2">…');
});

test('a text with a table is edited cell by cell, one without as it is', () => {
  const edited = (value: string) =>
    renderToStaticMarkup(
      <TextEditor
        wiring={{ id: 'a' }}
        label="Text"
        rows={3}
        maxLength={1_000}
        value={value}
        onChange={() => undefined}
      />,
    );
  expect(edited('Prices rise.\nWages fall.').match(/<textarea/g)).toHaveLength(1);
  expect(edited(TEXT).match(/<textarea/g)).toHaveLength(1 + 9 + 1 + 1);
});

describe.each([
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '&lt;b&gt;',
  '"><svg/onload=x>',
])('%s', (words) => {
  const text = `${words}\nA\t${words}\n${words}\tB\n1. ${words}\nconst a = "${words}";\nconst b = 1;`;
  test('stays words, wherever it stands', () => {
    const escaped = renderToStaticMarkup(words);
    for (const html of [
      renderToStaticMarkup(<TextBlocks text={text} />),
      renderToStaticMarkup(<TextDiff before="A\tB" after={text} />),
      renderToStaticMarkup(<MarkedText text={text} passages={[]} />),
    ]) {
      expect(html).toContain(escaped);
      expect(html).not.toMatch(/<(?:img|script|svg|b)\b/);
    }
  });
});
