/** A page in which something grows, looked at as the learner does it, with a clock that the test turns. */
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, vi } from 'vitest';
import { offerRecords } from '../../../../lib/page/ground/records.ts';
import { watchArrivals } from '../../../../lib/page/grow/arrivals.ts';
import { type Burst, Growth } from '../../../../lib/page/grow/growth.ts';

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
/** Whether something has grown for a while, with no pause. */
let steady: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  nowMs = 1_000;
  slow = false;
  steady = false;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const window = parseHTML('<html><body><main></main></body></html>');
  document = window.document as unknown as Document;
  vi.stubGlobal('document', document);
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
      takeRecords = () => [];
    },
  );
  growth = new Growth();
  offerRecords();
  const watch = watchArrivals(
    {
      arrived: (arrival) => growth.note(arrival),
      added: () => {
        if (slow) nowMs += SLICE_OVER_MS;
      },
      bursts: {
        followed: undefined,
        went: () => undefined,
        again: (element, beats) => growth.again(element, beats),
        isSteady: () => steady,
        judgeSoon: () => undefined,
      },
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

export const records = (target: Node, added: Node[], removed: Node[]): Partial<MutationRecord> => ({
  type: 'childList',
  target,
  addedNodes: added as unknown as NodeList,
  removedNodes: removed as unknown as NodeList,
});

export const make = (name: string, text: string, tag = 'div'): HTMLElement => {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
};

/** A task of the page puts `now` where `before` stood, and it takes a while until the next. */
export function swap(before: ChildNode, now: ChildNode): void {
  const parent = before.parentNode as ParentNode & Node;
  before.replaceWith(now);
  heard(records(parent, [now], [before]));
}

export function put(parent: Element, child: ChildNode): void {
  parent.append(child);
  heard(records(parent, [child], []));
}

export function look(): void {
  nowMs += LOOK_MS;
  vi.advanceTimersByTime(LOOK_MS);
}

export const burst = (): Burst => growth.burst as Burst;
export const grown = (element: Element) => burst().grown.get(element);
export const main = (): Element => document.querySelector('main') as Element;

/** A text goes on in its node. */
export function write(text: Text, more: string): void {
  const oldValue = text.data;
  text.data += more;
  heard({ type: 'characterData', target: text, oldValue });
}

/** Records are handed over, and it takes a while until the next. */
export function heard(...told: Partial<MutationRecord>[]): void {
  tell(...told);
  nowMs += 40;
}

/** From now on each element that comes takes as long to look at as a slice may. */
export function beSlow(): void {
  slow = true;
}

/** From now on what grows has grown for a while, with no pause. */
export function beSteady(): void {
  steady = true;
}

/** Our timers run. */
export const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

export const textNode = (text: string): Text => document.createTextNode(text);
export const comment = (text: string): Comment => document.createComment(text);
