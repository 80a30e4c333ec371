import { useLiveQuery } from 'dexie-react-hooks';
import { Clock, Undo2 } from 'lucide-react';
import { i18n } from '#i18n';
import type { ReportRow } from '../../lib/store/db.ts';
import { outputByHash } from '../../lib/store/queries.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { OutsideLink } from '../ui/OutsideLink.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';
import styles from './Item.module.css';
import { ReportFate } from './ReportFate.tsx';
import { ReportWords } from './ReportWords.tsx';
import { useSend } from './useSend.ts';
import { STATUS_AFTER } from './verdict-status.ts';

/** One own report: what was said, what became of it, and what can still be done with it. */
export function OwnReportItem({ report, onEdit }: { report: ReportRow; onEdit(): void }) {
  // Only these two need more than the report itself.
  const needsOutput = report.verdict === 'modify' || report.content?.correction !== undefined;
  const output = useLiveQuery(() => (needsOutput ? outputByHash(report.hash) : undefined), [report.hash, needsOutput]);
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <StateMark report={report} />
        <span className={styles.end}>
          <SeverityMark severity={report.severity} />
        </span>
      </div>
      <ReportWords
        report={report}
        outputText={output?.content?.text}
        correctionLabel={i18n.t('panel.mine.correction')}
      />
      <ReportFate report={report} output={output} />
      <Place report={report} />
      {report.state === 'withdrawn' ? null : <Actions report={report} onEdit={onEdit} />}
    </article>
  );
}

function StateMark({ report }: { report: ReportRow }) {
  if (report.state === 'withdrawn')
    return <Badge icon={<Undo2 size={13} aria-hidden />}>{i18n.t('panel.mine.withdrawn')}</Badge>;
  if (report.state === 'decided' && report.verdict) return <StatusMark status={STATUS_AFTER[report.verdict]} />;
  return (
    <Badge tone="notice" icon={<Clock size={13} aria-hidden />}>
      {i18n.t('panel.mine.waiting')}
    </Badge>
  );
}

const Place = ({ report }: { report: ReportRow }) => (
  <p className={styles.meta}>
    <RelativeTime at={report.reportedAt} />
    {report.updatedAt !== report.reportedAt && report.state === 'open' ? `, ${i18n.t('panel.mine.amended')}` : ''}
    {` · ${report.toolName} · `}
    <OutsideLink url={report.pageUrl} label={i18n.t('common.openPage')} />
  </p>
);

function Actions({ report, onEdit }: { report: ReportRow; onEdit(): void }) {
  const { carryOut, busy } = useSend();
  const announce = useAnnounce();
  const withdraw = async () => {
    const done = await carryOut('report.withdraw', { reportId: report.reportId });
    if (done) announce(i18n.t('panel.mine.withdrawnSaid'));
  };
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={onEdit}>
        {i18n.t('common.edit')}
      </Button>
      <ConfirmDialog
        trigger={
          <Button size="small" busy={busy}>
            {i18n.t('common.withdraw')}
          </Button>
        }
        title={i18n.t('panel.mine.withdrawTitle')}
        text={i18n.t('panel.mine.withdrawText')}
        confirm={i18n.t('common.withdraw')}
        onConfirm={() => void withdraw()}
      />
    </div>
  );
}
