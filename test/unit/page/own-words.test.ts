import { describe, expect, it } from 'vitest';
import { OwnWords } from '../../../lib/page/prompt/own-words.ts';

const NOTICE =
  'Please check this notice:\n\n**Fire drill on Thursday**\n\n1. leave by the north stairs\n2. meet at the flagpole\n\n```sql\nselect * from staff;\n```\n\nSee [the plan](https://example.org/plan?id=3).';
const rendered =
  'Please check this notice:Fire drill on Thursdayleave by the north stairsmeet at the flagpoleselect * from staff;See the plan.';

describe('a person’s words', () => {
  const words = new OwnWords(NOTICE);

  it.each([
    ['as they were typed', NOTICE],
    ['rendered, block beside block', rendered],
    ['rendered with a name, a file and a time', `Ida Berg plan.docx 24 KB 10:12 ${rendered}`],
    ['rendered, with the language of the code and a button', rendered.replace('select', 'sql 1 line Copyselect')],
    ['in other quotes and dashes', NOTICE.toUpperCase().replaceAll('*', '')],
  ])('are known %s', (_, shown) => {
    expect(words.shownIn(shown)).toBe('all');
  });

  it('are known cut short, and by a line of them', () => {
    expect(words.shownIn('Please check this notice: Fire drill on Thursday leave by …')).toBe('start');
    expect(words.shownIn('meet at the flagpole')).toBe('part');
  });

  it.each([
    ['an answer', 'Add the time, and say that the lifts must not be used. The rest of the notice is complete.'],
    ['a word that stands in them by chance', 'notice'],
    [
      'a conversation that holds them',
      `${rendered} ${'The notice lacks the time of the drill, which is at ten. '.repeat(8)}`,
    ],
  ])('are not seen in %s', (_, shown) => {
    expect(words.shownIn(shown)).toBeUndefined();
  });

  it('are told from an answer that holds them and more', () => {
    expect(words.areMostOf(rendered)).toBe(true);
    expect(words.areMostOf(`${rendered} The time is missing, and so is the place where the lifts are.`)).toBe(false);
    expect(new OwnWords('Yes').areMostOf('Yes, until noon on every day but Sunday.')).toBe(false);
  });

  it('are known in scripts without spaces and by signs alone', () => {
    expect(new OwnWords('返品の期限はいつまでですか？').shownIn('井上 返品の期限はいつまでですか')).toBe('all');
    expect(new OwnWords('👍').shownIn('👍')).toBe('all');
    expect(new OwnWords('👍').shownIn('Great 👍')).toBeUndefined();
  });

  it.each([
    ['rendered', (text: string) => text.replaceAll('\n\n', '')],
    ['with a name beside them', (text: string) => `Ida Berg ${text}`],
    ['in blocks that are indented in the source', (text: string) => text.replaceAll('\n\n', `\n${' '.repeat(90)}`)],
  ])('are known where they are longer than what is compared of them, %s', (_, drawn) => {
    const long = Array.from({ length: 900 }, (_, at) => `Line ${at} of what I have to say about the shop.`).join(
      '\n\n',
    );
    const own = new OwnWords(long);
    expect(own.shownIn(drawn(long))).toBe('all');
    expect(own.areMostOf(long)).toBe(true);
    expect(own.longestShown).toBeGreaterThan(2 * long.replace(/\s+/g, ' ').length);
    expect(
      own.shownIn(`${long} ${'Your shop is best closed on a Monday, since nobody comes. '.repeat(9)}`),
    ).toBeUndefined();
  });

  it('are compared in time that grows with their length', () => {
    const long = 'Write a page on how to close the shop. '.repeat(2_000);
    const began = performance.now();
    new OwnWords(long).shownIn(long.slice(0, 30_000).replaceAll('page', 'sheet'));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
