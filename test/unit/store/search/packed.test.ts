/** The packed index of words finds what going through the outputs one by one finds. */
import { expect, test } from 'vitest';
import { holdersOf, openWords, packWords, unpackWords } from '../../../../lib/store/search/packed.ts';
import { fc } from '../../property.ts';

/** Words that share their beginnings, with letters that sort beyond the others. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', '1', '\uffee', '😀'), minLength: 1, maxLength: 4 });
const outputs = fc
  .array(fc.array(word, { maxLength: 8 }), { maxLength: 30 })
  .map((all) => new Map(all.map((terms, at) => [`sha256:${at}`, terms])));

test('what holds the beginnings of words is found, and nothing else', () => {
  fc.assert(
    fc.property(outputs, fc.array(word, { minLength: 1, maxLength: 4 }), (all, asked) => {
      const found = holdersOf(openWords(packWords(all)), asked);
      const held = [...all].filter(([, terms]) => asked.every((term) => terms.some((each) => each.startsWith(term))));
      expect(found).toEqual(held.map(([hash]) => hash));
    }),
  );
});

test('what was packed is unpacked as it was: each word once', () => {
  fc.assert(
    fc.property(outputs, (all) => {
      const again = unpackWords(packWords(all));
      expect([...again].map(([hash, terms]) => [hash, terms.sort()])).toEqual(
        [...all].map(([hash, terms]) => [hash, [...new Set(terms)].sort()]),
      );
    }),
  );
});
