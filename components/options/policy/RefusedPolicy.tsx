import { i18n } from '#i18n';
import type { ToolsListed } from '../../../lib/messages/to-background/tool.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { policyProblemText } from '../../words/policy.ts';
import styles from '../tools/Tools.module.css';

interface RefusedPolicyProps {
  refused: NonNullable<ToolsListed['refused']>;
  hasPolicy: boolean;
}

/** Why the last policy was not put in force, every reason with its place, and what is in force instead. */
export function PolicyRefusal({ refused: { source, problems, refusedAt }, hasPolicy }: RefusedPolicyProps) {
  const { carryOut } = useSend();
  return (
    <Notice tone="danger" live>
      <p>
        <strong>{i18n.t(`policy.refused.${source}`)}</strong> <RelativeTime at={refusedAt} />
      </p>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.field}`}>{policyProblemText(problem)}</li>
        ))}
      </ul>
      <p>{i18n.t(hasPolicy ? 'policy.lastGoodStays' : 'policy.nothingInForce')}</p>
      {source === 'loaded' ? (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => void carryOut('policy.dismiss', {})}>
            {i18n.t('policy.dismiss')}
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}
