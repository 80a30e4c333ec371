/** A table in which a figure stands in another column is another text; code is the same with tabs and with spaces. */
import { expect, test } from 'vitest';
import { addressOf, formerAddressOf, isAt } from '../../../lib/domain/output/address.ts';
import { addressedText } from '../../../lib/domain/output/text.ts';

const TABLES = [
  '\t2023\t2024\nIncome\t10\t20\nCosts\t\t7',
  '\t2023\t2024\nIncome\t10\t20\nCosts\t7',
  '\t2023\t2024\nIncome\t10\t20\n\tCosts\t7',
  '2023\t\t2024\nIncome\t10\t20\nCosts\t\t7',
  'Income\t10\t20\nCosts\t\t7',
];

test('each place of an empty cell is another text', () => {
  expect(new Set(TABLES.map((text) => addressOf({ text }))).size).toBe(TABLES.length);
});

test('each empty cell counts, also the first ones of a row', () => {
  const rows = ['A\tB', '\tA\tB', '\t\tA\tB', '\t\t\tA\tB', ' \t\t\t\tA\tB', 'A\t\tB', 'A\t\t\tB', '\tA\t\tB'];
  expect(new Set(rows.map((text) => addressOf({ text: `X\tY\tZ\n${text}` }))).size).toBe(rows.length);
  expect(addressOf({ text: '\t \t A\tB' })).toBe(addressOf({ text: '\t\tA\tB' }));
});

test('two columns: what stands in the second is not in the first', () => {
  const [yes, no] = ['Task\tDone\nSign\t✓\n\tPay', 'Task\tDone\nSign\t✓\nPay'];
  expect(addressOf({ text: yes })).not.toBe(addressOf({ text: no }));
});

test('white space at line ends, and spaces in an empty cell, say nothing', () => {
  expect(addressedText('A\t \t1\nB\t2\t  ')).toBe(addressedText('A\t\t1\nB\t2'));
});

test('code is the same with tabs and with spaces, and as the first version had it', () => {
  const text = 'if (a) {\n\tgo();\n\t\tstop();\n}';
  expect(addressOf({ text })).toBe(addressOf({ text: text.replaceAll('\t', '  ') }));
  expect(addressOf({ text })).toBe(formerAddressOf({ text }));
});

test('text without an empty cell is at the address that it had in the first version', () => {
  for (const text of ['Prices rise.', 'A\tB\n1\t2', 'One\n\ntwo  three'])
    expect(addressOf({ text })).toBe(formerAddressOf({ text }));
});

test('a text is never at the address that it had in the first version where that is another text’s today', () => {
  const [text = '', other = ''] = TABLES;
  const former = formerAddressOf({ text });
  expect(former).toBe(formerAddressOf({ text: other }));
  expect(isAt(former, { text })).toBe(false);
  expect(isAt(addressOf({ text }), { text })).toBe(true);
});

const flag = (letters: string): string =>
  `\u{1F3F4}${Array.from(letters, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}\u{E007F}`;

test('the flag of another country is another text; marks that show nothing are no part of one', () => {
  const texts = [...['gbeng', 'gbsct', 'gbwls'].map((country) => `${flag(country)} pays.`), '\u{1F3F4} pays.'];
  expect(new Set(texts.map((text) => addressOf({ text }))).size).toBe(texts.length);
  expect(addressOf({ text: 'Pay \u2067\u{E0041}12\u2069 n\u200Dow.' })).toBe(addressOf({ text: 'Pay 12 now.' }));
});

test('nor is a flag, which stood there as any black flag', () => {
  const text = `${flag('gbsct')} pays.`;
  expect(formerAddressOf({ text })).toBe(addressOf({ text: '\u{1F3F4} pays.' }));
  expect(isAt(formerAddressOf({ text }), { text })).toBe(false);
});

test('takes no longer than the text is long, whatever stands in it', () => {
  const long = 200_000;
  for (const text of [
    '\t'.repeat(long),
    `a${' '.repeat(long)}b\t`,
    `${'\t '.repeat(long / 2)}x`,
    '\t\n'.repeat(long / 2),
  ]) {
    const start = performance.now();
    addressedText(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  }
});
