import { i18n } from '#i18n';
import type { Decision } from '../../../lib/domain/decision/decision.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import styles from '../../panel/queue/Queue.module.css';
import { usePersonName } from '../../people/personName.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import item from '../Item.module.css';
import { StatusMark } from '../marks/StatusMark.tsx';
import { ApprovalReceipt } from './ApprovalReceipt.tsx';

interface PastDecisionsProps {
  hash: string;
  decisions: readonly Decision[];
  outputText: string | undefined;
  /** Why they count for nothing: they are from a file, and nothing shows that they were made; or they were taken back. */
  why?: 'unproved' | 'takenBack';
}

const HEADINGS = {
  earlier: 'panel.queue.earlier',
  unproved: 'panel.queue.claimed',
  takenBack: 'panel.queue.takenBack',
} as const;

/** What was decided on this output before, newest first. */
export function PastDecisions({ hash, decisions, outputText, why }: PastDecisionsProps) {
  const nameOf = usePersonName();
  if (decisions.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{i18n.t(HEADINGS[why ?? 'earlier'])}</h2>
      {why === 'unproved' ? <p>{i18n.t('panel.queue.unproved')}</p> : null}
      <ul className={styles.stack}>
        {decisions.toReversed().map((decision) => (
          <li key={decision.decisionId} className={item.item}>
            <div className={item.head}>
              <StatusMark status={STATUS_AFTER[decision.verdict]} />
              <span className={item.time}>
                <RelativeTime at={decision.decidedAt} />
              </span>
            </div>
            {decision.content?.note ? (
              <p className={item.comment} dir="auto">
                {decision.content.note}
              </p>
            ) : null}
            {decision.content?.correctedText && outputText !== undefined ? (
              <TextDiff before={outputText} after={decision.content.correctedText} />
            ) : null}
            {decision.inProcess?.selfReview ? <p className={item.meta}>{i18n.t('panel.gate.selfReview')}</p> : null}
            {decision.inProcess?.meaning ? (
              <p className={item.meta}>
                {i18n.t('panel.gate.signature.meant', {
                  meaning: i18n.t(`panel.gate.meaning.${decision.inProcess.meaning}`),
                })}
              </p>
            ) : null}
            {decision.inProcess?.onBehalfOf ? (
              <p className={item.meta}>
                {i18n.t('panel.gate.onBehalfOf', { name: nameOf(decision.inProcess.onBehalfOf) })}
              </p>
            ) : null}
            {why ? null : <ApprovalReceipt hash={hash} decision={decision} outputText={outputText} />}
            {decision.author ? (
              <p className={item.meta}>{i18n.t('panel.queue.by', { name: nameOf(decision.author) })}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
