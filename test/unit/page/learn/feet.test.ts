/** Short answers in one piece with a line below them that says the same each time, and has a link or buttons in it. */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const QUIET = 30;
const nothing: Task = () => undefined;
const waits = (times: number): Task[] => Array.from({ length: times }, () => nothing);
const listOf = (page: Page): Element => page.document.querySelector('.list') as Element;
const steady: Rhythm = { gapMs: () => 40, isLate: () => false, stepMs: 0, lessonsMs: 20 };
const asked = (text: string): Task[] => [
  (page) => page.ask(text),
  (page) => page.put(listOf(page), page.make('asked', text, 'header')),
  ...waits(5),
];

const FEET = [
  ['a link', 'From: <a href="#keys">Keys and limits</a>'],
  ['buttons', 'Was this helpful?<button>Yes</button><button>No</button>'],
  ['both', 'Sources: <a href="#a">Keys</a>, <a href="#b">limits</a> <button>Copy</button>'],
] as const;

it.each(FEET)('short answers in one piece, above a line with %s', (_, foot) => {
  const talk = ['On Monday, at 7.', 'Ms Lindner has it.', 'No, boots only.', 'Yard north, 12.'];
  const answered = (text: string): Task[] => [
    (page) =>
      page.put(
        listOf(page),
        page.make('card', `<div class="text"><p>${text}</p></div><div class="foot">${foot}</div>`),
      ),
    ...waits(QUIET),
  ];
  const tasks = talk.flatMap((text, at) => [...asked(`What is question number ${at}?`), ...answered(text)]);
  expect(textsAfter('<h1>AI desk</h1><div class="list"></div><textarea></textarea>', tasks, steady)).toEqual(talk);
});
