import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { queueKeys } from '../../../lib/settings/items.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { COMMANDS, type CommandId, type KeyOf, type Keys, keyPressed, keysWith, takenBy } from './commands.ts';
import { useKeyName } from './KeyName.tsx';
import styles from './keys.module.css';
import { useOwnKeys } from './keysInForce.ts';

/** Why a key cannot be that of a command; undefined where it can. */
function problemWith(key: KeyOf | undefined, id: CommandId, keys: Keys): string | undefined {
  if (!key) return i18n.t('panel.keys.notAKey');
  const taken = takenBy(key, keys, id);
  return taken && i18n.t('panel.keys.taken', { what: i18n.t(`panel.keys.${taken}`) });
}

/** No key by themselves, or the way out. */
const NO_CHOICE = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Every command with its key: a press on it waits for another key, and says where that is taken. */
export function KeysEditor() {
  const own = useOwnKeys();
  const nameOf = useKeyName();
  const announce = useAnnounce();
  const [waiting, setWaiting] = useState<CommandId>();
  const [problem, setProblem] = useState<{ id: CommandId; words: string }>();
  const press = (id: CommandId) => (event: KeyboardEvent) => {
    if (waiting !== id || NO_CHOICE.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting(undefined);
    if (event.key === 'Escape') return;
    const { key, ctrlKey, metaKey, altKey, nativeEvent } = event;
    const chosen = keyPressed({ key, ctrlKey, metaKey, altKey, isComposing: nativeEvent.isComposing });
    const wrong = problemWith(chosen, id, keysWith(own ?? {}));
    setProblem(wrong === undefined ? undefined : { id, words: wrong });
    if (!chosen || wrong !== undefined) return;
    void queueKeys.setValue({ ...own, [id]: chosen }).then(() => announce(i18n.t('panel.keys.changed')));
  };
  return (
    <div className={styles.editor}>
      <p className={styles.hint}>{i18n.t('panel.keys.changeHint')}</p>
      <ul className={styles.keys}>
        {COMMANDS.map((id) => {
          const key = nameOf(id) ?? i18n.t('panel.keys.none');
          return (
            <li key={id} className={styles.change}>
              <span>{i18n.t(`panel.keys.${id}`)}</span>
              <Button
                size="small"
                data-waits-for-key={waiting === id || undefined}
                aria-label={i18n.t('panel.keys.change', { what: i18n.t(`panel.keys.${id}`), key })}
                onKeyDown={press(id)}
                onBlur={() => setWaiting((now) => (now === id ? undefined : now))}
                onClick={() => setWaiting(id)}
              >
                {waiting === id ? i18n.t('panel.keys.pressOne') : key}
              </Button>
              {problem?.id === id ? (
                <p className={styles.problem} role="alert">
                  {problem.words}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      {own && Object.keys(own).length > 0 ? (
        <Button
          size="small"
          onClick={() => void queueKeys.setValue({}).then(() => announce(i18n.t('panel.keys.resetSaid')))}
        >
          {i18n.t('panel.keys.reset')}
        </Button>
      ) : null}
    </div>
  );
}
