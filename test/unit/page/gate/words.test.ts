/** Words of an answer are known again however they are written down, and nothing else is taken for them. */
import { describe, expect, it } from 'vitest';
import { bare, shares } from '../../../../lib/page/gate/words.ts';

const ANSWER =
  'The premium plan costs thirty euros a month and includes support on weekdays from nine to six. Customers who pay for a whole year get two months free.';
const isOf = (text: string, answer = ANSWER) => shares(bare(text), bare(answer));

describe('a text is of an answer', () => {
  it.each([
    ['as it is', ANSWER],
    ['as Markdown', ANSWER.replace('premium plan', '**premium** `plan`')],
    ['in other lines', ANSWER.replaceAll(' ', '\n')],
    ['a part of it', 'includes support on weekdays from nine to six'],
    ['with something written around it', `Dear Anna, as to the price: ${ANSWER} Best, Luca`],
    ['in capitals', ANSWER.toUpperCase()],
  ])('%s', (_, text) => {
    expect(isOf(text)).toBe(true);
  });

  it('also the very same short one', () => {
    expect(isOf('yes', 'Yes.')).toBe(true);
  });
});

describe('a text is not of an answer', () => {
  it.each([
    ['another text of the same length', ANSWER.replaceAll(/[aeiou]/g, 'x')],
    ['a few words that occur in it', 'two months free'],
    ['nothing', ' … '],
  ])('%s', (_, text) => {
    expect(isOf(text)).toBe(false);
  });

  it('a short answer that occurs in it', () => {
    expect(isOf('Yes, I think that we should meet on Thursday at ten, as the room is free.', 'Yes.')).toBe(false);
  });
});
