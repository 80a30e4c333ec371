/** How the box at the gate shows what it says: nothing that passed without an approval looks approved. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STATUS_LOOK } from '../../../../lib/look/status.ts';
import type { GateSaid } from '../../../../lib/messages/to-background/gate.ts';
import { wordsOfTold } from '../../../../lib/page/gate/box-words.ts';

const cameWith = (fields: Partial<GateSaid>) => ({
  ...{ text: 'Two years.' },
  said: {
    ...{ state: 'satisfied', effect: 'pass', would: 'pass', rule: 'approved', ways: [], who: [], asked: [] },
    process: { processId: 'faq', name: 'FAQ' },
    ...fields,
  } as GateSaid,
});

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string) => name);
});

it.each([
  ['bypassed', 'bypassed'],
  ['overridden', 'overridden'],
  ['overridden', 'excepted'],
  ['unsatisfied', 'unreviewed'],
] as const)('%s (%s) does not look approved, neither free nor copied', (state, rule) => {
  for (const told of ['free', 'copied'] as const) {
    const { tone, icon } = wordsOfTold(cameWith({ state, rule }), told);
    expect(icon).not.toBe(STATUS_LOOK.approved.icon);
    expect(tone).not.toBe(STATUS_LOOK.approved.tone);
  }
});

it('what was approved does', () => {
  expect(wordsOfTold(cameWith({}), 'free')).toMatchObject(STATUS_LOOK.approved);
});
