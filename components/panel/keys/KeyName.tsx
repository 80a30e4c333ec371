import type { CommandId, Keys } from './commands.ts';
import styles from './keys.module.css';
import { useKeys } from './keysInForce.ts';

const NAMES: Record<string, string> = { Escape: 'Esc', Enter: '↵' };
const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** A command's key, as a keyboard names it; undefined of one that has none. */
function keyName(id: CommandId, keys: Keys): string | undefined {
  const own = keys[id];
  if (!own) return undefined;
  const { key, withCtrl } = own;
  const name = NAMES[key] ?? key.toUpperCase();
  if (!withCtrl) return name;
  return isMac() ? `⌘${name}` : `Ctrl+${name}`;
}

/** Names the keys in force, for tooltips. */
export function useKeyName(): (id: CommandId) => string | undefined {
  const keys = useKeys();
  return (id) => keyName(id, keys);
}

/** The same in the way in which keys are told apart from words. */
export function KeyName({ of, hidden }: { of: CommandId /** Said elsewhere. */; hidden?: true }) {
  const name = useKeyName()(of);
  return name === undefined ? null : (
    <kbd className={styles.key} aria-hidden={hidden}>
      {name}
    </kbd>
  );
}
