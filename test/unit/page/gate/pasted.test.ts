/** Texts that were put into fields: what the gate says of them later, and that a yes to one is none to what was made of it. */
import { afterEach, expect, test, vi } from 'vitest';
import type { GateSaid } from '../../../../lib/messages/to-background/gate.ts';
import { notePasted, pastedIn, renewPasted } from '../../../../lib/page/gate/pasted.ts';

vi.mock('../../../../lib/page/ground/tree.ts', () => ({ holds: () => true }));
afterEach(() => {
  for (const hash of ['a', 'b']) renewPasted(hash, undefined);
});

const said = (fields: Partial<GateSaid>): GateSaid => ({
  ...{ state: 'unsatisfied', effect: 'hold', would: 'hold', rule: 'unreviewed', ways: [], who: [], asked: [] },
  process: { processId: 'faq', name: 'FAQ' },
  ...fields,
});
const FREE = said({ state: 'satisfied', effect: 'pass', would: 'pass', rule: 'approved' });
const put = (hash: string, edited: boolean) =>
  notePasted({ field: { isConnected: true } as HTMLElement, said: said({}), hash, edited, left: () => 'The text.' });
const goes = () => pastedIn({} as HTMLElement).map((one) => one.said.effect);

test('a yes lets the text go, and not what was made of it', () => {
  put('a', false);
  put('a', true);
  put('b', true);
  expect(goes()).toEqual(['hold', 'hold', 'hold']);
  renewPasted('a', FREE);
  expect(goes()).toEqual(['pass', 'hold', 'hold']);
  renewPasted('a', said({ state: 'overridden', effect: 'pass', would: 'pass', rule: 'overridden' }));
  expect(goes()).toEqual(['pass', 'pass', 'hold']);
});

test('where no gate stands any more nothing is held', () => {
  put('a', true);
  renewPasted('a', undefined);
  expect(goes()).toEqual([]);
});
