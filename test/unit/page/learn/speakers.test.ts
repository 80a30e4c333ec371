/** Whose name stands above a text. */
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { nameAbove, nameAt } from '../../../../lib/page/framing/speakers.ts';

beforeEach(() => {
  const window = parseHTML('<html><body></body></html>');
  for (const name of ['document', 'Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  vi.stubGlobal('CSS', { escape: (name: string) => name });
  return () => vi.unstubAllGlobals();
});

/** Turns with these words above their text, or below it. */
function turnsWith(labels: readonly string[], isBelow = false) {
  const drawn = labels.map((label) => {
    const name = `<div class="name">${label}</div>`;
    return `<div class="turn">${isBelow ? '' : name}<div class="text">At noon.</div>${isBelow ? name : ''}</div>`;
  });
  document.body.innerHTML = drawn.join('');
  return [...document.querySelectorAll('.turn')].map((turn) => ({
    turn,
    region: turn.querySelector('.text') as Element,
  }));
}

it.each([['Depot AI'], ['Nora'], ['Dr. Weiß'], ['Assistente Virtuale'], ['مساعد'], ['田中']])(
  'is who speaks: %s',
  (name) => {
    expect(nameAbove(turnsWith([name, name]))).toEqual({ at: '.name', name });
  },
);

it.each([
  ['a time', ['just now', 'just now']],
  ['a clock', ['10:12', '10:12']],
  ['a day', ['2 min ago', '2 min ago']],
  ['a state', ['done reading it', 'done reading it']],
  ['different ones', ['Depot', 'Marta']],
])('is none: %s', (_, labels) => {
  expect(nameAbove(turnsWith(labels))).toBeUndefined();
});

it('is none that stands below the text', () => {
  expect(nameAbove(turnsWith(['Delivered', 'Delivered'], true))).toBeUndefined();
});

it('is told of another turn, where one stands there', () => {
  const [first, second, third] = turnsWith(['Depot', 'Marta Rossi', '2 min ago']);
  expect(nameAbove(first ? [first] : [])).toEqual({ at: '.name', name: 'Depot' });
  expect([second, third].map((said) => said && nameAt(said.turn, '.name'))).toEqual(['Marta Rossi', undefined]);
  expect(second && nameAt(second.region, '.name')).toBeUndefined();
});
