import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { ToolsListed } from '../../../lib/messages/to-background/tool.ts';
import { ReviewReminder } from '../../policy/periodic/ReviewDue.tsx';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../tools/Tools.module.css';
import { PolicyOrigins } from './PolicyOrigins.tsx';

/** The policy in force, what stands in it, and for one that was loaded here the way out, which can be undone. */
export function PolicyInForce({ listed: { policy, managed } }: { listed: ToolsListed }) {
  const { act } = useSend();
  const [removed, setRemoved] = useState<string>();
  if (!policy) return <NoPolicy removed={removed} />;
  const remove = () =>
    act(async () => {
      await send('policy.remove', {});
      setRemoved(policy.text);
      return i18n.t('policy.removed');
    });
  return (
    <div className={styles.policy} data-policy={policy.record.version}>
      <p>
        <strong>{i18n.t('policy.version', { version: policy.record.version })}</strong>
        {' · '}
        {i18n.t(`policy.source.${policy.source}`)} <RelativeTime at={policy.acceptedAt} />
      </p>
      {policy.record.format === 2 ? <ReviewReminder policy={policy.record} /> : null}
      <PolicyOrigins />
      <Disclosure label={i18n.t('policy.content')}>
        <pre className={styles.json} dir="ltr">
          {JSON.stringify(policy.record, null, 2)}
        </pre>
      </Disclosure>
      {managed ? (
        <p className={styles.small}>{i18n.t('policy.managed')}</p>
      ) : (
        <div>
          <Button size="small" look="danger" onClick={() => void remove()}>
            {i18n.t('policy.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

function NoPolicy({ removed }: { removed: string | undefined }) {
  const { carryOut } = useSend();
  if (removed === undefined) return <p className={styles.small}>{i18n.t('policy.none')}</p>;
  const undo = () => carryOut('policy.load', { text: removed }, i18n.t('sites.undone'));
  return (
    <Notice>
      <p>
        {i18n.t('policy.removed')}{' '}
        <Button size="small" onClick={() => void undo()}>
          {i18n.t('sites.undo')}
        </Button>
      </p>
    </Notice>
  );
}
