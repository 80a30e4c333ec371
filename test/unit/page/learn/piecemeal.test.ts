/**
 * A question that its page draws bit by bit, as what one says is written down: its first words may be all that the page shows when
 * they are seen, and then all around them shows them too. A short answer after that is an answer, and no label beside the question.
 */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const ASKED = 'Is the Lyon office open on Saturday?';
const HEARD = 'is the lyon office open';
const ANSWER = ['Yes,', ' until', ' noon', ' and no longer.'];

const PAGE = '<main><section><div class="list"></div></section></main><textarea></textarea>';
const QUIET = 30;

const find = (page: Page, selector: string): Element => page.document.querySelector(selector) as Element;
const turnOf = (page: Page, html: string): HTMLElement => page.make('turn left', html);
const listOf = (page: Page): Element => find(page, '.list');
const nothing: Task = () => undefined;

/** How a page draws the question: first a part of it, then all. */
const DRAWN: readonly (readonly [string, readonly Task[]])[] = [
  [
    'as it was heard, and put right at the end',
    [
      (page) => page.put(listOf(page), turnOf(page, `<div class="words">${HEARD}</div>`)),
      (page) => page.draw(find(page, '.words'), ASKED),
    ],
  ],
  [
    'in pieces that follow each other',
    [
      (page) => page.put(listOf(page), turnOf(page, '<p class="words"><span>Is the Lyon office open </span></p>')),
      (page) => page.put(find(page, '.words'), page.make('piece', 'on Saturday?', 'span')),
    ],
  ],
  [
    'word by word in one text, below wrappers',
    [
      (page) =>
        page.put(listOf(page), turnOf(page, '<div><div><div class="words">Is the Lyon office open</div></div></div>')),
      (page) => page.write(find(page, '.words').firstChild as Text, ' on Saturday?'),
    ],
  ],
];

const ANSWERED: readonly Task[] = [
  (page) => page.put(listOf(page), page.make('turn right', '<div class="words">Yes,</div>')),
  ...ANSWER.slice(1).map(
    (more): Task =>
      (page) =>
        page.write(find(page, '.right .words').firstChild as Text, more),
  ),
];

/** Tasks of the page between two of our looks. */
const RHYTHMS: readonly (readonly [string, number])[] = [
  ['each by itself', 150],
  ['several at once', 40],
];

it.each(RHYTHMS.flatMap(([looks, gapMs]) => DRAWN.map(([how, draws]) => [how, looks, draws, gapMs] as const)))(
  'the answer to a question that is drawn %s, looked at %s, is learned',
  (_, __, draws, gapMs) => {
    const rhythm: Rhythm = { gapMs: () => gapMs, isLate: () => false, stepMs: 0, lessonsMs: 20 };
    const [first = nothing, ...rest] = draws;
    const tasks: Task[] = [
      (page) => page.ask(ASKED),
      first,
      // What is drawn now is looked at.
      ...Array.from({ length: Math.ceil(150 / gapMs) }, () => nothing),
      ...rest,
      ...ANSWERED,
      ...Array.from({ length: QUIET }, () => nothing),
    ];
    expect(textsAfter(PAGE, tasks, rhythm)).toEqual([ANSWER.join('')]);
  },
);
