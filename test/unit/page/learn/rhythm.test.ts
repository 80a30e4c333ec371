/** What is learned does not depend on how quick the machine is: a page is played at many rhythms, and each time the texts are the same. */
import { describe, expect, it } from 'vitest';
import { withNights } from '../../../nightly.ts';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

/** Numbers that look like chance, the same each time. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1_013_904_223) | 0;
    return ((state >>> 8) & 0xffff) / 0x10000;
  };
}

/** A quick machine, and busier ones: what the page does comes in bunches after a standstill, and our timers run late. */
function rhythmOf(seed: number): Rhythm {
  const next = chance(seed);
  const of = <T>(...all: T[]): T => all[Math.floor(next() * all.length)] as T;
  const [stalls, late, stepMs, lessonsMs] = [
    of(0, 0.03, 0.15),
    of(0, 0.3, 0.6, 0.9),
    of(0, 0.3, 1.5, 6),
    of(20, 900, 4_000),
  ];
  let waited = 0;
  return {
    gapMs: () => (next() < stalls ? of(250, 700, 1_500, 2_200) : of(1, 15, 40, 60)),
    // They do run in the end.
    isLate: () => {
      waited = next() < late && waited < 5 ? waited + 1 : 0;
      return waited > 0;
    },
    stepMs,
    lessonsMs,
  };
}

const words = (text: string): string[] => text.split(/(?<= )/);

const ANSWERS = [
  [
    'How long do we keep invoices?',
    [
      'Ten years in most countries of Europe, counted from the end of the year.',
      'The duty is stronger than a wish to be forgotten, so keep them.',
    ],
  ],
  [
    'Which query lists closed accounts?',
    [
      'This one lists accounts that are closed and have at least one invoice, the oldest first.',
      'Run it on the copy.',
      'Then send me what it lists.',
    ],
  ],
  [
    'Write a short reply to them',
    ['Short reply you can send', 'Thank you for writing to us. We have removed your details and preferences today.'],
  ],
] as const;

/** How a component shows an answer: begun with its first words, gone on with, ended. */
interface Shown {
  /** Something comes before that, again and again. */
  before?(page: Page, list: Element): void;
  begin(page: Page, list: Element, html: string): HTMLElement;
  /** Shows more: all of the text so far, and the words that are new. */
  more(page: Page, turn: HTMLElement, html: string, word: string, opens: boolean): void;
  after?(page: Page, turn: HTMLElement): void;
  end?(page: Page, turn: HTMLElement): void;
}

interface Said {
  answers?: readonly (readonly [string, readonly string[]])[];
  ask(page: Page, list: Element, prompt: string): void;
  shows: Shown;
}

const listIn = (page: Page): Element => page.document.querySelector('.list') as Element;
const html = (sofar: string): string =>
  sofar
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');

function tasksOf({ answers = ANSWERS, ask, shows }: Said): Task[] {
  const tasks: Task[] = [];
  for (const [prompt, paragraphs] of answers) {
    let turn: HTMLElement;
    let sofar = '';
    tasks.push(
      (page) => page.ask(prompt),
      (page) => ask(page, listIn(page), prompt),
    );
    for (let nth = 0; nth < 8; nth++) tasks.push((page) => shows.before?.(page, listIn(page)));
    const pieces = paragraphs.flatMap((paragraph, nth) =>
      words(paragraph).map((word, first) => ({ word, opens: nth > 0 && first === 0 })),
    );
    for (const [nth, { word, opens }] of pieces.entries()) {
      tasks.push((page) => {
        sofar += (opens ? '\n' : '') + word;
        if (nth > 0) shows.more(page, turn, html(sofar), word, opens);
        else turn = shows.begin(page, listIn(page), html(sofar));
      });
      if (nth === 0) tasks.push((page) => shows.after?.(page, turn));
    }
    tasks.push((page) => shows.end?.(page, turn));
    // Whoever asks reads for a while.
    for (let pause = 0; pause < 12; pause++) tasks.push(() => undefined);
  }
  return tasks;
}

const within = (turn: Element, selector: string): HTMLElement => turn.querySelector(selector) as HTMLElement;

function bubble(page: Page, mine: boolean, inner: string): HTMLElement {
  const card = `<div class="card"><div class="format"><div class="markdown">${inner}</div></div><div class="clock"><span>10:20</span></div></div>`;
  return page.make('', `<div class="wrapper"><div class="box${mine ? ' mine' : ''}">${card}</div></div>`);
}

/** Messages in an array: the text is drawn anew with each word, and a divider comes above what is new. */
const divided: Said = {
  ask(page, list, prompt) {
    page.put(list, bubble(page, true, `<p>${prompt}</p>`));
    page.put(list.parentElement as Element, page.make('typing', '<i>...</i>'));
  },
  shows: {
    begin(page, list, inner) {
      page.take(within(list.parentElement as Element, '.typing'));
      const turn = bubble(page, false, inner);
      page.put(list, turn);
      return turn;
    },
    after(page, turn) {
      const before = page.document.querySelector('.divider');
      if (before) page.take(before);
      const box = within(turn, '.box');
      page.put(box.parentElement as Element, page.make('divider', 'New Messages'), box);
    },
    more: (page, turn, inner) => page.draw(within(turn, '.markdown'), inner),
  },
};

/** A text that grows in its nodes, below a label that says what is done, with a note below it in the end. */
const labelled: Said = {
  ask: (page, list, prompt) => page.put(list, page.make('turn user', `<div class="said">${prompt}</div>`)),
  shows: {
    begin(page, list, inner) {
      const turn = page.make('turn tool', `<div class="label">Looking it up</div><div class="said">${inner}</div>`);
      page.put(list, turn);
      return turn;
    },
    more(page, turn, _, word, opens) {
      const said = within(turn, '.said');
      if (opens) page.put(said, page.make('', word, 'p'));
      else page.write(said.lastChild?.lastChild as Text, word);
    },
    end(page, turn) {
      const label = within(turn, '.label');
      page.swap(label.firstChild as ChildNode, page.document.createTextNode('Looked up in 14 documents'));
      page.put(
        turn,
        page.make('foot', 'Made by a machine. It may be wrong: check what matters before you send it on to anybody.'),
      );
    },
  },
};

/** Short answers. */
const SHORT = [
  ['Until when can they return it?', ['Until noon.']],
  ['Who signs for the key?', ['The desk on the ground floor.']],
  ['Is the hall free on Monday?', ['Yes.', 'It is free until six.']],
  ['And on Tuesday in the evening?', ['No, the choir has it then.']],
] as const;

/** All turns are drawn anew with each word, as a list without keys does it. */
const anew: Said = {
  ask: labelled.ask,
  shows: {
    begin(page, list, inner) {
      const turn = page.make('turn tool', `<b>Desk</b><div class="said">${inner}</div><small>just now</small>`);
      page.put(list, turn);
      return turn;
    },
    more(page, turn, inner) {
      const now = page.make('turn tool', `<b>Desk</b><div class="said">${inner}</div><small>just now</small>`);
      page.swap(page.document.querySelector('.list > :last-child') as ChildNode, now);
      return void turn;
    },
  },
};

/** What the tool thinks comes in the turn first, and the text only once that is gone. */
const thinking: Said = {
  ask(page, list, prompt) {
    labelled.ask(page, list, prompt);
    const thought =
      '<div class="reason"><div class="head">Thinking…</div><div class="thought">They ask for</div></div>';
    page.put(list, page.make('turn tool', thought));
  },
  shows: {
    before: (page, list) =>
      page.put(
        within(list.lastElementChild as Element, '.thought'),
        page.document.createTextNode(' and for the handbook'),
      ),
    begin: (page, _, inner) => page.make('said', inner),
    after(page, said) {
      const turn = listIn(page).lastElementChild as HTMLElement;
      page.take(within(turn, '.thought'));
      page.swap(within(turn, '.head').firstChild as ChildNode, page.document.createTextNode('Thought for 4 seconds'));
      page.put(turn, said);
    },
    more(page, said, inner) {
      page.draw(said, inner);
    },
  },
};

/** A text that is drawn anew with each word, below a line that says what was looked through, and above a note in the end. */
const noted: Said = {
  ask: labelled.ask,
  shows: {
    begin(page, list, inner) {
      const nth = 12 + list.children.length;
      const found = `<div class="found">Looked through ${nth} files of the archive</div>`;
      const turn = page.make('turn tool', `${found}<div class="said">${inner}</div>`);
      page.put(list, turn);
      return turn;
    },
    more: (page, turn, inner) => page.draw(within(turn, '.said'), inner),
    end: (page, turn) => page.put(turn, page.make('fine', 'For use in the house only. Do not send on.', 'p')),
  },
};

const HTML = '<h1>Desk</h1><div class="list"></div><footer><textarea></textarea></footer>';

/** The texts that are read, each with the rhythms at which they are. */
function textsByRhythm(said: Said): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const seed of RHYTHMS) {
    const texts = textsAfter(HTML, tasksOf(said), rhythmOf(seed)).join('\n');
    found.set(texts, [...(found.get(texts) ?? []), seed]);
  }
  return found;
}

/**
 * Some at random, and those of hundreds at which a divider or a label was once read as a part of the answer, or at which an
 * answer that stood still in between was not learned at all.
 */
const RHYTHMS = withNights([0, 1, 2, 3, 39, 57, 94, 101, 119, 390], 4, 5, 6, 7, 8, 9, 10, 11, 96, 103, 109, 144);
/** On a machine that does much else. */
const LIMIT_MS = 60_000;

describe('what is learned is the same at every rhythm', () => {
  it.each<[string, Said]>([
    ['drawn anew with each word, below a divider', divided],
    ['short, drawn anew with each word, below a divider', { ...divided, answers: SHORT }],
    ['in nodes that grow, between a label that changes and a long note', labelled],
    ['below what the tool thinks, which comes first', thinking],
    ['short, below what the tool thinks, which comes first', { ...thinking, answers: SHORT }],
    ['drawn anew with each word, between a line of its own and a note', noted],
    ['short, drawn anew with each word, between a line of its own and a note', { ...noted, answers: SHORT }],
    ['in turns that are drawn anew', anew],
    ['short, in turns that are drawn anew', { ...anew, answers: SHORT }],
  ])('%s', { timeout: LIMIT_MS }, (_, said) => {
    const expected = (said.answers ?? ANSWERS).map(([, paragraphs]) => paragraphs.join('')).join('\n');
    expect([...textsByRhythm(said)].map(([text, at]) => (text === expected ? 'right' : `${at}: ${text}`))).toEqual([
      'right',
    ]);
  });
});
