/** What is counted in the text is found in its cells. */

import { expect, test } from 'vitest';
import { cutToSpan } from '../../../../lib/domain/output/structure/cut.ts';
import { fc } from '../../property.ts';

const PARTS = [
  { from: 0, to: 3, name: 'a' },
  { from: 3, to: 10, name: 'b' },
  { from: 10, to: 12, name: 'c' },
];

test.each([
  [{ from: 0, to: 12 }, ['a 0-3', 'b 3-10', 'c 10-12']],
  [{ from: 1, to: 2 }, ['a 1-2']],
  [{ from: 2, to: 4 }, ['a 2-3', 'b 3-4']],
  [{ from: 3, to: 10 }, ['b 3-10']],
  [{ from: 5, to: 5 }, []],
  [{ from: 12, to: 20 }, []],
])('%o holds %j', (span, held) =>
  expect(cutToSpan(PARTS, span).map(({ name, from, to }) => `${name} ${from}-${to}`)).toEqual(held),
);

test('every character of a stretch is in one part, and in the right one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 12 }),
      fc.nat(50),
      fc.nat(50),
      (cuts, one, other) => {
        const places = [...new Set([0, ...cuts, 51])].sort((a, b) => a - b);
        const parts = places.slice(0, -1).map((from, at) => ({ from, to: places[at + 1] ?? 51, name: from }));
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const held = cutToSpan(parts, { from, to });
        expect(held.reduce((length, part) => length + part.to - part.from, 0)).toBe(to - from);
        for (const part of held) {
          const whole = parts.find(({ name }) => name === part.name);
          expect(whole && whole.from <= part.from && whole.to >= part.to).toBe(true);
        }
      },
    ),
  );
});
