import { type KeyboardEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
import { KeyName } from './KeyName.tsx';
import styles from './keys.module.css';

interface PaletteProps {
  open: boolean;
  onClose(): void;
  /** What can be done now. */
  runs: ReadonlyMap<CommandId, () => void>;
}

/** All that can be done now, found by its name. */
export const Palette = ({ open, onClose, runs }: PaletteProps) => (
  <Dialog open={open} onClose={onClose} title={i18n.t('panel.keys.palette')}>
    <Choice onClose={onClose} runs={runs} />
  </Dialog>
);

const named = (id: CommandId): string => i18n.t(`panel.keys.${id}`);

function Choice({ onClose, runs }: Omit<PaletteProps, 'open'>) {
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  // The palette itself is no choice in it. Looked up once: what opens behind it does not move what is pointed at.
  const [can] = useState(() => COMMANDS.filter((id) => id !== 'palette' && runs.has(id)));
  const found = can.filter((id) => named(id).toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()));
  const chosen = found[Math.min(at, found.length - 1)];
  const run = (id: CommandId | undefined) => {
    if (!id) return;
    onClose();
    // After the dialog has given the focus back, so that what runs may move it.
    requestAnimationFrame(() => runs.get(id)?.());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(chosen);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${chosen}` : undefined}
        aria-label={i18n.t('panel.keys.find')}
        placeholder={i18n.t('panel.keys.find')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      {found.length === 0 ? <p className={styles.hint}>{i18n.t('panel.keys.nothing')}</p> : null}
      <div id={list} role="listbox" aria-label={i18n.t('panel.keys.palette')} className={styles.options}>
        {found.map((id) => (
          // The keyboard chooses in the field above, which says by `aria-activedescendant` what is chosen; after a press here, here too.
          <div
            key={id}
            id={`${list}-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={id === chosen}
            className={classes(styles.option, id === chosen && styles.chosen)}
            onClick={() => run(id)}
            onKeyDown={press}
          >
            {named(id)} <KeyName of={id} />
          </div>
        ))}
      </div>
    </>
  );
}
