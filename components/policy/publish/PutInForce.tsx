import { useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/domain/policy/draft.ts';
import { send } from '../../../lib/messages/send.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import { refusalText } from '../../words/refusal.ts';
import styles from '../policy.module.css';

interface PutInForceProps {
  draft: Json;
  /** Whether something must be mended first. */
  hasProblems: boolean;
  isManaged: boolean;
}

/** The end of writing: in force in this browser, or a file for whoever manages the others. */
export function PutInForce({ draft, hasProblems, isManaged }: PutInForceProps) {
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const text = () => JSON.stringify(draft, null, 2);
  const put = async () => {
    setBusy(true);
    try {
      const { problems } = await send('policy.load', { text: text() });
      announce(i18n.t(problems.length > 0 ? 'policyForm.gapsInvalid' : 'policyForm.inForce'));
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{i18n.t(isManaged ? 'policyForm.managed' : 'policyForm.putInForceHint')}</p>
      <div className={styles.buttons}>
        {isManaged ? null : (
          <Button look="primary" size="small" busy={busy} disabled={hasProblems} onClick={() => void put()}>
            {i18n.t('policyForm.putInForce')}
          </Button>
        )}
        <SaveFile name="rules.json" type="application/json" content={text}>
          {i18n.t('policyForm.saveJson')}
        </SaveFile>
      </div>
    </div>
  );
}
