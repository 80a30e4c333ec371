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
function tasksOf(gaps: number, foot = 'Check it', talk: readonly (readonly [string, string])[] = TALK): Task[] {
  const listIn = (page: Page): Element => page.document.querySelector('.list') as Element;
  const waits = (times: number) => Array.from({ length: times }, () => () => undefined);
  return talk.flatMap(([asks, answers]) => [
    (page: Page) => page.ask(asks),
    (page: Page) => page.put(listIn(page), page.make('qq', `<p>${asks}</p>`, 'blockquote')),
    ...waits(gaps),
    (page: Page) =>
      page.put(
        listIn(page),
        page.make('leaf', `<section><p>${answers}</p></section><footer>${foot}</footer>`, 'article'),
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

it.each([
  ['at once', 'AI desk', 3, texts.slice(0, 1)],
  ['before anybody could have picked it', 'AI desk', 20, texts.slice(0, 1)],
  ['after the time that it takes to pick it', 'AI desk', 30, []],
  ['at once, where nobody says that a machine answers', 'Desk', 3, []],
])('the first answer of a few words, in one piece: %s', (_, heading, gaps, expected) => {
  expect(textsAfter(pageOf(heading), tasksOf(gaps, 'Check it', TALK.slice(0, 1)), steady)).toEqual(expected);
});

it.each([
  ['Nora · AI Agent · Just now', texts],
  ['Assistente virtuale', texts],
  ['KI-Assistentin – 10:20', texts],
  ['Answered by AI', texts],
  ['Marco, AI Engineer', []],
  ['Lea · Head of AI Assistants', []],
  ['Anna Izzo (AI)', []],
  ['Risponde chi conosce l’assistente virtuale', []],
])('short answers in one piece above the line “%s”', (foot, expected) => {
  expect(textsAfter(pageOf('Desk'), tasksOf(5, foot), steady)).toEqual(expected);
});

const SHORT = [
  ['Is the hall free?', 'Yes.'],
  ['From when on?', 'Monday, at seven.'],
] as const;
const WHERE = 'Where do I park?';

it.each([
  ['with the second one', SHORT, SHORT.map(([, answers]) => answers)],
  [
    'not where all say the same',
    [
      [SHORT[0][0], 'Sent 10:20'],
      [SHORT[1][0], 'Sent 10:21'],
      [WHERE, 'Sent 10:22'],
    ],
    [],
  ],
] as const)('answers of a few words in one piece are learned %s', (_, talk, expected) => {
  expect(textsAfter(pageOf('AI desk'), tasksOf(5, '', talk), steady)).toEqual(expected);
});

/** The button to send is another one from the question on, until the answer is there or for so many gaps. */
function locking(waits: number, lasts = waits): { rhythm: Rhythm; tasks: Task[] } {
  let left = 0;
  const rhythm = { ...steady, isLocked: () => left > 0 };
  const tasks = tasksOf(waits, 'Check it').map((task): Task => {
    return (page) => {
      const before = page.document.querySelectorAll('blockquote').length;
      task(page);
      const isAsked = page.document.querySelectorAll('blockquote').length > before;
      left = isAsked ? lasts + 1 : left - 1;
    };
  });
  return { rhythm, tasks };
}

it.each([
  ['where nobody can ask on until it is there', 40, 40, texts],
  ['where one can ask on as soon as it is sent', 40, 4, []],
  ['where one can never ask on again', 40, 1_000, []],
])('an answer that comes late and in one piece, %s', (_, waits, lasts, expected) => {
  const { rhythm, tasks } = locking(waits, lasts);
  expect(textsAfter(pageOf('Desk'), tasks, rhythm)).toEqual(expected);
});

it('the first of them is enough', () => {
  const { rhythm, tasks } = locking(40);
  expect(textsAfter(pageOf('Desk'), tasks.slice(0, tasks.length / TALK.length), rhythm)).toEqual(texts.slice(0, 1));
});

it.each([
  [
    'Chinese',
    '复制',
    [
      ['星期天办公室几点开门？', '星期天上午八点整开门。'],
      ['需要提前预约吗？', '需要，请在网站的预约页面登记。'],
      ['如果我迟到了怎么办？', '请在约定时间之前致电前台。'],
    ],
  ],
  [
    'Japanese',
    'コピー',
    [
      ['日曜日は何時に開きますか？', '日曜日は朝八時に開きます。'],
      ['予約は必要ですか？', 'はい、サイトの予約ページからどうぞ。'],
      ['遅れたらどうすればいいですか？', '時間の前に受付へお電話ください。'],
    ],
  ],
] as const)('short answers in one piece, in a script of which a few characters say much: %s', (_, foot, talk) => {
  expect(textsAfter(pageOf('AI desk'), tasksOf(5, foot, talk), steady)).toEqual(talk.map(([, answers]) => answers));
  expect(textsAfter(pageOf('Desk'), tasksOf(5, foot, talk), steady)).toEqual([]);
});

it('what streams at so many letters a second was generated, where they are syllables of two keys and more', () => {
  const answer = '일정표에서 지우면 다른 사람이 바로 쓸 수 있고, 리모컨은 안내 데스크에서 빌려 줍니다.';
  const said = (text: string) => {
    const list = (page: Page) => page.document.querySelector('.list') as Element;
    const prompt = text === answer ? '회의실은 어떻게 취소하나요?' : 'How do I give back a room?';
    let written: Text | undefined;
    return textsAfter(
      pageOf('Desk'),
      [
        (page) => page.ask(prompt),
        (page) => page.put(list(page), page.make('qq', `<p>${prompt}</p>`, 'blockquote')),
        (page) => {
          const turn = page.make('leaf', '<section><p></p></section><footer>⋯</footer>', 'article');
          written = page.document.createTextNode(text.slice(0, 3));
          turn.querySelector('p')?.append(written);
          page.put(list(page), turn);
        },
        ...(text.slice(3).match(/.{1,3}/g) ?? []).map((word) => (page: Page) => written && page.write(written, word)),
        ...Array.from({ length: QUIET }, () => () => undefined),
      ],
      { ...steady, gapMs: () => 200 },
    );
  };
  expect(said(answer)).toEqual([answer]);
  expect(said('Delete it in the calendar, so that others can use it.')).toEqual([]);
});
