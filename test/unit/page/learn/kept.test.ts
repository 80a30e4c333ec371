/** What one asked stays in the field, and is said nowhere else: the field is the person's turn, where the page says that a machine answers. */
import { expect, it } from 'vitest';
import { type Page, type Rhythm, type Task, textsAfter } from './learning-page.ts';

const steady: Rhythm = { gapMs: () => 60, isLate: () => false, stepMs: 0, lessonsMs: 20 };
const pageOf = (caption: string): string =>
  `<main><h1>Handbook</h1><form><textarea></textarea></form><section><h2>${caption}</h2><div class="said"></div></section></main>`;

const ASKED = 'Who signs for a delivery on Saturday?';
const WORDS = 'The guard at the south gate signs for it, and calls the store once the doors are closed.';

/** A question, and a text that comes word by word into the same place. */
function tasksOf(stays: boolean, before: Task[] = [], looks = WORDS.split(/(?<= )/)): Task[] {
  const said = (page: Page): Element => page.document.querySelector('.said') as Element;
  let text: Text;
  return [
    (page) => page.ask(ASKED, stays),
    ...before,
    (page) => {
      page.put(said(page), page.make('', `<p>${looks[0]}</p>`, 'article'));
      text = said(page).querySelector('p')?.firstChild as Text;
    },
    ...looks.slice(1).map(
      (more): Task =>
        (page) =>
          page.write(text, more),
    ),
  ];
}

it.each([
  ['AI answer', [WORDS]],
  ['Risposta dell’AI', [WORDS]],
  ['KI-Antwort', [WORDS]],
  ['Réponse IA', [WORDS]],
  ['Answer', []],
  ['From the desk of Ai Tanaka', []],
])('an answer under “%s”, to what stands in the field', (caption, expected) => {
  expect(textsAfter(pageOf(caption), tasksOf(true), steady)).toEqual(expected);
});

it('no answer where the field was emptied, and what was asked stands nowhere', () => {
  expect(textsAfter(pageOf('AI answer'), tasksOf(false), steady)).toEqual([]);
});

it('no answer where something else is written there by then', () => {
  const writes: Task = (page) => {
    const field = page.document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Where do lorries wait?';
  };
  expect(textsAfter(pageOf('AI answer'), tasksOf(true, [writes]), steady)).toEqual([]);
});

it('an answer, though the next question is written by the time that it has ended', () => {
  const writes: Task = (page) => {
    const field = page.document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Where do';
  };
  expect(textsAfter(pageOf('AI answer'), [...tasksOf(true), writes], steady)).toEqual([WORDS]);
});

it('nothing that comes at the pace of somebody who types', () => {
  const slow: Rhythm = { ...steady, gapMs: () => 1_400 };
  const waits: Task[] = [() => undefined, () => undefined];
  expect(textsAfter(pageOf('AI answer'), tasksOf(true, waits), slow)).toEqual([]);
});
