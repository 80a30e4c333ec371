import { describe, expect, test } from 'vitest';
import { fingerprintsOf, shinglesOf, WINDOW, winnow } from '../../../../lib/domain/reuse/fingerprints.ts';
import { commonWords } from '../../../../lib/domain/reuse/overlap.ts';
import { hashedWordsOf, SHINGLE } from '../../../../lib/domain/reuse/words.ts';
import { fc } from '../../property.ts';

const hashes = (text: string): number[] => [...hashedWordsOf(text).hashes];
const texts = (text: string): string[] => {
  const { starts, ends } = hashedWordsOf(text);
  return Array.from(starts, (start, at) => text.slice(start, ends[at]));
};

describe('words', () => {
  test.each([
    [
      'case, quotes and punctuation',
      'The “price” is 30 € — really!',
      "the 'PRICE', is: 30 euro? really".replace('euro', ''),
    ],
    ['accents', 'Perché la città è più cara', 'perche la citta e piu cara'],
    ['full width', 'ＡＢＣ　１２３', 'abc 123'],
    ['what cannot be seen', 'co\u00ADop\u200Beration\uFE0F', 'cooperation'],
    ['entities', 'The client’s “final” & last', 'The client&#39;s &quot;final&quot; &amp; last'],
    ['composed and decomposed', 'caf\u00E9 na\u00EFve', 'cafe\u0301 nai\u0308ve'],
  ])('%s make no difference', (_, one, other) => {
    expect(hashes(one)).toEqual(hashes(other));
  });

  test('scripts without spaces are cut into parts that can be found again inside of a longer text', () => {
    const part = '高级套餐每月三十欧元';
    expect(texts(part)).toEqual([...part]);
    expect(texts('ราคาสามสิบ').length).toBeGreaterThan(5);
    const all = new Set(shinglesOf(hashedWordsOf(`我们的客户都知道${part}，并且可以取消。`)));
    expect([...shinglesOf(hashedWordsOf(part))].every((shingle) => all.has(shingle))).toBe(true);
  });

  test('say where they stand in the text', () => {
    expect(texts('  l’azienda, 3 €\n(ok)')).toEqual(['l', 'azienda', '3', 'ok']);
  });
});

const word = fc.constantFrom(...'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda'.split(' '));
const passage = fc.array(word, { minLength: WINDOW + SHINGLE - 1, maxLength: 40 });

test('two texts that share as many words as the guarantee says share a fingerprint', () => {
  fc.assert(
    fc.property(passage, fc.array(word), fc.array(word), fc.array(word), (shared, a, b, c) => {
      const one = new Set(fingerprintsOf([...a, ...shared, ...b].join(' ')));
      const other = fingerprintsOf([...c, ...shared].join(', '));
      expect(other.some((fingerprint) => one.has(fingerprint))).toBe(true);
    }),
  );
});

test('each window of shingles has a fingerprint, and each fingerprint is the least of a window', () => {
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (shingles, window) => {
      const chosen = new Set(winnow(shingles, window));
      const windows = Array.from({ length: Math.max(1, shingles.length - window + 1) }, (_, at) =>
        shingles.subarray(at, at + window),
      ).filter(({ length }) => length > 0);
      const least = windows.map((one) => one.reduce((a, b) => Math.min(a, b)));
      expect([...chosen].sort()).toEqual([...new Set(least)].sort());
    }),
  );
});

test('common words are counted as the longest common subsequence', () => {
  const plain = (a: readonly number[], b: readonly number[]): number => {
    let row = new Array<number>(b.length + 1).fill(0);
    for (const x of a) {
      const next = [0];
      for (const [at, y] of b.entries())
        next.push(x === y ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
      row = next;
    }
    return row[b.length] ?? 0;
  };
  const rows = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 120 });
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      expect(commonWords(Uint32Array.from(a), Uint32Array.from(b))).toBe(plain(a, b));
    }),
  );
});
