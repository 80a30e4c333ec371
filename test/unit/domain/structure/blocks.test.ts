/** A canonical text is read back into tables, code and lists, and no character of it is lost or moved, whatever stands in it. */

import { describe, expect, test } from 'vitest';
import { blocksOf, type TextBlock, textOfBlocks } from '../../../../lib/domain/output/structure/blocks.ts';
import { fc } from '../../property.ts';

const kindsIn = (text: string) => blocksOf(text).map(({ kind }) => kind);
const cellsIn = (text: string) =>
  blocksOf(text).flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from, to)))] : [],
  );

describe('tables', () => {
  test.each<[string, string, string[][][]]>([
    [
      'two rows',
      'A\tB\n1\t2',
      [
        [
          ['A', 'B'],
          ['1', '2'],
        ],
      ],
    ],
    ['one row', 'Total\t12', [[['Total', '12']]]],
    [
      'an empty corner',
      '\tQ1\tQ2\nNorth\t1\t2',
      [
        [
          ['', 'Q1', 'Q2'],
          ['North', '1', '2'],
        ],
      ],
    ],
    [
      'empty cells in the middle and at the end',
      'A\tB\tC\n1\t\t3\n1\t2',
      [
        [
          ['A', 'B', 'C'],
          ['1', '', '3'],
          ['1', '2'],
        ],
      ],
    ],
    [
      'words around it',
      'Here:\nA\tB\n1\t2\nThat is all.',
      [
        [
          ['A', 'B'],
          ['1', '2'],
        ],
      ],
    ],
    ['an empty row', 'A\tB\n\n1\t2', [[['A', 'B'], [''], ['1', '2']]]],
    ['a row of one cell', 'A\tB\nNorth\n1\t2', [[['A', 'B'], ['North'], ['1', '2']]]],
    [
      'two of different width, a line between',
      'A\tB\n1\t2\nAnd\nC\tD\tE\n3\t4\t5',
      [
        [
          ['A', 'B'],
          ['1', '2'],
        ],
        [
          ['C', 'D', 'E'],
          ['3', '4', '5'],
        ],
      ],
    ],
    ['a sentence between two of one width', `A\tB\n${'So it goes on. '.repeat(8)}\n1\t2`, [[['A', 'B']], [['1', '2']]]],
    [
      'signs of code in cells',
      'Call\tDoes\n`f(x);`\tadds {x}\n<b>\tbold',
      [
        [
          ['Call', 'Does'],
          ['`f(x);`', 'adds {x}'],
          ['<b>', 'bold'],
        ],
      ],
    ],
    [
      'another direction',
      'اسم\tعمر\nليلى\t30',
      [
        [
          ['اسم', 'عمر'],
          ['ليلى', '30'],
        ],
      ],
    ],
    [
      'markup, which is words',
      '<table>\t<td>\n</table>\t<script>',
      [
        [
          ['<table>', '<td>'],
          ['</table>', '<script>'],
        ],
      ],
    ],
  ])('%s', (_, text, tables) => expect(cellsIn(text)).toEqual(tables));

  test('lines that are indented by tabs are none', () => {
    expect(kindsIn('if (a) {\n\tgo();\n\t\tstop();\n}')).toEqual(['code']);
    expect(kindsIn('\tone\n\ttwo')).not.toContain('table');
  });
});

describe('code', () => {
  test.each([
    ['Python', 'def mean(values):\n    total = sum(values)\n\n    return total / len(values)'],
    ['JavaScript', 'const a = 1;\nconst b = () => {\n  return a;\n};'],
    ['a shell', 'npm install\nnpm run build'],
    ['SQL', 'SELECT name, count(*)\nFROM people;'],
    ['HTML', '<ul>\n  <li>One</li>\n</ul>'],
    ['YAML', 'services:\n  web:\n    image: nginx'],
    ['JSON', '{\n  "name": "a",\n  "list": [1, 2]\n}'],
    ['Go, with tabs', 'func main() {\n\tfmt.Println("hi")\n}'],
  ])('%s', (_, text) => {
    expect(kindsIn(text)).toEqual(['code']);
    expect(kindsIn(`Use this.\n${text}\nThen start it again.`)).toEqual(['lines', 'code', 'lines']);
  });

  test.each([
    ['sentences', 'Prices rise.\nWages fall; rents do not.\nFor details (see below), ask us: we know.'],
    ['Italian', 'Gentile cliente,\nla garanzia dura due anni;\nse il prodotto è difettoso, ci scriva (info sotto).'],
    ['headings', 'Summary\nWhat we found:\nThe margin rose by 4 points.\nFrom January on it falls.'],
    ['a letter', 'Dear Anna,\n\nthank you for your mail.\n\nKind regards,\nLuca'],
    ['clauses', 'The supplier shall:\ndeliver on time;\nreport any delay;\nkeep the records.'],
    ['bare words', 'One\ntwo\nthree'],
  ])('is not seen in %s', (_, text) => expect(kindsIn(text)).not.toContain('code'));
});

describe('lists', () => {
  test.each([
    ['numbers', '1. Open\n2. Close', ['1. ', '2. ']],
    ['numbers that go on', '7. Open\n8. Close', ['7. ', '8. ']],
    ['letters', 'a. Open\nb. Close', ['a. ', 'b. ']],
    ['boxes', '[ ] Open\n[x] Close', ['[ ] ', '[x] ']],
    ['a number and a box', '1. [x] Open\n2. [ ] Close', ['1. ', '2. ']],
    ['dashes', '- Open\n- Close', ['- ', '- ']],
  ])('%s', (_, text, marks) => {
    const [list] = blocksOf(text);
    expect(list?.kind === 'list' && list.items.map(({ mark }) => text.slice(mark.from, mark.to))).toEqual(marks);
  });

  test.each(['A. Smith wrote it.', 'No 1. is best.', '-5 degrees', '1.5 metres\n2.5 metres', 'i.e. this one'])(
    '%s is none',
    (text) => expect(kindsIn(text)).toEqual(['lines']),
  );
});

/** Text with what blocks are told by, in any order. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\t',
        '\n',
        ' ',
        '  ',
        'a',
        'Prices',
        '1. ',
        '[x] ',
        '- ',
        '{',
        '};',
        '<b>',
        '\r',
        '\0',
        '~~',
        '=',
        'é',
        '👩‍💻',
        '\u202e',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

test('blocks -> text -> blocks: nothing is lost of any text, and the second reading is the first', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const blocks = blocksOf(text);
      const written = textOfBlocks(blocks, text);
      expect(written).toBe(text);
      expect(blocksOf(written)).toEqual(blocks);
    }),
    { numRuns: 2_000 },
  );
});

test('blocks lie one after another, a line break apart, and hold their parts', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const block of blocksOf(text)) {
        expect(block.from).toBe(at);
        for (const { from, to } of partsOf(block))
          expect(from >= block.from && to <= block.to && from <= to).toBe(true);
        at = block.to + 1;
      }
      expect(at - 1).toBe(text.length);
    }),
  );
});

const partsOf = (block: TextBlock) =>
  block.kind === 'table'
    ? block.rows.flatMap(({ cells }) => cells)
    : block.kind === 'list'
      ? block.items.flatMap(({ mark, ...item }) => [item, mark])
      : [];

/** A cell as the reader writes it: words, or nothing. */
const cell = fc.stringMatching(/^[A-Za-z0-9€%.,:;(){}<>="'-]{1,8}( [A-Za-z0-9€%.,:;(){}<>="'-]{1,8}){0,3}$/);

test('text -> blocks -> text: every table that the reader writes comes back cell by cell', () => {
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 8 }))
    .chain(([columns, rows]) =>
      fc.array(
        fc.tuple(
          cell,
          fc.array(fc.oneof(cell, fc.constant('')), { minLength: columns - 2, maxLength: columns - 2 }),
          cell,
        ),
        { minLength: rows, maxLength: rows },
      ),
    )
    .map((rows) => rows.map(([first, middle, last]) => [first, ...middle, last]));
  fc.assert(
    fc.property(table, fc.boolean(), (rows, isBetween) => {
      const written = rows.map((cells) => cells.join('\t')).join('\n');
      expect(cellsIn(isBetween ? `As the figures say.\n${written}\nThat is all there is.` : written)).toEqual([rows]);
    }),
    { numRuns: 500 },
  );
});

test('takes no longer than the text is long, whatever stands in it', () => {
  const long = 300_000;
  const hostile = [
    '\t',
    'a\t',
    '\n',
    '\t\n',
    ' ',
    'a ',
    '(',
    'a(',
    '<a',
    ';',
    '1. ',
    '1. \n',
    'a',
    '  a\n',
    '\ta\n',
    'a=',
    '\r\n',
  ];
  for (const part of hostile) {
    for (const text of [
      part.repeat(long / part.length),
      `\t${part.repeat(long / part.length)}`,
      `${part.repeat(long / part.length)};`,
    ]) {
      const start = performance.now();
      blocksOf(text);
      expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(5_000);
    }
  }
});
