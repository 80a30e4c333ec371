/** A text that is edited part by part is written as it was, and a table that is changed is still one. */

import { describe, expect, test } from 'vitest';
import {
  editorPartsOf,
  textOfParts,
  typedInCell,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
} from '../../../components/text/editor-parts.ts';
import { addressOf } from '../../../lib/domain/output/address.ts';
import { canonicalText } from '../../../lib/domain/output/structure/canonical.ts';
import { fc } from '../property.ts';

const TABLE = '\tQ1\tQ2\nNorth\t1\t2\nSouth\t\t4';
const cells = [
  ['', 'Q1', 'Q2'],
  ['North', '1', '2'],
  ['South', '', '4'],
];

test('a table is edited cell by cell, words before and after it as words, code as code', () => {
  const text = `As follows:\n1. First\n${TABLE}\nThen:\nconst a = 1;\nconst b = 2;`;
  expect(editorPartsOf(text)).toEqual([
    { kind: 'words', text: 'As follows:\n1. First' },
    { kind: 'table', cells },
    { kind: 'words', text: 'Then:' },
    { kind: 'code', text: 'const a = 1;\nconst b = 2;' },
  ]);
  expect(textOfParts(editorPartsOf(text))).toBe(text);
});

const piece = fc.constantFrom('\t', '\n', ' ', 'a', 'Prices rise.', '1. ', '{', '  b();', '\t\t', '\n\n', 'é');
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string(),
);

test('what is only looked at is written as it was: every canonical text', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const text = canonicalText(typed);
      expect(textOfParts(editorPartsOf(text))).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test('the canonical form of a text is its own, and stands at the address that the text has', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const text = canonicalText(typed);
      expect(canonicalText(text)).toBe(text);
      expect(addressOf({ text })).toBe(addressOf({ text: typed.replace(/\r\n?/g, '\n') }));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['A \t B\n1\t 2 ', 'A\tB\n1\t2'],
  ['\tQ1\n\nNorth\t1\n\n\n\nEnd.  ', '\tQ1\n\nNorth\t1\n\nEnd.'],
  ['One.\r\nTwo.\r\n', 'One.\nTwo.'],
  ['  indented\n    code();', 'indented\n    code();'],
])('%j is written as %j', (typed, text) => expect(canonicalText(typed)).toBe(text));

describe('a table', () => {
  const written = (changed: Parameters<typeof withRow>[0]) => textOfParts([{ kind: 'table', cells: changed }]);

  test.each([
    ['with a cell changed', withCell(cells, { row: 2, column: 1 }, '3'), '\tQ1\tQ2\nNorth\t1\t2\nSouth\t3\t4'],
    ['with a row more', withRow(cells, 1), '\tQ1\tQ2\nNorth\t1\t2\n\nSouth\t\t4'],
    ['with a column more', withColumn(cells, 0), '\t\tQ1\tQ2\nNorth\t\t1\t2\nSouth\t\t\t4'],
    ['with a row less', withoutRow(cells, 1), '\tQ1\tQ2\nSouth\t\t4'],
    ['with a column less', withoutColumn(cells, 1), '\tQ2\nNorth\t2\nSouth\t4'],
    [
      'with rows of a sheet in it',
      withPasted(cells, { row: 2, column: 1 }, '7\t8\r\n9\t10\r\n'),
      '\tQ1\tQ2\nNorth\t1\t2\nSouth\t7\t8\n\t9\t10',
    ],
    [
      'that grows to the side',
      withPasted(cells, { row: 1, column: 2 }, 'a\tb'),
      '\tQ1\tQ2\nNorth\t1\ta\tb\nSouth\t\t4',
    ],
  ])('%s is written as one', (_, changed, text) => {
    expect(written(changed)).toBe(text);
    const [part] = editorPartsOf(text);
    expect(part?.kind).toBe('table');
  });

  test('keeps its last row and column', () => {
    expect(withoutRow([['a']], 0)).toEqual([['a']]);
    expect(withoutColumn([['a']], 0)).toEqual([['a']]);
  });

  test('has no tab and no line break in a cell', () => {
    expect(typedInCell('a\tb\r\nc \n d')).toBe('a b c d');
  });
});
