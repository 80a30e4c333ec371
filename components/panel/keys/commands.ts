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
  'answer',
  'undo',
  'mine',
  'search',
  'views',
  'palette',
  'help',
] as const;
export type CommandId = (typeof COMMANDS)[number];

/** A key as a command has it. */
export interface KeyOf {
  /** As the event names it. */
  key: string;
  /** With Ctrl, or Cmd: works also while somebody types. */
  withCtrl?: true;
}

/** The key of each command; one has none where another was given its own. */
export type Keys = Readonly<Partial<Record<CommandId, KeyOf>>>;

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
  answer: { key: 'r' },
  undo: { key: 'u' },
  mine: { key: 'm' },
  search: { key: '/' },
  views: { key: 'v' },
  palette: { key: 'k', withCtrl: true },
  help: { key: '?' },
};

const isSame = (one: KeyOf, other: KeyOf): boolean =>
  one.key === other.key && (one.withCtrl ?? false) === (other.withCtrl ?? false);

/** The keys in force: those that somebody chose, and of the others those that are still free. */
export function keysWith(own: Readonly<Record<string, KeyOf>>): Keys {
  const chosen = COMMANDS.flatMap((id) => (Object.hasOwn(own, id) && own[id] ? [own[id]] : []));
  const keys: Partial<Record<CommandId, KeyOf>> = {};
  for (const id of COMMANDS) {
    const mine = Object.hasOwn(own, id) ? own[id] : undefined;
    if (mine) keys[id] = mine;
    else if (!chosen.some((key) => isSame(key, KEYS[id]))) keys[id] = KEYS[id];
  }
  return keys;
}

/** Which other command has a key already. */
export const takenBy = (key: KeyOf, keys: Keys, id: CommandId): CommandId | undefined =>
  COMMANDS.find((other) => {
    const theirs = keys[other];
    return other !== id && theirs !== undefined && isSame(theirs, key);
  });

/** With Ctrl these belong to the browser, or to whoever writes. */
const NOT_OURS = new Set([...'acfhjlnopqrstvwxyz']);

/** What somebody pressed, as a key that a command may have; undefined of one that none may. */
export function keyPressed({ key, ctrlKey, metaKey, altKey, isComposing }: Omit<Pressed, 'repeat'>): KeyOf | undefined {
  if (altKey || isComposing || (key.length !== 1 && key !== 'Enter') || key === ' ') return undefined;
  const withCtrl = ctrlKey || metaKey;
  const plain = key.toLowerCase();
  // Enter by itself opens what is focused.
  if (withCtrl ? NOT_OURS.has(plain) : key === 'Enter') return undefined;
  return withCtrl ? { key: key === 'Enter' ? key : plain, withCtrl } : { key: plain };
}

/** What somebody pressed, as far as it matters. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'>;

/**
 * The command of a key press. `typing`: somebody is in a field, where a bare key is a letter; `bare`: whether bare keys are
 * on. Escape leaves a field and is no command there.
 */
export function commandOf(pressed: Pressed, typing: boolean, bare: boolean, keys: Keys = KEYS): CommandId | undefined {
  if (pressed.altKey || pressed.isComposing || pressed.repeat) return undefined;
  const withCtrl = pressed.ctrlKey || pressed.metaKey;
  if (!withCtrl && (typing || !bare)) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const asked = withCtrl ? { key, withCtrl: true as const } : { key };
  return COMMANDS.find((id) => keys[id] && isSame(keys[id], asked));
}

const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color']);

/** Whether keys are letters where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"]');
}
