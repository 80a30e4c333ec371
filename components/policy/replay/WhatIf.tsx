import { useState } from 'react';
import { i18n } from '#i18n';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../policy.module.css';
import { DaysField, MOST_DAYS_REPLAYED, since } from './DaysField.tsx';
import { Results } from './Results.tsx';
import { useReplay } from './useReplay.ts';

/** What the record would have looked like under these rules: asked before they are put in force. */
export function WhatIf({ policy }: { policy: GovernancePolicy }) {
  const [days, setDays] = useState<number>(MOST_DAYS_REPLAYED);
  const { state, run } = useReplay();
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{i18n.t('replay.intro')}</p>
      <DaysField days={days} onDays={setDays} />
      <div>
        <Button size="small" onClick={() => run(policy, since(days))}>
          {i18n.t('replay.run')}
        </Button>
      </div>
      <Results state={state} roles={policy.roles ?? []} />
    </div>
  );
}
