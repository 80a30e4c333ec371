/** What somebody typed is kept in the form in which a page that shows it would be read, at the address that it has. */
import { expect, test } from 'vitest';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { canonicalText } from '../../../../lib/domain/output/structure/canonical.ts';
import { fc } from '../../property.ts';

const piece = fc.constantFrom('\t', '\n', ' ', 'a', 'Prices rise.', '1. ', '{', '  b();', '\t\t', '\n\n', 'é');
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string(),
);

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
  ['\tQ1\tQ2\nNorth\t1\t2\n', '\tQ1\tQ2\nNorth\t1\t2'],
  ['A \t B\n1\t 2 ', 'A\tB\n1\t2'],
  ['\tQ1\n\nNorth\t1\n\n\n\nEnd.  ', '\tQ1\n\nNorth\t1\n\nEnd.'],
  ['One.\r\nTwo.\r\n', 'One.\nTwo.'],
  ['  indented\n    code();', 'indented\n    code();'],
])('%j is written as %j', (typed, text) => expect(canonicalText(typed)).toBe(text));
