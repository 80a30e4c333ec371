import { useState } from 'react';
import { i18n } from '#i18n';
import type { Category } from '../../lib/domain/category.ts';
import type { OwnReport } from '../../lib/messages/replies.ts';
import { send } from '../../lib/messages/send.ts';
import type { Composing } from './ComposeFrame.tsx';
import { CategoryChoice, SeverityChoice } from './choices.tsx';
import { Write } from './Sent.tsx';
import { useDoing } from './useDoing.ts';

interface OwnReportsProps {
  reports: readonly OwnReport[];
  onChanged(): void;
  onWrite(task: Composing): void;
}

/** What the person at this browser has said of the output, and what became of it. */
export function OwnReports({ reports, onChanged, onWrite }: OwnReportsProps) {
  if (reports.length === 0) return null;
  return (
    <section className="own" aria-label={i18n.t('card.own')}>
      <h3>{i18n.t('card.own')}</h3>
      <ul>
        {reports.map((report) => (
          <Own key={report.reportId} report={report} onChanged={onChanged} onWrite={onWrite} />
        ))}
      </ul>
    </section>
  );
}

interface OwnProps {
  report: OwnReport;
  onChanged(): void;
  onWrite(task: Composing): void;
}

function Own({ report, onChanged, onWrite }: OwnProps) {
  const [amending, setAmending] = useState(false);
  const { busy, failure, run } = useDoing();
  const { reportId, categories, severity, state } = report;
  const withdraw = () =>
    run(async () => {
      await send('report.withdraw', { reportId });
      onChanged();
    });
  return (
    <li data-report-id={reportId}>
      <p>
        <strong>{categories.map((category) => i18n.t(`category.${category}`)).join(', ')}</strong> ·{' '}
        {i18n.t(`severity.${severity}`)}
      </p>
      <p className="muted">{fateOf(report)}</p>
      {state === 'withdrawn' || amending ? null : (
        <div className="row">
          <button type="button" className="button" data-action="amend" onClick={() => setAmending(true)}>
            {i18n.t('common.edit')}
          </button>
          <Write reportId={reportId} onWrite={onWrite} />
          <button type="button" className="button" data-action="withdraw" disabled={busy} onClick={withdraw}>
            {i18n.t('common.withdraw')}
          </button>
        </div>
      )}
      {amending ? (
        <Amend
          report={report}
          onDone={() => {
            setAmending(false);
            onChanged();
          }}
        />
      ) : null}
      {failure ? (
        <p className="problem" role="alert">
          {failure}
        </p>
      ) : null}
    </li>
  );
}

function Amend({ report, onDone }: { report: OwnReport; onDone(): void }) {
  const [categories, setCategories] = useState<Category[]>(report.categories);
  const { busy, failure, run } = useDoing();
  return (
    <>
      <CategoryChoice chosen={categories} onChange={setCategories} />
      {categories.length > 0 ? (
        <SeverityChoice
          busy={busy}
          chosen={report.severity}
          onChoose={(severity) =>
            run(async () => {
              await send('report.amend', { reportId: report.reportId, categories, severity });
              onDone();
            })
          }
        />
      ) : null}
      {failure ? (
        <p className="problem" role="alert">
          {failure}
        </p>
      ) : null}
    </>
  );
}

/** What became of a report, and what belongs to it. */
function fateOf({ state, verdict, passages, hasComment, hasCorrection }: OwnReport): string {
  const fate = verdict
    ? i18n.t(`panel.mine.fate.${verdict}`)
    : state === 'withdrawn'
      ? i18n.t('panel.mine.withdrawn')
      : i18n.t('panel.mine.waiting');
  const parts = [
    fate,
    passages > 0 ? i18n.t('common.passages', passages) : '',
    hasComment ? i18n.t('common.comment') : '',
    hasCorrection ? i18n.t('common.correction') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
