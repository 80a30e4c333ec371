import { useState } from 'react';
import { i18n } from '#i18n';
import { singleKeys } from '../../../lib/settings/items.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { COMMANDS } from './commands.ts';
import { KeyName } from './KeyName.tsx';
import { KeysEditor } from './KeysEditor.tsx';
import styles from './keys.module.css';

interface CheatSheetProps {
  open: boolean;
  onClose(): void;
  /** Whether bare keys are on. */
  bare: boolean;
}

/** Every key there is, and the way to switch the bare ones off: whoever dictates would press them by talking. */
export const CheatSheet = ({ open, onClose, bare }: CheatSheetProps) => (
  <Dialog open={open} onClose={onClose} title={i18n.t('panel.keys.title')}>
    <Sheet />
    <p className={styles.hint}>{i18n.t('panel.keys.hint')}</p>
    <label className={styles.check}>
      <input type="checkbox" checked={bare} onChange={(event) => void singleKeys.setValue(event.target.checked)} />
      {i18n.t('panel.keys.bare')}
    </label>
    <div className={styles.buttons}>
      <Button onClick={onClose}>{i18n.t('common.close')}</Button>
    </div>
  </Dialog>
);

/** The keys as they are set, and below them the way to set others. */
function Sheet() {
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      {isChanging ? (
        <KeysEditor />
      ) : (
        <dl className={styles.sheet}>
          {COMMANDS.map((id) => (
            <div key={id} className={styles.row}>
              <dt>
                <KeyName of={id} />
              </dt>
              <dd>{i18n.t(`panel.keys.${id}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div>
        <Button size="small" aria-pressed={isChanging} onClick={() => setChanging(!isChanging)}>
          {i18n.t('panel.keys.changeKeys')}
        </Button>
      </div>
    </>
  );
}
