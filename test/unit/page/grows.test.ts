/** Whether an answer plainly grows, told without putting all of its text together at each change. */
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Doubts } from '../../../lib/page/detect/doubts.ts';
import type { Ending } from '../../../lib/page/detect/ending.ts';
import type { Found } from '../../../lib/page/detect/found.ts';
import type { Turns } from '../../../lib/page/detect/turns.ts';

let turn: Element;
let counted: number;
let grows: () => boolean;

beforeEach(() => {
  const window = parseHTML('<html><body><main><p>The first.</p><p>The second goes on</p></main></body></html>');
  for (const name of ['Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const) vi.stubGlobal(name, window[name]);
  turn = window.document.querySelector('main') as unknown as Element;
  const whole = () => [...turn.querySelectorAll('*')].map((node) => node.firstChild?.nodeValue ?? '').join('');
  counted = 0;
  Object.defineProperty(turn, 'textContent', {
    get: () => {
      counted++;
      return whole();
    },
  });
  const found = { turn, state: 'streaming' } as unknown as Found;
  const doubts = new Doubts({} as Turns, { changedMs: () => 1 } as unknown as Ending, vi.fn(), vi.fn());
  grows = () => doubts.grows(found);
  grows();
  counted = 0;
});
afterEach(() => vi.unstubAllGlobals());

/** A block at the end of the answer. */
function append(name: string, words = ''): Element {
  const block = turn.ownerDocument.createElement(name);
  if (words) block.append(words);
  turn.append(block);
  return block;
}
const last = (): Text => turn.lastElementChild?.firstChild as Text;

describe('the newest answer', () => {
  it('grows where its last words do, and nothing is counted', () => {
    last().data += ', and on';
    expect(grows()).toBe(true);
    append('p', 'A third');
    expect(grows()).toBe(true);
    expect(counted).toBe(0);
  });

  it('grows above what stays at its end', () => {
    append('footer', 'Copy');
    grows();
    const add = () => turn.firstElementChild?.append(turn.ownerDocument.createElement('i')) ?? undefined;
    // Where it stood is not known yet: what changed is read.
    expect(grows()).toBe(false);
    add();
    const inner = turn.querySelector('i');
    inner?.append('more');
    expect(grows()).toBe(true);
  });

  it('does not grow where it is drawn anew with the same words, nor by buttons that have none', () => {
    grows();
    turn.lastElementChild?.replaceWith(append('p', 'The second goes on'));
    expect(grows()).toBe(false);
    append('button').append(turn.ownerDocument.createElement('svg'));
    expect(grows()).toBe(false);
    turn.lastElementChild?.remove();
    expect(grows()).toBe(false);
  });
});
