/** Which key is which command: never a bare key while somebody types. */
import { describe, expect, test } from 'vitest';
import { COMMANDS, commandOf, KEYS, keyPressed, keysWith, takenBy } from '../../../components/panel/keys/commands.ts';

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

  test('somebody chooses: theirs counts, one that it takes from has none, and what was not chosen stays', () => {
    const keys = keysWith({ take: { key: 'u' }, nonsense: { key: 'q' } });
    expect([keys.take, keys.undo, keys.next]).toEqual([{ key: 'u' }, undefined, { key: 'j' }]);
    expect(commandOf(press('u'), false, true, keys)).toBe('take');
    expect(commandOf(press('u'), true, true, keys)).toBeUndefined();
    expect(takenBy({ key: 'j' }, keys, 'take')).toBe('next');
    expect(takenBy({ key: 'u' }, keys, 'take')).toBeUndefined();
  });

  test('a key that the browser or the screen needs is no command', () => {
    for (const key of ['Tab', 'Escape', 'Enter', ' ', 'ArrowDown', 'F5'])
      expect(keyPressed(press(key))).toBeUndefined();
    for (const key of ['c', 'v', 'w', 'z']) expect(keyPressed(press(key, { ctrlKey: true }))).toBeUndefined();
    expect(keyPressed(press('B'))).toEqual({ key: 'b' });
    expect(keyPressed(press('Enter', { metaKey: true }))).toEqual({ key: 'Enter', withCtrl: true });
    expect(keyPressed(press('a', { altKey: true }))).toBeUndefined();
  });
});
