/** Constructions that chat pages of today have, in which no answer was found once, or what is none was taken for one. */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const TALK = [
  ['Which of the halls is free next week?', 'The second one is free, from Monday on until the end of the month.'],
  ['Who has its key?', 'Mrs Lindner at the north gate has one, and the desk keeps another.'],
  ['Do I need to be trained?', 'No, you need not, but wear shoes with steel caps and a helmet.'],
] as const;
const TEXTS = TALK.map(([, answer]) => answer);

interface Drawn {
  asks(page: Page, text: string): void;
  /** Before the first word. */
  begins(page: Page): void;
  /** The answer so far. */
  says(page: Page, sofar: string, isLast: boolean): void;
  /** What else happens while it comes. */
  meanwhile?(page: Page, nth: number): void;
}

const QUIET = Array.from({ length: 120 }, () => () => undefined);

function tasksOf(
  { asks, begins, says, meanwhile }: Drawn,
  talk: readonly (readonly [string, string])[] = TALK,
): Task[] {
  return talk.flatMap(([question, answer]) => {
    const words = answer.split(/(?<= )/);
    const shown = words.map((_, at) => words.slice(0, at + 1).join(''));
    return [
      (page: Page) => page.ask(question),
      (page: Page) => {
        asks(page, question);
        begins(page);
      },
      ...QUIET.slice(0, 4),
      ...shown.flatMap((sofar, nth) => [
        (page: Page) => says(page, sofar, sofar === answer),
        (page: Page) => meanwhile?.(page, nth),
      ]),
      ...QUIET,
    ];
  });
}

const find = (page: Page, selector: string): Element => page.document.querySelector(selector) as Element;
const last = (page: Page, selector: string): Element =>
  [...(page.document.querySelectorAll(selector) as Iterable<Element>)].at(-1) as Element;
const put = (page: Page, into: string, name: string, html: string, tag?: string): void =>
  page.put(find(page, into), page.make(name, html, tag));

const steady: Rhythm = { gapMs: () => 40, isLate: () => false, stepMs: 0, lessonsMs: 20 };
const LIST = '<div class="list"></div>';

/** The texts that are read at the end. */
const textsOf = (drawn: Drawn, html = LIST, tasks = tasksOf(drawn)): string[] =>
  textsAfter(`${html}<textarea></textarea>`, tasks, steady);

const bubbles: Pick<Drawn, 'asks' | 'begins'> = {
  asks: (page, text) => put(page, '.list', 'turn mine', `<p>${text}</p>`),
  begins: (page) => put(page, '.list', 'turn its', '<div class="said"></div>'),
};

it.each([
  ['which is taken out then', (page: Page) => page.draw(find(page, '.coming'), '')],
  ['which is emptied then', (page: Page) => page.draw(find(page, '.coming-text'), '')],
])(
  'an answer that comes apart from the list, in a place %s, and is put into that when it is complete',
  (_, empties) => {
    const apart: Drawn = {
      asks: (page, text) => put(page, '.list', 'row', `<img alt="me"><div class="text">${text}</div>`),
      begins: (page) => page.draw(find(page, '.coming'), '<i>Writing</i><div class="coming-text"></div>'),
      says(page, sofar, isLast) {
        if (!isLast) return page.draw(find(page, '.coming-text'), `<p>${sofar}</p>`);
        empties(page);
        put(page, '.list', 'row', `<img alt="guide"><div class="text"><p>${sofar}</p></div>`);
      },
    };
    expect(textsOf(apart, `${LIST}<div class="coming"></div>`)).toEqual(TEXTS);
  },
);

it('lines of a log that come behind question and answer are none, and are told from answers', () => {
  const terminal: Drawn = {
    asks: (page, text) => put(page, '.list', 'cmd own', `<div>$ ask "${text}"</div><pre class="out"></pre>`),
    begins: () => undefined,
    says: (page, sofar) => page.draw(last(page, '.own .out'), sofar),
    meanwhile: (page, nth) => {
      if (nth % 5 === 1) put(page, '.list', 'cmd job', `<pre class="out">${nth} rows were copied from the hall</pre>`);
    },
  };
  expect(textsOf(terminal)).toEqual(TEXTS);
});

it('parts of an answer that are written at the same time, one below the other, are one', () => {
  const parts = (sofar: string) => [sofar, `And then: ${sofar}`].map((text) => `<section>${text}</section>`).join('');
  const atOnce: Drawn = { ...bubbles, says: (page, sofar) => page.draw(last(page, '.said'), parts(sofar)) };
  expect(textsOf(atOnce)).toEqual(TEXTS.map((text) => `${text}And then: ${text}`));
});

it('a question that stands first where nobody sees it, and then where somebody does, is where that is', () => {
  const twice: Drawn = {
    asks(page, text) {
      put(page, '.narrow', 'small mine', text, 'li');
      put(page, '.wide', 'turn mine', '<b>Ines</b><p></p>');
      page.draw(last(page, '.mine p'), text);
    },
    begins: (page) => put(page, '.wide', 'turn its', '<div class="said"></div>'),
    says: (page, sofar) => page.draw(last(page, '.said'), `<p>${sofar}</p>`),
  };
  const html = '<div><ol class="narrow" hidden></ol><div class="wide"></div></div>';
  const [first] = TALK;
  expect(textsOf(twice, html, tasksOf(twice, [first, ['Is it locked at night?', 'Yes.']]))).toEqual([TEXTS[0], 'Yes.']);
});

it('messages that are buttons, with buttons below the newest', () => {
  const pressed: Drawn = {
    asks: (page, text) => put(page, '.list', 'row mine', `<button><span class="said"><p>${text}</p></span></button>`),
    begins: (page) => put(page, '.list', 'row its', '<button><span class="said"></span></button>'),
    says(page, sofar, isLast) {
      page.draw(last(page, '.its .said'), `<p>${sofar}</p>`);
      if (isLast) page.put(last(page, '.its'), page.make('acts', '<button>Retry</button>'));
    },
  };
  expect(textsOf(pressed, LIST, tasksOf(pressed, [['Who has its key?', 'The desk has it.']]))).toEqual([
    'The desk has it.',
  ]);
});

it('turns that are nodes of a drawing', () => {
  const node = (page: Page, name: string, html: string) =>
    page.put(find(page, 'g'), page.make('', `<div class="node ${name}">${html}</div>`, 'foreignObject'));
  const drawn: Drawn = {
    asks: (page, text) => node(page, 'asked', `<p>${text}</p>`),
    begins: (page) => node(page, 'its', '<div class="said"></div>'),
    says: (page, sofar) => page.draw(last(page, '.said'), `<p>${sofar}</p>`),
  };
  expect(textsOf(drawn, '<svg><g></g></svg>')).toEqual(TEXTS);
});

it('turns of which nothing but their distance from the left tells whose they are', () => {
  const at = (page: Page, left: number, text: string) => {
    const turn = page.make('', text, 'span');
    turn.setAttribute('style', `position: absolute; left: ${left}px; color: transparent`);
    page.put(find(page, '.list'), turn);
  };
  const painted: Drawn = {
    asks: (page, text) => at(page, 320, text),
    begins: (page) => at(page, 20, ''),
    says: (page, sofar) => page.draw(last(page, '.list span'), sofar),
  };
  expect(textsOf(painted)).toEqual(TEXTS);
});

it('turns that stand each within the one that it answers, and are told by the name above their words alone', () => {
  const into = (page: Page) => last(page, '.replies') ?? find(page, '.list');
  const post = (page: Page, name: string, text: string) =>
    page.put(
      into(page),
      page.make(
        'post',
        `<div class="by"><b>${name}</b> now</div><div class="words">${text}</div><div class="replies"></div>`,
      ),
    );
  const nested: Drawn = {
    asks: (page, text) => post(page, 'ines_d', text),
    begins: (page) => post(page, 'hall_desk', ''),
    says: (page, sofar) => page.draw(last(page, '.words'), `<p>${sofar}</p>`),
  };
  expect(textsOf(nested)).toEqual(TEXTS);
  // As soon as the next question stands in the turn, it is none of the answer.
  const [first, [question]] = TALK;
  const asksOn: Task[] = [(page) => page.ask(question), (page) => nested.asks(page, question), ...QUIET];
  expect(textsOf(nested, LIST, [...tasksOf(nested, [first]), ...asksOn])).toEqual(TEXTS.slice(0, 1));
});

it('a list of terms and what is said of each, in which the terms are names', () => {
  const term = (page: Page, name: string, text: string) => {
    put(page, 'dl', '', name, 'dt');
    put(page, 'dl', '', text, 'dd');
  };
  const terms: Drawn = {
    asks: (page, text) => term(page, 'Ines', `<p>${text}</p>`),
    begins: (page) => term(page, 'Hall desk', ''),
    says: (page, sofar) => page.draw(last(page, 'dd'), `<p>${sofar}</p>`),
  };
  expect(textsOf(terms, '<main><dl></dl></main>')).toEqual(TEXTS);
});

it('an answer that comes in three lumps, and is whole before anybody could have written it', () => {
  const parts = [
    'The north hall has nine gates, ',
    'of which one is closed for good.',
    'Ask at the desk for the key of it.',
  ];
  const [[asked]] = TALK;
  const tasks: Task[] = [
    (page) => page.ask(asked),
    (page) => {
      bubbles.asks(page, asked);
      bubbles.begins(page);
    },
    ...QUIET.slice(0, 4),
    ...parts.flatMap((_, at) => [
      (page: Page) =>
        page.draw(
          last(page, '.said'),
          parts
            .slice(0, at + 1)
            .map((part) => `<p>${part}</p>`)
            .join(''),
        ),
      ...QUIET.slice(0, 7),
    ]),
    ...QUIET,
  ];
  expect(textsAfter(`${LIST}<textarea></textarea>`, tasks, steady)).toEqual([parts.join('')]);
});
