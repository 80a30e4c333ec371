import { Plus } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { TARGETS, targetById } from '../../../lib/sync/targets/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from '../Options.module.css';
import { TargetForm } from './TargetForm.tsx';
import { targetIntro } from './targetWords.ts';

/** Another system that is to get events: which kind, and its settings. */
export function AddTarget() {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>();
  const close = () => {
    setOpen(false);
    setKind(undefined);
  };
  const kinds = TARGETS.filter(({ id }) => id !== 'collector');
  return (
    <section className={styles.card} id="servers">
      <h2 className={styles.title}>{i18n.t('options.othersTitle')}</h2>
      <p className={styles.intro}>{i18n.t('options.othersIntro')}</p>
      {open ? (
        <>
          <ChoiceGroup
            legend={i18n.t('options.whichKind')}
            choices={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={kind ? [kind] : []}
            onChange={([chosen]) => setKind(chosen)}
          />
          {kind ? (
            <>
              <h3 className={styles.title}>{targetById(kind).name}</h3>
              <p className={styles.intro}>{targetIntro(kind)}</p>
              <TargetForm key={kind} kind={kind} onSaved={close} onCancel={close} />
            </>
          ) : (
            <div>
              <Button look="quiet" onClick={close}>
                {i18n.t('common.cancel')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>
            <Plus size={16} aria-hidden />
            {i18n.t('options.addEndpoint')}
          </Button>
        </div>
      )}
    </section>
  );
}
