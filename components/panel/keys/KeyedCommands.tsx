import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { singleKeys } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';
import { CheatSheet } from './CheatSheet.tsx';
import { type CommandId, commandOf, isTyping } from './commands.ts';
import { useKeys } from './keysInForce.ts';
import { Palette } from './Palette.tsx';

type Runs = Map<CommandId, () => void>;

interface Keyed {
  /** What can be done now. */
  runs: Runs;
  show(what: Shown): void;
}

type Shown = 'help' | 'palette' | undefined;

const KeyedContext = createContext<Keyed | undefined>(undefined);

const WATCHED = [singleKeys];
const readSingleKeys = () => singleKeys.getValue();

/**
 * Runs commands by key while its children are on screen, on our own pages only. Nothing while a dialog is open, and no bare
 * key while somebody types, or where somebody switched bare keys off.
 */
export function KeyedCommands({ children }: { children: ReactNode }) {
  const runs = useRef<Runs>(new Map());
  const [shown, show] = useState<Shown>();
  const [bare = true] = useSetting(readSingleKeys, WATCHED);
  const keys = useKeys();
  const keyed = useMemo(() => ({ runs: runs.current, show }), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const typing = isTyping(event.target);
      // Escape leaves a field, so that keys are commands again.
      if (typing && event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
      const id = commandOf(event, typing, bare, keys);
      const run = id && runs.current.get(id);
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [bare, keys]);
  return (
    <KeyedContext value={keyed}>
      <Always show={show} />
      {children}
      <CheatSheet open={shown === 'help'} onClose={() => show(undefined)} bare={bare} />
      <Palette open={shown === 'palette'} onClose={() => show(undefined)} runs={runs.current} />
    </KeyedContext>
  );
}

/** What can be done wherever one is. */
function Always({ show }: { show(what: Shown): void }) {
  useCommand('help', () => show('help'));
  useCommand('palette', () => show('palette'));
  return null;
}

/** A command of whoever is on screen; `run` undefined where it cannot be done now. */
export function useCommand(id: CommandId, run: (() => void) | undefined): void {
  const keyed = useContext(KeyedContext);
  const latest = useRef(run);
  latest.current = run;
  const can = run !== undefined;
  // Before anything is drawn: whoever sees a form can use its keys.
  useLayoutEffect(() => {
    if (!keyed || !can) return undefined;
    const own = () => latest.current?.();
    keyed.runs.set(id, own);
    return () => {
      if (keyed.runs.get(id) === own) keyed.runs.delete(id);
    };
  }, [keyed, id, can]);
}

/** Opens the cheat sheet, for those who look for it with the mouse. */
export function useCheatSheet(): () => void {
  const keyed = useContext(KeyedContext);
  return useCallback(() => keyed?.show('help'), [keyed]);
}
