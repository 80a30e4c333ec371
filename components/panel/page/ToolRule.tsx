import { i18n } from '#i18n';
import { forbiddenAt } from '../../../lib/domain/policy/inventory.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useGovernance } from '../gate/useGate.ts';
import { partiesText } from '../gate/words.ts';
import styles from './WatchState.module.css';

/** Says that the policy does not allow the tool of the page beside the panel, and whom to ask. */
export function ToolRule({ url }: { url: string | undefined }) {
  const policy = useGovernance();
  const forbidden = url === undefined ? undefined : forbiddenAt(policy, url, new Date().toISOString());
  if (!policy || !forbidden) return null;
  const { name, owner } = forbidden;
  return (
    <div className={styles.rule}>
      <Notice tone="warning">
        <strong>{i18n.t('toolRule.title')}</strong>{' '}
        {i18n.t('toolRule.ask', { tool: name, people: partiesText([owner], policy) })}
      </Notice>
    </div>
  );
}
