/** What is done with what the gate says: let go, told, held; in a dry run only what would have been held is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EFFECTS } from '../../../../lib/domain/policy/effect.ts';
import type { GateSaid } from '../../../../lib/messages/to-background/gate.ts';
import type { Leaving } from '../../../../lib/page/gate/judge.ts';
import { Keeper } from '../../../../lib/page/gate/keeper.ts';

const send = vi.hoisted(() => vi.fn(() => Promise.resolve(null)));
vi.mock('../../../../lib/messages/send.ts', () => ({ send }));
beforeEach(() => {
  vi.useFakeTimers();
  send.mockClear();
});
afterEach(() => void vi.useRealTimers());

const leaving = (fields: Partial<GateSaid>): Leaving => ({
  ...{ hash: `sha256:${'a'.repeat(64)}`, text: 'An answer.' },
  said: {
    ...{ state: 'unsatisfied', effect: 'hold', would: 'hold', rule: 'unreviewed', ways: [], who: [], asked: [] },
    process: { processId: 'faq', name: 'FAQ' },
    ...fields,
  },
});

function decided(fields: Partial<GateSaid>, way: Parameters<Keeper['decide']>[1] = 'copy') {
  const box = { hold: vi.fn(), tell: vi.fn() };
  const verdict = new Keeper(box).decide(leaving(fields), way, undefined);
  return { verdict, held: box.hold.mock.calls.length, told: box.tell.mock.calls.map(([, told]) => told) };
}

describe('an active gate', () => {
  it.each([
    ['pass', 'goes', 0, []],
    ['tell', 'goes', 0, ['told']],
    ['ask', 'stays', 1, []],
    ['label', 'labelled', 0, ['labelled']],
    ['hold', 'stays', 1, []],
  ] as const)('%s', (effect, verdict, held, told) => {
    expect(decided({ effect, would: effect })).toEqual({ verdict, held, told });
  });

  it('puts no line under what goes by another way than a copy', () => {
    expect(decided({ effect: 'label', would: 'label' }, 'drag')).toEqual({ verdict: 'stays', held: 1, told: [] });
  });
});

it('a dry run lets everything go, and speaks only of what it would have held', () => {
  const told = EFFECTS.map((would) => [would, decided({ effect: 'pass', would })]);
  expect(Object.fromEntries(told)).toEqual({
    pass: { verdict: 'goes', held: 0, told: [] },
    tell: { verdict: 'goes', held: 0, told: [] },
    ask: { verdict: 'goes', held: 0, told: ['dryRun'] },
    label: { verdict: 'goes', held: 0, told: ['dryRun'] },
    hold: { verdict: 'goes', held: 0, told: ['dryRun'] },
  });
});

it('what stands before no gate goes without a word', () => {
  const box = { hold: vi.fn(), tell: vi.fn() };
  expect(new Keeper(box).decide(undefined, 'copy', undefined)).toBe('goes');
  expect(box.hold.mock.calls.length + box.tell.mock.calls.length).toBe(0);
});

it('what is held is counted once the box is there, what goes at once: the page may go with it', () => {
  decided({ effect: 'pass' });
  expect(send).toHaveBeenCalledTimes(1);
  decided({ effect: 'hold' });
  expect(send).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  expect(send).toHaveBeenCalledTimes(2);
  expect(send).toHaveBeenLastCalledWith('gate.count', expect.objectContaining({ processId: 'faq', isHeld: true }));
});
