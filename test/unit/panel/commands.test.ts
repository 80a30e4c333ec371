/** Which key is which command: never a bare key while somebody types. */
import { describe, expect, test } from 'vitest';
import { COMMANDS, commandOf, KEYS } from '../../../components/panel/keys/commands.ts';

const NO_KEYS = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false };
const press = (key: string, more: Partial<typeof NO_KEYS> = {}) => ({ ...NO_KEYS, ...more, key });

describe('keys of the queue', () => {
  test('each command has a key of its own', () => {
    const keys = COMMANDS.map((id) => `${KEYS[id].withCtrl ? 'ctrl ' : ''}${KEYS[id].key}`);
    expect(new Set(keys).size).toBe(COMMANDS.length);
  });

  test('by key, in either case; with Ctrl or Cmd only those that are meant so', () => {
    expect(commandOf(press('j'), false, true)).toBe('next');
    expect(commandOf(press('J'), false, true)).toBe('next');
    expect(commandOf(press('?'), false, true)).toBe('help');
    expect(commandOf(press('k', { ctrlKey: true }), false, true)).toBe('palette');
    expect(commandOf(press('k', { metaKey: true }), false, true)).toBe('palette');
    expect(commandOf(press('u', { ctrlKey: true }), false, true)).toBeUndefined();
    expect(commandOf(press('Enter'), false, true)).toBeUndefined();
    expect(commandOf(press('1', { altKey: true }), false, true)).toBeUndefined();
  });

  test('a key that is held, or part of a letter that is being composed, is none', () => {
    expect(commandOf(press('4', { repeat: true }), false, true)).toBeUndefined();
    expect(commandOf(press('4', { isComposing: true }), false, true)).toBeUndefined();
  });

  test('while somebody types, and where bare keys are off, only those with Ctrl', () => {
    for (const id of COMMANDS) {
      const { key, withCtrl = false } = KEYS[id];
      const expected = withCtrl ? id : undefined;
      expect(commandOf(press(key, { ctrlKey: withCtrl }), true, true)).toBe(expected);
      expect(commandOf(press(key, { ctrlKey: withCtrl }), false, false)).toBe(expected);
    }
  });
});
