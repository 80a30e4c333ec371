/** Growth is counted alike however late a busy machine looks at what came. */
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchArrivals } from '../../../lib/page/grow/arrivals.ts';
import { type Burst, Growth } from '../../../lib/page/grow/growth.ts';
import { regionIn } from '../../../lib/page/learn/place.ts';

/** Longer than a slice of work may take. */
const SLICE_OVER_MS = 5;
/** By then what came is looked at. */
const LOOK_MS = 150;

let document: Document;
let growth: Growth;
let nowMs: number;
/** Hands over records, as the browser does once a task of the page is done. */
let tell: (...records: Partial<MutationRecord>[]) => void;
/** Makes each element that comes take as long to look at as a slice may. */
let slow: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  nowMs = 1_000;
  slow = false;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const window = parseHTML('<html><body><main></main></body></html>');
  document = window.document as unknown as Document;
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('Text', window.Text);
  vi.stubGlobal('ShadowRoot', window.ShadowRoot);
  vi.stubGlobal('HTMLElement', window.HTMLElement);
  vi.stubGlobal('CSS', { escape: (name: string) => name });
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(hear: (records: Partial<MutationRecord>[]) => void) {
        tell = (...records) => hear(records);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  growth = new Growth();
  const watch = watchArrivals(
    {
      arrived: (arrival) => growth.note(arrival),
      again: (element, beats) => growth.again(element, beats),
      followed: () => undefined,
      went: () => undefined,
      added: () => {
        if (slow) nowMs += SLICE_OVER_MS;
      },
      settled: () => undefined,
    },
    new AbortController().signal,
  );
  watch(document);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const records = (target: Node, added: Node[], removed: Node[]): Partial<MutationRecord> => ({
  type: 'childList',
  target,
  addedNodes: added as unknown as NodeList,
  removedNodes: removed as unknown as NodeList,
});

const make = (name: string, text: string, tag = 'div'): HTMLElement => {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
};

/** A task of the page puts `now` where `before` stood, and it takes a while until the next. */
function swap(before: ChildNode, now: ChildNode): void {
  const parent = before.parentNode as ParentNode & Node;
  before.replaceWith(now);
  tell(records(parent, [now], [before]));
  nowMs += 40;
}

function put(parent: Element, child: ChildNode): void {
  parent.append(child);
  tell(records(parent, [child], []));
  nowMs += 40;
}

function look(): void {
  nowMs += LOOK_MS;
  vi.advanceTimersByTime(LOOK_MS);
}

const grown = (element: Element) => (growth.burst as Burst).grown.get(element);
const main = (): Element => document.querySelector('main') as Element;

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
    slow = true;
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
    expect([...(growth.burst as Burst).grown.keys()]).not.toContain(first);
  });

  it('is counted once where its text goes on in one node while it waits to be looked at', () => {
    const log = make('log', '');
    const said = make('said', 'You');
    main().append(log, said);
    const text = said.firstChild as Text;
    const write = (more: string) => {
      const oldValue = text.data;
      text.data += more;
      tell({ type: 'characterData', target: text, oldValue });
      nowMs += 40;
    };
    slow = true;
    put(log, make('row', 'Signed in'));
    write(' must');
    vi.advanceTimersToNextTimer();
    write(' keep');
    write(' it');
    look();
    look();
    expect(grown(said)?.gained).toBe('You must keep it'.length - 'You'.length);
  });
});

describe('a label that comes with an answer', () => {
  it.each([
    ['in the place of a comment', (): ChildNode => document.createComment('v-if')],
    ['in the place of an empty element', (): ChildNode => make('row', '')],
  ])('has not grown: %s', (_, place) => {
    const turn = make('turn', '');
    const holder = place();
    const said = make('said', 'In most', 'p');
    put(main(), turn);
    turn.append(holder, said);
    tell(records(turn, [holder, said], []));
    nowMs += 40;
    const label = make('row', 'New messages');
    swap(holder, label);
    const text = said.firstChild as Text;
    text.data = 'In most European countries';
    tell({ type: 'characterData', target: text, oldValue: 'In most' });
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
    slow = true;
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

  it('is no part of the answer’s text, however short that was when it was first seen', () => {
    const turn = make('turn', '');
    const said = make('said', '');
    const first = document.createTextNode('I');
    said.append(first);
    turn.append(make('row', 'Nova, Monday 10:14'), said);
    put(main(), turn);
    const write = (more: string) => {
      const oldValue = first.data;
      first.data += more;
      tell({ type: 'characterData', target: first, oldValue });
      nowMs += 40;
    };
    write(' do');
    look();
    write(' not');
    look();
    expect(regionIn(turn, turn, growth.burst as Burst).textContent).toBe('I do not');
  });
});
