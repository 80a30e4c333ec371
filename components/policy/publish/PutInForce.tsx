import { i18n } from '#i18n';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';

interface PutInForceProps {
  draft: Json;
  /** Whether something must be mended first. */
  hasProblems: boolean;
  isManaged: boolean;
  /** Publishing stands above it, and is what is meant then. */
  hasServer: boolean;
}

/** The end of writing: in force in this browser, or a file for whoever manages the others. */
export function PutInForce({ draft, hasProblems, isManaged, hasServer }: PutInForceProps) {
  const { act, busy } = useSend();
  const text = () => JSON.stringify(draft, null, 2);
  const put = () =>
    act(async () => {
      const { problems } = await send('policy.load', { text: text() });
      return i18n.t(problems.length > 0 ? 'policyForm.gapsInvalid' : 'policyForm.inForce');
    });
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{i18n.t(isManaged ? 'policyForm.managed' : 'policyForm.putInForceHint')}</p>
      <div className={styles.buttons}>
        {isManaged ? null : (
          <Button
            {...(hasServer ? {} : { look: 'primary' })}
            size="small"
            busy={busy}
            disabled={hasProblems}
            onClick={() => void put()}
          >
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
