/** Which of the answers that were there when we came is the newest: it may be in the middle of its stream. */
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Following } from '../../../lib/page/detect/following.ts';
import type { Found } from '../../../lib/page/detect/found.ts';
import { Outputs } from '../../../lib/page/detect/outputs.ts';
import type { Turns } from '../../../lib/page/detect/turns.ts';

const FOLLOWS = 4;
const NAMES = ['document', 'Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const;

beforeEach(() => {
  vi.useFakeTimers();
  const window = parseHTML('<html><body></body></html>');
  for (const name of NAMES) vi.stubGlobal(name, Reflect.get(window, name));
  vi.stubGlobal('Node', { DOCUMENT_POSITION_FOLLOWING: FOLLOWS });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const turns = {
  profile: {},
  holds: () => true,
  marks: () => false,
  prose: () => [],
  beyond: () => undefined,
} as unknown as Turns;
const foundIn = (turn: Element, root: Node): Found =>
  ({ turn, root, state: 'streaming', evidence: new Set(), grew: false }) as unknown as Found;

/** The turn that is taken for the newest, of those that are begun in this order. */
function newestOf(begun: readonly Found[]): Element | undefined {
  const ended = new AbortController();
  const heard = {
    lookFirst: () => true,
    ended: (found: Found) => found,
    moved: () => undefined,
    gone: () => undefined,
    stays: () => undefined,
  };
  const following = new Following(turns, heard, ended.signal);
  for (const found of begun) following.begin(found, 'present');
  ended.abort();
  return begun.map(({ turn }) => following.newestAround(turn)).find((turn) => turn !== undefined);
}

const make = (name: string): HTMLElement => {
  const element = document.createElement(name);
  document.body.append(element);
  return element;
};

/** Turns by a component each, whose root is opened in the order of the page. */
function inComponents(count: number): Found[] {
  return Array.from({ length: count }, () => {
    const host = make('x-turn');
    const turn = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.append(turn);
    Object.defineProperties(turn, { isConnected: { value: true }, getRootNode: { value: () => root } });
    host.compareDocumentPosition = (other) =>
      [...document.body.children].indexOf(other as Element) > [...document.body.children].indexOf(host) ? FOLLOWS : 2;
    return foundIn(turn, root);
  });
}

it.each([2, 3, 7])('is the last of %i turns that have a root each', (count) => {
  const found = inComponents(count);
  expect(newestOf(found)).toBe(found.at(-1)?.turn);
});

it('is the last in a root, whose turns are taken from the end', () => {
  const found = [make('p'), make('p'), make('p')].map((turn) => foundIn(turn, document)).reverse();
  expect(newestOf(found)).toBe(found[0]?.turn);
});

it('is perhaps the first, where the newest comes first: that is given the time to go on, too', () => {
  const [first, second, last] = [make('p'), make('p'), make('p')].map((turn) => foundIn(turn, document));
  const ended: unknown[] = [];
  const done = new AbortController();
  const heard = {
    lookFirst: () => true,
    ended: (found: Found) => {
      ended.push(found);
      return found;
    },
    moved: () => undefined,
    gone: () => undefined,
    stays: () => undefined,
  };
  const following = new Following(turns, heard, done.signal);
  for (const [found, how] of [
    [last, 'present'],
    [second, 'present'],
    [first, 'first'],
  ] as const)
    following.begin(found as Found, how);
  expect(ended).toEqual([second]);
  vi.advanceTimersByTime(5_000);
  expect(new Set(ended)).toEqual(new Set([second, first, last]));
  done.abort();
});

it.each([
  ['complete', true],
  ['streaming', false],
] as const)('is none that was %s before the page was read in another way', (state, was) => {
  const turn = make('p');
  const earlier = [{ ...foundIn(turn, document), state }];
  expect(new Outputs(turns, earlier).wasComplete(turn)).toBe(was);
});
