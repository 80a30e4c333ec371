import { i18n } from '#i18n';
import type { NameOf } from '../../../lib/domain/people/name.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { usePersonName } from '../../people/personName.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../Item.module.css';
import { SeverityMark } from '../marks/SeverityMark.tsx';
import { DisputeWords } from './DisputeWords.tsx';
import { ReportWords } from './ReportWords.tsx';

interface ReportCardProps {
  report: Report;
  /** The number that marks its passages in the text. */
  number: number;
  outputText: string | undefined;
  /** Whether this installation made it. */
  own: boolean;
}

/** One report as a reviewer reads it. */
export function ReportCard({ report, number, outputText, own }: ReportCardProps) {
  const nameOf = usePersonName();
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.meta}>{i18n.t('panel.queue.report', [number])}</h3>
        <SeverityMark severity={report.severity} />
        <span className={styles.time}>
          <RelativeTime at={report.reportedAt} />
        </span>
      </div>
      <ReportWords report={report} outputText={outputText} correctionLabel={i18n.t('common.correction')} />
      <DisputeWords report={report} />
      <p className={styles.meta} dir="auto">
        {report.unproved ? i18n.t('panel.queue.unproved') : reporter(report, own, nameOf)}
      </p>
    </article>
  );
}

function reporter({ author }: Report, own: boolean, nameOf: NameOf): string {
  if (own) return i18n.t('panel.queue.byYou');
  return author ? i18n.t('panel.queue.by', { name: nameOf(author) }) : i18n.t('panel.queue.byTeam');
}
