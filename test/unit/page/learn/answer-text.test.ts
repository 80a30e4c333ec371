/** What of a turn is the text of its answer, by how it came. */
import { describe, expect, it } from 'vitest';
import { regionIn } from '../../../../lib/page/framing/region.ts';
import { burst, look, main, make, put, swap, textNode, write } from './growing-page.ts';

describe('the text of an answer', () => {
  const regionOf = (turn: Element) => regionIn(turn, turn, burst());

  it.each([
    ['how long it took', 'took', 'Made in 2.1 seconds, 26 tokens'],
    ['what it may be used for', 'note', 'Check this before you send it on'],
    ['how it is kept', 'foot', 'Saved in the folder of this year'],
  ])('is short, and not the line below it that came with the last drawing: %s', (_, name, line) => {
    const turn = make('turn', '');
    put(main(), turn);
    look();
    let said = make('said', 'Yes');
    put(turn, said);
    for (const text of ['Yes, until', 'Yes, until noon.']) {
      const next = make('said', text);
      swap(said, next);
      said = next;
    }
    put(turn, make(name, line));
    look();
    expect(regionOf(turn).region.textContent).toBe('Yes, until noon.');
  });

  it.each([
    ['Reasoning…', 'Thought for 4 seconds'],
    ['Sto cercando', 'Cercato in 12 documenti'],
    ['Step 1', 'All 3 steps are done'],
  ])('is no label that says something else meanwhile: %s', (before, after) => {
    const turn = make('turn', '');
    const label = make('label', before);
    turn.append(label);
    put(main(), turn);
    look();
    const [old] = label.childNodes;
    const now = textNode(after);
    swap(old as ChildNode, now);
    const said = make('said', 'Yes');
    put(turn, said);
    write(said.firstChild as Text, ', until noon.');
    look();
    expect(regionOf(turn).region.textContent).toBe('Yes, until noon.');
  });

  it.each([
    ['cards of sources', { tag: 'a', attribute: 'href' }],
    ['what one could ask next', { tag: 'div', attribute: 'tabindex' }],
    ['what can be picked', { tag: 'li', attribute: 'tabindex' }],
  ])('is none of what is there to be clicked: %s', (_, { tag, attribute }) => {
    const turn = make('turn', '');
    const said = make('said', 'The audit of May says so.');
    turn.append(said);
    put(main(), turn);
    const below = make('below', '');
    for (const text of ['Which hall is the largest of all?', 'Who signs for the key to the archive?']) {
      const one = make('one', text, tag);
      one.setAttribute(attribute, '0');
      below.append(one);
    }
    put(turn, below);
    look();
    expect(regionOf(turn).region.textContent).toBe('The audit of May says so.');
  });

  it.each([
    ['what it did', 'Searched the parcels (14 found)'],
    ['whom it asked', 'Asked the desk for shipping again'],
    ['which file it read', 'halls-of-rotterdam-2026-05.xlsx'],
  ])('stands in several parts, and not in what is between them: %s', (_, between) => {
    const turn = make('turn', '');
    const parts = [make('part', 'I look'), make('part', 'There')];
    put(main(), turn);
    const [first, second] = parts as [HTMLElement, HTMLElement];
    put(turn, first);
    look();
    write(first.firstChild as Text, ' that up.');
    look();
    put(turn, make('did', between));
    put(turn, second);
    look();
    write(second.firstChild as Text, ' are fourteen of them.');
    look();
    expect(regionOf(turn).parts?.map((part) => part.textContent)).toEqual([
      'I look that up.',
      'There are fourteen of them.',
    ]);
  });

  it('is not a line above it in a list of turns, however long that is', () => {
    const turn = make('turn', '', 'li');
    const said = make('said', 'Yes');
    turn.append(make('did', 'Searched the archive of this year (14 files)'), said);
    put(main(), turn);
    look();
    write(said.firstChild as Text, ', until noon.');
    look();
    expect(regionOf(turn).region.textContent).toBe('Yes, until noon.');
  });

  it.each([
    ['built like the first one', ['par', 'That is what it says of the gate.']],
    [
      'too long for a label',
      ['more', 'That is what it says of the gate, of the ramp, and of both bays that are free until the end.'],
    ],
  ])('goes on in elements that are no paragraphs, and come at once: %s', (_, [name = '', text = '']) => {
    const turn = make('turn', '');
    const body = make('body', '');
    const first = make('par', 'The audit');
    body.append(first);
    turn.append(make('name', 'Desk'), body);
    put(main(), turn);
    look();
    write(first.firstChild as Text, ' of May says so.');
    look();
    put(body, make(name, text));
    look();
    expect(regionOf(turn).region.className).toBe('body');
  });

  it('may stand in an element that takes the focus, beside a name', () => {
    const turn = make('turn', '');
    const name = make('head', '');
    name.append(make('name', 'Desk'));
    const said = make('said', 'Yes, until noon.');
    said.setAttribute('tabindex', '0');
    turn.append(name, said);
    put(main(), turn);
    look();
    expect(regionOf(turn).region.textContent).toContain('Yes, until noon.');
  });

  it('is all that stands in it where it is nothing but a block of code', () => {
    const turn = make('turn', '');
    const text = make('text', '');
    const pre = make('code', '', 'pre');
    const lines = make('lines', 'select hall');
    pre.append(make('head', 'SQL'), lines);
    text.append(pre);
    turn.append(text);
    put(main(), turn);
    look();
    write(lines.firstChild as Text, ', city from halls');
    look();
    expect(regionOf(turn).region.className).toBe('text');
  });
});
