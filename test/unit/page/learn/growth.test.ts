/** Growth is counted alike however late a busy machine looks at what came. */
import { describe, expect, it, vi } from 'vitest';
import { regionIn } from '../../../../lib/page/framing/region.ts';
import { Bursts } from '../../../../lib/page/grow/bursts.ts';
import {
  beSlow,
  beSteady,
  burst,
  comment,
  grown,
  heard,
  look,
  main,
  make,
  pass,
  put,
  records,
  swap,
  textNode,
  write,
} from './growing-page.ts';

describe('an answer that is drawn anew at each token', () => {
  it('keeps all that came of it where it was drawn again before anybody had looked', () => {
    const log = make('log', '');
    const box = make('box', '');
    main().append(log, box);
    const first = make('said', 'You must keep');
    put(box, first);
    look();
    expect(grown(first)?.gained).toBe(13);

    // What is looked at first takes the whole slice: the answer waits for the next one, and goes on meanwhile.
    beSlow();
    put(log, make('row', 'Signed in'));
    const second = make('said', 'You must keep issued');
    swap(first, second);
    vi.advanceTimersToNextTimer();
    const third = make('said', 'You must keep issued invoices');
    swap(second, third);
    look();
    look();
    const { gained, beats } = grown(third) ?? {};
    expect(gained).toBe(29);
    expect(beats?.size).toBe(3);
    expect([...burst().grown.keys()]).not.toContain(first);
  });

  it('is counted once where its text goes on in one node while it waits to be looked at', () => {
    const log = make('log', '');
    const said = make('said', 'You');
    main().append(log, said);
    const text = said.firstChild as Text;
    const goOn = (more: string) => write(text, more);
    beSlow();
    put(log, make('row', 'Signed in'));
    goOn(' must');
    vi.advanceTimersToNextTimer();
    goOn(' keep');
    goOn(' it');
    look();
    look();
    expect(grown(said)?.gained).toBe('You must keep it'.length - 'You'.length);
  });
});

describe('a label that comes with an answer', () => {
  it.each([
    ['in the place of a comment', (): ChildNode => comment('v-if')],
    ['in the place of an empty element', (): ChildNode => make('row', '')],
  ])('has not grown: %s', (_, place) => {
    const turn = make('turn', '');
    const holder = place();
    const said = make('said', 'In most', 'p');
    put(main(), turn);
    turn.append(holder, said);
    heard(records(turn, [holder, said], []));
    const label = make('row', 'New messages');
    swap(holder, label);
    const text = said.firstChild as Text;
    write(text, ' European countries');
    look();
    expect(grown(label)?.beats.size).toBe(1);
    expect(grown(said)?.gained).toBe(26);
  });

  it('is counted once where it came while the answer waited to be looked at', () => {
    const log = make('log', '');
    const turn = make('turn', '');
    const said = make('said', 'In', 'p');
    turn.append(said);
    main().append(log);
    beSlow();
    put(log, make('row', 'Signed in'));
    put(main(), turn);
    vi.advanceTimersToNextTimer();
    const label = make('row', 'New messages');
    put(turn, label);
    put(turn, make('more', 'and more', 'p'));
    look();
    look();
    const { gained, looks, beats } = grown(label) ?? {};
    expect([gained, looks, beats?.size]).toEqual([12, 1, 1]);
  });

  it('has not grown where it is longer than the answer, which took the place of dots in the same look', () => {
    const turn = make('turn', '');
    const dots = make('dots', '');
    const body = make('body', '');
    put(main(), turn);
    put(turn, dots);
    look();
    swap(dots, body);
    const said = make('', 'Ab', 'p');
    put(body, said);
    swap(said, make('', 'Ab Montag', 'p'));
    const meta = make('meta', 'Nora · AI Agent · Just now');
    put(turn, meta);
    look();
    expect(grown(meta)?.beats.size).toBe(1);
    expect(regionIn(turn, turn, burst()).region.textContent).toBe('Ab Montag');
  });

  it('is no part of the answer’s text, however short that was when it was first seen', () => {
    const turn = make('turn', '');
    const said = make('said', '');
    const first = textNode('I');
    said.append(first);
    turn.append(make('row', 'Nova, Monday 10:14'), said);
    put(main(), turn);
    const goOn = (more: string) => write(first, more);
    goOn(' do');
    look();
    goOn(' not');
    look();
    expect(regionIn(turn, turn, burst()).region.textContent).toBe('I do not');
  });
});

describe('an answer of which a part came in one look', () => {
  it('is all of it, where both parts are tables of their own', () => {
    const turn = make('turn', '');
    const body = make('markdown', '');
    turn.append(make('name', 'Nova'), body);
    put(main(), turn);
    look();
    const addCell = (): Text => {
      const block = make('block', '');
      block.innerHTML = '<table><tbody><tr><td></td></tr></tbody></table>';
      put(body, block);
      const text = textNode('');
      put(block.querySelector('td') as Element, text);
      return text;
    };
    const first = addCell();
    for (const more of ['Cayman', ' Islands']) write(first, more);
    look();
    const second = addCell();
    write(second, 'Structured');
    look();
    write(second, ' strategy');
    look();
    expect(regionIn(turn, turn, burst()).region.className).toBe('markdown');
  });
});

describe('a stream that goes on', () => {
  it('is looked at less often once it is steady, and each of its pieces counts all the same', () => {
    const said = make('said', '');
    const text = textNode('An answer that');
    said.append(text);
    put(main(), said);
    const goOn = (...pieces: string[]) => {
      for (const more of pieces) {
        write(text, more);
        pass(40);
      }
    };
    const beats = () => grown(said)?.beats.size;
    goOn(' comes', ' piece');
    look();
    const before = beats() ?? 0;

    beSteady();
    goOn(' after', ' piece', ' and', ' on');
    expect(beats()).toBe(before);
    look();
    expect(beats()).toBe(before + 4);
    expect(grown(said)?.gained).toBe('An answer that comes piece after piece and on'.length);
  });

  it('is steady after a while, and no more after a pause', () => {
    let nowMs = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const bursts = new Bursts(() => undefined, new AbortController().signal);
    const said = make('said', '');
    const grow = (times: number) => {
      for (let time = 0; time < times; time++) {
        nowMs += 50;
        bursts.note({ element: said, gained: 5, beats: [nowMs] });
      }
    };
    grow(20);
    expect(bursts.isSteady()).toBe(false);
    grow(20);
    expect(bursts.isSteady()).toBe(true);
    nowMs += 200;
    expect(bursts.isSteady()).toBe(false);
  });
});
