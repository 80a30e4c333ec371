import { expect, it } from 'vitest';
import { escaped } from '../../../scripts/release/ascii.ts';

/** What a script gives that is the value of one expression. */
const givenBy = (code: string): unknown => new Function(`return ${code}`)();

/** What begins an expression in a template. */
const IN = '${';

it.each([
  ['a string', "['naïve', \"…\", 'a\\nè']"],
  ['a character of two units', "['🙂', [...'🙂🙂'].length]"],
  ['a template with something in it', `[\`“${IN}1 + 1}” ${IN}\`‘${IN}2}’\`}\`]`],
  ['a raw template', `String.raw\`\\d’${IN}\`–\`}[’–]\\n\``],
  ['an expression', "['a–b’c', 'a-b'].map((text) => /^[\\w’–]+$/.test(text))"],
  ['an expression of whole characters', "/^🙂{2}[à-ü]$/u.test('🙂🙂è')"],
])('what is escaped stands for the same: %s', (_, code) => {
  expect(code).toMatch(/[^\0-\x7f]/);
  expect(escaped(code)).not.toMatch(/[^\0-\x7f]/);
  expect(givenBy(escaped(code))).toEqual(givenBy(code));
});

it.each([['/\\’/'], ['html`’`']])('what an escape would change is refused: %s', (code) => {
  expect(() => escaped(code)).toThrow();
});
