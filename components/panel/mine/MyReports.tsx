import { useLiveQuery } from 'dexie-react-hooks';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { ownReports, target } from '../../../lib/store/ask/queries.ts';
import { draftsOf, formKey, keptForms } from '../../../lib/store/desk.ts';
import type { ReportRow } from '../../../lib/store/rows/output.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useOwnSource } from '../useOwnSource.ts';
import { EditReport } from './EditReport.tsx';
import styles from './MyReports.module.css';
import { OwnReportItem } from './OwnReportItem.tsx';
import { useNews } from './useNews.ts';

const keyOf = ({ reportId }: ReportRow): string => reportId;

/** Every report of this installation, newest first, with what became of it. */
export function MyReports() {
  const source = useOwnSource();
  const reports = useLiveQuery(() => (source ? ownReports(source) : undefined), [source]);
  const [editing, setEditing] = useState<ReportRow>();
  const [changed, setChanged] = useState<string>();
  const news = useNews(reports);
  const forms = useLiveQuery(keptForms);
  const hasTeam = useLiveQuery(async () => (await target()) !== undefined, [], true);
  const drafts = useLiveQuery(() => draftsOf(reports?.map(({ reportId }) => reportId) ?? []), [reports]);
  if (!reports) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.mine.loading')}
      </div>
    );
  }
  if (reports.length === 0) {
    return (
      <EmptyState
        icon={<Flag size={24} />}
        title={i18n.t('panel.mine.noneTitle')}
        text={i18n.t('panel.mine.noneText')}
      />
    );
  }
  return (
    <>
      <p className={styles.count}>{i18n.t('common.reports', reports.length)}</p>
      <VirtualList
        label={i18n.t('panel.mine.list')}
        items={reports}
        keyOf={keyOf}
        attributesOf={(report) => ({ 'data-report-id': report.reportId })}
        estimate={230}
      >
        {(report) => (
          <OwnReportItem
            report={report}
            hasTeam={hasTeam}
            isNew={news.has(report.reportId)}
            hasDraft={drafts?.some(({ reportId }) => reportId === report.reportId) ?? false}
            isBegun={forms?.has(formKey('report', report.reportId)) ?? false}
            isChanged={changed === report.reportId}
            onEdit={() => setEditing(report)}
            onChanged={(isChanged) => setChanged(isChanged ? report.reportId : undefined)}
          />
        )}
      </VirtualList>
      {editing ? <EditReport report={editing} onSaved={setChanged} onClose={() => setEditing(undefined)} /> : null}
    </>
  );
}
