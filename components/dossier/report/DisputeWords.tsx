import { i18n } from '#i18n';
import type { Report } from '../../../lib/domain/report/report.ts';
import { usePersonName } from '../../people/personName.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../Item.module.css';

interface DisputeWordsProps {
  report: Report;
  /** Its author reads it. */
  own?: boolean;
}

/** What its author said to the report being declined, and what had been said to them. */
export function DisputeWords({ report: { dispute }, own = false }: DisputeWordsProps) {
  const nameOf = usePersonName();
  if (!dispute) return null;
  const { reason, disputedAt, declined, changed } = dispute;
  const who = declined?.author ? nameOf(declined.author) : i18n.t('panel.gate.colleague');
  return (
    <div className={styles.item} data-dispute>
      <p className={styles.meta}>
        <strong>{i18n.t(own ? 'panel.dispute.yours' : 'panel.dispute.said')}</strong> · <RelativeTime at={disputedAt} />
      </p>
      <p className={styles.comment} dir="auto">
        {changed ? i18n.t('panel.dispute.changed') : (reason ?? i18n.t('panel.question.erased'))}
      </p>
      {declined ? (
        <p className={styles.meta} dir="auto">
          {i18n.t('panel.dispute.before', { who })} · <RelativeTime at={declined.decidedAt} />
          {declined.note ? ` · ${declined.note}` : ''}
        </p>
      ) : null}
    </div>
  );
}
