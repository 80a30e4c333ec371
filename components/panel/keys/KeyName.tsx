import { type CommandId, KEYS } from './commands.ts';
import styles from './keys.module.css';

const NAMES: Record<string, string> = { Escape: 'Esc', Enter: '↵' };
const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** A command's key, as a keyboard names it. */
export function keyName(id: CommandId): string {
  const { key, withCtrl } = KEYS[id];
  const name = NAMES[key] ?? key.toUpperCase();
  if (!withCtrl) return name;
  return isMac() ? `⌘${name}` : `Ctrl+${name}`;
}

/** The same in the way in which keys are told apart from words. */
export const KeyName = ({ of, hidden }: { of: CommandId /** Said elsewhere. */; hidden?: true }) => (
  <kbd className={styles.key} aria-hidden={hidden}>
    {keyName(of)}
  </kbd>
);
