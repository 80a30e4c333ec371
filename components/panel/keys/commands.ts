/** What can be done in the queue by key: one list, from which keys, cheat sheet, palette and tooltips are made. */
/** In the order of the cheat sheet. */
export const COMMANDS = [
  'next',
  'previous',
  'back',
  'approve',
  'approve_with_notes',
  'modify',
  'block',
  'escalate',
  'record',
  'take',
  'give',
  'defer',
  'duplicate',
  'handOff',
  'undo',
  'mine',
  'search',
  'views',
  'palette',
  'help',
] as const;
export type CommandId = (typeof COMMANDS)[number];

interface KeyOf {
  /** As the event names it. */
  key: string;
  /** With Ctrl, or Cmd: works also while somebody types. */
  withCtrl?: true;
}

/** Digits and not first letters: those differ between languages, and the decisions stand in this order on screen. */
export const KEYS: Record<CommandId, KeyOf> = {
  next: { key: 'j' },
  previous: { key: 'k' },
  back: { key: 'Escape' },
  approve: { key: '1' },
  approve_with_notes: { key: '2' },
  modify: { key: '3' },
  block: { key: '4' },
  escalate: { key: '5' },
  record: { key: 'Enter', withCtrl: true },
  take: { key: 'a' },
  give: { key: 'g' },
  defer: { key: 'd' },
  duplicate: { key: 's' },
  handOff: { key: 'h' },
  undo: { key: 'u' },
  mine: { key: 'm' },
  search: { key: '/' },
  views: { key: 'v' },
  palette: { key: 'k', withCtrl: true },
  help: { key: '?' },
};

/** What somebody pressed, as far as it matters. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'>;

/**
 * The command of a key press. `typing`: somebody is in a field, where a bare key is a letter; `bare`: whether bare keys are
 * on. Escape leaves a field and is no command there.
 */
export function commandOf(pressed: Pressed, typing: boolean, bare: boolean): CommandId | undefined {
  if (pressed.altKey || pressed.isComposing || pressed.repeat) return undefined;
  const withCtrl = pressed.ctrlKey || pressed.metaKey;
  if (!withCtrl && (typing || !bare)) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  return COMMANDS.find((id) => KEYS[id].key === key && (KEYS[id].withCtrl ?? false) === withCtrl);
}

const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color']);

/** Whether keys are letters where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"]');
}
