/** A text as HTML has its structure and its words, and nothing else: what looks like markup in it is words. */
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { htmlOfText, shownInHtml } from '../../../../lib/domain/output/structure/html.ts';
import { normaliseText } from '../../../../lib/domain/output/text.ts';
import { fc } from '../../property.ts';

test.each([
  ['a line', 'Prices rise.', '<p>Prices rise.</p>'],
  ['lines with an empty one', 'One\n\nTwo', '<p>One</p><p><br></p><p>Two</p>'],
  [
    'a table, its rows filled up',
    '\tQ1\nNorth\t1\nSouth',
    '<table><thead><tr><th></th><th>Q1</th></tr></thead><tbody><tr><td>North</td><td>1</td></tr></tbody></table><p>South</p>',
  ],
  ['code', 'a();\n  b();', '<pre><code>a();\n  b();</code></pre>'],
  ['a numbered list', '1. One\n2. Two', '<ol><li>One</li><li>Two</li></ol>'],
  ['one that goes on', '7. One\n8. Two', '<ol start="7"><li>One</li><li>Two</li></ol>'],
  ['one that does not count', '1. One\n3. Two', '<p>1. One</p><p>3. Two</p>'],
  ['boxes', '[x] One\n[ ] Two', '<p>[x] One</p><p>[ ] Two</p>'],
])('%s', (_, text, html) => expect(htmlOfText(text)).toBe(html));

test('is made of these tags alone, whatever stands in the text', () => {
  const TAGS = new Set('p br table thead tbody tr th td pre code ol li'.split(' '));
  const part = fc.constantFrom(
    '<img src=x onerror=y>',
    '</td>',
    '"',
    "'",
    '&lt;',
    '\t',
    '\n',
    'a',
    '1. ',
    '<!--',
    ']]>',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        const foreign: string[] = [];
        let words = '';
        const parser = new Parser({
          onopentag: (name, attributes) => {
            if (!TAGS.has(name) || Object.keys(attributes).some((key) => key !== 'start')) foreign.push(name);
            words += ' ';
          },
          ontext: (shown) => {
            words += shown;
          },
          oncomment: (comment) => foreign.push(comment),
          onclosetag: () => {
            words += ' ';
          },
        });
        parser.end(htmlOfText(text));
        expect(foreign).toEqual([]);
        expect(normaliseText(shownInHtml(text))).toBe(normaliseText(words));
      },
    ),
  );
});
