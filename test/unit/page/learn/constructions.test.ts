/** Constructions of turns in which the words of an answer once could not be told from what stands around them. */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const TALK = [
  ['Which of the halls is free next week?', 'The second one, from Monday on.'],
  ['Who has its key?', 'Mrs Lindner at the north gate.'],
  ['Do I need to be trained?', 'No, but wear shoes with steel caps.'],
] as const;

interface Drawn {
  /** The turn of whoever asks. */
  asks(page: Page, text: string): Element;
  /** What comes before the first word of the answer. */
  waits?(): Task[];
  /** The answer so far. */
  says(page: Page, sofar: string, isLast: boolean): void;
}

function tasksOf({ asks, waits, says }: Drawn): Task[] {
  const quiet = Array.from({ length: 160 }, () => () => undefined);
  return TALK.flatMap(([question, answer]) => {
    const words = answer.split(/(?<= )/);
    return [
      (now: Page) => now.ask(question),
      (now: Page) => now.put(listIn(now), asks(now, question)),
      ...(waits?.() ?? []),
      ...quiet.slice(0, 12),
      ...words.map((_, at) => (now: Page) => says(now, words.slice(0, at + 1).join(''), at === words.length - 1)),
      ...quiet,
    ];
  });
}

const listIn = (page: Page): Element => page.document.querySelector('.list') as Element;
const last = (page: Page, selector: string): Element | undefined =>
  [...(page.document.querySelectorAll(selector) as Iterable<Element>)].at(-1);
const steady: Rhythm = { gapMs: () => 50, isLate: () => false, stepMs: 0, lessonsMs: 20 };
const quick: Rhythm = { ...steady, gapMs: () => 18 };
const texts = TALK.map(([, answer]) => answer);

/** A row of a table for each turn: nothing but the name in its first cell tells whose it is. */
const inRows: Drawn = {
  asks: (page, text) => page.make('', `<td><b>Ida Berg</b></td><td><p>${text}</p></td>`, 'tr'),
  says(page, sofar) {
    const bots = [...(page.document.querySelectorAll('tr') as Iterable<Element>)];
    const isNew = bots.at(-1)?.querySelector('b')?.textContent !== 'Hall desk';
    if (isNew) page.put(listIn(page), page.make('', '<td><b>Hall desk</b></td><td></td><td><i>28/11</i></td>', 'tr'));
    page.draw(last(page, 'tr')?.children[1] as Element, `<p>${sofar}</p>`);
  },
};

/** What it thinks comes first, word for word; then a line says that it did, in the same place. */
const thinking: Drawn = {
  asks: (page, text) => page.make('turn mine', `<p>${text}</p>`),
  waits: () => [
    (page) => page.put(listIn(page), page.make('turn its', '<div class="mused"></div>')),
    ...'They want something from the plan, so it is the plan that I look at, and then at the list of May.'
      .split(/(?<= )/)
      .map((word) => (page: Page) => page.put(last(page, '.mused') as Element, page.document.createTextNode(word))),
    (page) => {
      page.draw(last(page, '.mused') as Element, '<span>Thought for 2 s</span> ▸');
      page.put(last(page, '.turn') as Element, page.make('known', ''));
    },
  ],
  says: (page, sofar) => page.draw(last(page, '.known') as Element, `<p>${sofar}</p>`),
};

/** Who speaks stands in bold at the head of the words, in one paragraph: all rows are built alike. */
const inParagraph: Drawn = {
  asks: (page, text) => page.make('row', `<strong>You:</strong> <span>${text}</span>`, 'p'),
  says(page, sofar) {
    const isNew = last(page, '.row')?.querySelector('strong')?.textContent !== 'Desk:';
    if (isNew) page.put(listIn(page), page.make('row', '<strong>Desk:</strong> ', 'p'));
    page.draw(last(page, '.row') as Element, `<strong>Desk:</strong> ${sofar}`);
  },
};

/** The first words of what was asked stand in a list of it, before the question turns up as a turn. */
const remembered: Drawn = {
  asks(page, text) {
    page.put(last(page, '.past') as Element, page.make('', text.slice(0, 12), 'li'));
    return page.make('turn mine', `<p>${text}</p>`);
  },
  says(page, sofar) {
    const isNew = last(page, '.turn')?.className.includes('mine');
    if (isNew) page.put(listIn(page), page.make('turn its', '<p></p>'));
    page.draw(last(page, '.turn p') as Element, sofar);
  },
};

/** A clock runs in the head of the answer as it comes, and says more than the answer does once that is complete. */
const counting: Drawn = {
  asks: (page, text) => page.make('turn mine', `<div class="said">${text}</div>`),
  waits: () => [
    (page) =>
      page.put(listIn(page), page.make('turn its', '<div class="took"><i>0.1 s</i></div><div class="said"></div>')),
  ],
  says(page, sofar, isLast) {
    page.draw(last(page, '.said') as Element, sofar);
    const took = isLast ? 'Answered in 0.9 s by the desk · 14 tokens · 0.2 cents' : `0.${sofar.length % 10} s`;
    page.draw(last(page, '.took i') as Element, took);
  },
};

/** All questions stand in one column and all answers in another. */
const inColumns: Drawn = {
  asks: (page, text) => {
    page.put(last(page, '.left') as Element, page.make('asked', `<p>${text}</p>`));
    return page.make('', '');
  },
  says(page, sofar) {
    const [asked, said] = ['.asked', '.said'].map((name) => [...page.document.querySelectorAll(name)].length);
    if (asked !== said) page.put(last(page, '.right') as Element, page.make('said', '<p></p>'));
    page.draw(last(page, '.said p') as Element, sofar);
  },
};

/** The answer stands before its question in the page, in a row that is drawn from the right. */
const fromRight: Drawn = {
  asks(page, text) {
    const row = page.make('row', `<aside>${text}</aside>`);
    row.setAttribute('style', 'display: flex; flex-direction: row-reverse');
    return row;
  },
  says(page, sofar) {
    const row = last(page, '.row') as Element;
    if (!row.querySelector('section')) page.put(row, page.make('said', '<p></p>', 'section'), row.firstChild);
    page.draw(row.querySelector('p') as Element, sofar);
  },
};

/** As mail: lines of who and about what above each text; below an answer, which is there at once, stands what it answers. */
const asMail: Drawn = {
  asks(page, text) {
    const head = (name: string) => `<div class="head"><div>From: ${name}</div><div>Subject: Halls</div></div>`;
    page.put(listIn(page), page.make('card', `${head('Ines')}<div class="said"><p>${text}</p></div>`));
    const old = `<blockquote class="old"><p>Ines wrote:</p><p>${text}</p></blockquote>`;
    return page.make('card', `${head('Desk')}<div class="said"></div>${old}`);
  },
  says: (page, sofar) => page.draw(last(page, '.said') as Element, `<p>${sofar}</p>`),
};

/** A row for each question: its number, what is asked, how far it is, and the answer in a cell that nothing names. */
const inCells: Drawn = {
  asks: (page, text) => page.make('', `<td>1</td><td>${text}</td><td>Queued</td><td></td>`, 'tr'),
  says(page, sofar, isLast) {
    const [, , state, said] = last(page, 'tr')?.children ?? [];
    page.draw(state as Element, isLast ? 'Done' : 'Running');
    page.draw(said as Element, `<p>${sofar}</p>`);
  },
};

/** Each piece is an element that stays, until all of them make room for paragraphs. */
const inPieces: Drawn = {
  asks: (page, text) => page.make('turn mine', `<div class="said"><p>${text}</p></div>`),
  says(page, sofar, isLast) {
    if (last(page, '.turn')?.className.includes('mine'))
      page.put(listIn(page), page.make('turn its', '<div class="said"></div>'));
    const said = last(page, '.said') as Element;
    const shown = (said.textContent ?? '').length;
    if (isLast) page.draw(said, `<p>${sofar}</p>`);
    else page.put(said, page.make('', sofar.slice(shown), 'span'));
  },
};

/** Once it is complete, notes stand below the text in a list of their own. */
const withNotes: Drawn = {
  asks: (page, text) => page.make('turn mine', `<p>${text}</p>`),
  says(page, sofar, isLast) {
    if (last(page, '.turn')?.className.includes('mine'))
      page.put(listIn(page), page.make('turn its', '<div class="said"></div>'));
    page.draw(last(page, '.said') as Element, `<p>${sofar}</p>`);
    const notes = '<li>Handbook of the house, page 12</li><li>Plan for the whole of the year</li>';
    if (isLast) page.put(last(page, '.turn') as Element, page.make('notes', notes, 'ol'));
  },
};

/** Longer texts that others wrote come with the question; the answer grows above them. */
const overResults: Drawn = {
  asks(page, text) {
    const hit = `<div class="hit"><h3>A hall</h3><p>${'What carriers and firms know before they send anything. '.repeat(3)}</p></div>`;
    page.draw(listIn(page), '');
    return page.make('page', `<div class="asked">${text}</div><div class="box"><h2>Overview</h2></div>${hit}${hit}`);
  },
  says(page, sofar) {
    const box = last(page, '.box') as Element;
    if (!box.querySelector('.said')) page.put(box, page.make('said', ''));
    page.draw(last(page, '.said') as Element, `<p>${sofar}</p>`);
  },
};

it.each<[string, string, Drawn]>([
  ['above what they answer', '<div class="list"></div>', asMail],
  [
    'in a column beside that of the questions',
    '<div class="left"></div><div class="right"></div><div class="list"></div>',
    inColumns,
  ],
  ['before the question, in a row that is drawn from the right', '<div class="list"></div>', fromRight],
  ['who speaks stands in the same paragraph', '<div class="list"></div>', inParagraph],
  ['a clock runs above them', '<div class="list"></div>', counting],
  [
    'questions begin in a list of what was asked',
    '<aside><ul class="past"></ul></aside><div class="list"></div>',
    remembered,
  ],
  ['rows of a table in which the whole talk is laid out', '<table><tbody class="list"></tbody></table>', inRows],
  ['what it thinks makes room for a line that says so', '<div class="list"></div>', thinking],
  ['in a cell of the row that holds the question', '<table><tbody class="list"></tbody></table>', inCells],
  ['above notes in a list', '<div class="list"></div>', withNotes],
  ['pieces that make room for paragraphs', '<div class="list"></div>', inPieces],
])('the words of an answer are told: %s', (_, html, drawn) => {
  for (const rhythm of [steady, quick])
    expect(textsAfter(`${html}<textarea></textarea>`, tasksOf(drawn), rhythm)).toEqual(texts);
});

it('two answers that are written side by side are two', () => {
  const toChoose: Drawn = {
    asks: (page, text) => page.make('asked', `<p>${text}</p>`),
    says(page, sofar) {
      const boxes = page.document.querySelectorAll('.both') as Iterable<Element>;
      const count = [...(page.document.querySelectorAll('.asked') as Iterable<Element>)].length;
      const box = (name: string) => `<div class="box"><div class="name">${name}</div><div class="said"></div></div>`;
      if ([...boxes].length < count)
        page.put(listIn(page), page.make('both', `<div style="display: flex">${box('One')}${box('Other')}</div>`));
      for (const said of [...(page.document.querySelectorAll('.said') as Iterable<Element>)].slice(-2))
        page.draw(said, `<p>${sofar}</p>`);
    },
  };
  const both = texts.flatMap((text) => [text, text]);
  for (const rhythm of [steady, quick])
    expect(textsAfter('<div class="list"></div><textarea></textarea>', tasksOf(toChoose), rhythm)).toEqual(both);
});

it('what others wrote, which comes with the question at once, is not read in the place of the answer that grows', () => {
  for (const rhythm of [steady, quick])
    expect(textsAfter('<div class="list"></div><textarea></textarea>', tasksOf(overResults), rhythm)).toEqual(
      texts.slice(-1),
    );
});

it('what it thought is not read where the machine was too busy to look before that was folded away', () => {
  let at = 0;
  // Of every second, nothing is looked at for 0.7.
  const busy: Rhythm = { ...quick, isLate: () => at++ % 55 < 39 };
  expect(textsAfter('<div class="list"></div><textarea></textarea>', tasksOf(thinking), busy)).toEqual(texts);
});
