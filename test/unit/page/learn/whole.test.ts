/** Short answers in one piece: how soon they come, and what the page says of itself, is all that tells them from a colleague's. */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const TALK = [
  ['When does the office open on Sunday?', 'It opens at eight in the morning.'],
  ['Do I need an appointment there?', 'Yes, from the booking page of the site.'],
  ['And if I am late for that?', 'Call the reception before it is due.'],
] as const;

const QUIET = 30;

/** Each question is answered after so many gaps of the rhythm, in one piece. */
function tasksOf(gaps: number): Task[] {
  const listIn = (page: Page): Element => page.document.querySelector('.list') as Element;
  const waits = (times: number) => Array.from({ length: times }, () => () => undefined);
  return TALK.flatMap(([asks, answers]) => [
    (page: Page) => page.ask(asks),
    (page: Page) => page.put(listIn(page), page.make('qq', `<p>${asks}</p>`, 'blockquote')),
    ...waits(gaps),
    (page: Page) =>
      page.put(
        listIn(page),
        page.make('leaf', `<section><p>${answers}</p></section><footer>Check it</footer>`, 'article'),
      ),
    ...waits(QUIET),
  ]);
}

const steady: Rhythm = { gapMs: () => 60, isLate: () => false, stepMs: 0, lessonsMs: 20 };
const pageOf = (heading: string): string => `<h1>${heading}</h1><div class="list"></div><textarea></textarea>`;
const texts = TALK.map(([, answers]) => answers);

it.each([
  ['at once, where a machine is said to answer', 'AI desk', 5, texts],
  ['a second later, as on a busy machine', 'AI desk', 20, texts],
  ['at once, where nobody says so', 'Desk', 5, []],
  ['after the time that it takes to type them, whatever the page says', 'AI desk', 80, []],
])('short answers in one piece: %s', (_, heading, gaps, expected) => {
  expect(textsAfter(pageOf(heading), tasksOf(gaps), steady)).toEqual(expected);
});
