import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitMarker } from '../../../../lib/page/frame/marker.ts';

const MARKERS = [
  { tool: 'desk', selectors: ['.desk .answers'] },
  { tool: 'box', selectors: ['chat-box[data-ready]'] },
];

let document: Document;
let end: AbortController;
let found: string[];
/** Elements that were looked at. */
let looked: number;
let tell: (...records: Partial<MutationRecord>[]) => void;

beforeEach(() => {
  vi.useFakeTimers();
  [end, found, looked] = [new AbortController(), [], 0];
  const window = parseHTML('<html><body><main></main></body></html>');
  document = window.document as unknown as Document;
  for (const name of ['Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const) vi.stubGlobal(name, window[name]);
  vi.stubGlobal('document', document);
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(hear: (records: Partial<MutationRecord>[]) => void) {
        tell = (...records) => hear(records);
      }
      observe = () => undefined;
      disconnect = () => {
        tell = () => undefined;
      };
    },
  );
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const main = (): Element => document.querySelector('main') as Element;

function make(html: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
}

function put(parent: Element, html: string): Element {
  const child = make(html);
  parent.append(child);
  tell({ type: 'childList', target: parent, addedNodes: [child] as unknown as NodeList });
  return child;
}

const begin = (): void => awaitMarker(MARKERS, (tool) => found.push(tool), end.signal);
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

const sizeOf = ({ children }: Partial<ParentNode>): number =>
  Array.from(children ?? [], sizeOf).reduce((sum, size) => sum + size + 1, 0);

/** Counts what the ways of asking go through at most. */
function countLooks(): void {
  const owners = new Set<object>();
  for (const node of [document, main()])
    for (let owner: object = node; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) owners.add(owner);
  for (const owner of owners)
    for (const way of ['querySelector', 'querySelectorAll', 'closest', 'matches'] as const) {
      if (!Object.hasOwn(owner, way)) continue;
      const ask = (owner as Element)[way] as (selector: string) => unknown;
      vi.spyOn(owner as Element, way).mockImplementation(function (this: Element, selector: string) {
        looked += way.startsWith('query') ? sizeOf(this) : 1;
        return ask.call(this, selector) as never;
      });
    }
}

it('finds a chat box that is there, and looks no more', () => {
  main().append(make('<div class="desk"><div class="answers"></div></div>'));
  begin();
  put(main(), '<chat-box data-ready></chat-box>');
  pass(5_000);
  expect(found).toEqual(['desk']);
});

it.each<[string, () => void, string]>([
  ['as a whole', () => put(main(), '<p><chat-box data-ready></chat-box></p>'), 'box'],
  ['with what it came into', () => put(put(main(), '<div class="desk"></div>'), '<div class="answers"></div>'), 'desk'],
  [
    'by a mark that it gets a little later',
    () => {
      const box = put(main(), '<chat-box></chat-box>');
      pass(1_000);
      box.setAttribute('data-ready', '');
    },
    'box',
  ],
  [
    'by what comes into it, after a mark that it got much later',
    () => {
      const box = put(main(), '<chat-box></chat-box>');
      pass(60_000);
      box.setAttribute('data-ready', '');
      put(box, '<p>Hello</p>');
    },
    'box',
  ],
])('finds one that comes later: %s', (_, come, tool) => {
  begin();
  pass(1_000);
  come();
  expect(found).toEqual([]);
  pass(2_500);
  expect(found).toEqual([tool]);
});

it('looks at what comes, however long the page is', () => {
  const list = main();
  const costOf = (turns: number): number => {
    list.innerHTML = '<section><p>Said <b>before</b></p></section>'.repeat(turns);
    const waits = new AbortController();
    awaitMarker(MARKERS, () => undefined, waits.signal);
    pass(10_000);
    looked = 0;
    for (let token = 0; token < 20; token++) {
      put(list.lastElementChild as Element, '<p>more <i>of</i> it</p>');
      pass(500);
    }
    pass(5_000);
    waits.abort();
    return looked;
  };
  countLooks();
  const few = costOf(10);
  expect(few).toBeGreaterThan(0);
  expect(costOf(2_000)).toBe(few);
});

it('does nothing where only text comes, nor after its end', () => {
  const list = main();
  begin();
  countLooks();
  tell({ type: 'childList', target: list, addedNodes: [document.createTextNode('more')] as unknown as NodeList });
  expect(vi.getTimerCount()).toBe(0);
  put(list, '<p></p>');
  end.abort();
  pass(5_000);
  expect([looked, found]).toEqual([0, []]);
});
