import { useState } from 'react';
import { i18n } from '#i18n';
import type { Category } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { OwnReport } from '../../../lib/messages/to-background/output.ts';
import { useDoing } from '../../sending/useDoing.ts';
import { Said } from '../trace/Said.tsx';
import { Amend } from './Amend.tsx';
import type { Composing } from './ComposeFrame.tsx';
import { Write } from './Sent.tsx';

interface OwnReportsProps {
  /** Categories in the order in which they are offered. */
  often: readonly Category[];
  reports: readonly OwnReport[];
  /** The report that was changed last: what was done can be undone. */
  changed: string | undefined;
  onChanged(reportId: string | undefined): void;
  onWrite(task: Composing): void;
}

/** What the person at this browser has said of the output, and what became of it. */
export function OwnReports({ often, reports, changed, onChanged, onWrite }: OwnReportsProps) {
  if (reports.length === 0) return null;
  return (
    <section className="own" aria-label={i18n.t('card.own')}>
      <h3>
        <Said>{i18n.t('card.own')}</Said>
      </h3>
      <ul>
        {reports.map((report) => (
          <Own
            key={report.reportId}
            often={often}
            report={report}
            isChanged={report.reportId === changed}
            onChanged={onChanged}
            onWrite={onWrite}
          />
        ))}
      </ul>
    </section>
  );
}

interface OwnProps extends Pick<OwnReportsProps, 'often' | 'onChanged' | 'onWrite'> {
  report: OwnReport;
  isChanged: boolean;
}

function Own({ report, often, isChanged, onChanged, onWrite }: OwnProps) {
  const [amending, setAmending] = useState(false);
  const { busy, failure, run } = useDoing();
  const { reportId, categories, severity, state } = report;
  const change = (type: 'report.withdraw' | 'report.revert') =>
    run(async () => {
      await send(type, { reportId });
      onChanged(type === 'report.withdraw' ? reportId : undefined);
    });
  const isPraise = categories.includes('good');
  return (
    <li data-report-id={reportId}>
      <p>
        <strong>
          <Said>{categories.map((category) => i18n.t(`category.${category}`)).join(', ')}</Said>
        </strong>
        {isPraise ? null : <Said>{[' · ', i18n.t(`severity.${severity}`)]}</Said>}
      </p>
      <p className="muted" data-fate={report.fate}>
        <Said>{wordsOn(report)}</Said>
      </p>
      {isChanged ? (
        <p className="muted" role="status">
          <Said>{[i18n.t('common.changed'), ' ']}</Said>
          <button
            type="button"
            className="link"
            data-action="revert"
            disabled={busy}
            onClick={() => change('report.revert')}
          >
            <Said>{i18n.t('common.undo')}</Said>
          </button>
        </p>
      ) : null}
      {state === 'withdrawn' || amending ? null : (
        <div className="row">
          {isPraise ? null : (
            <button type="button" className="button" data-action="amend" onClick={() => setAmending(true)}>
              <Said>{i18n.t('common.edit')}</Said>
            </button>
          )}
          <Write reportId={reportId} praise={isPraise} onWrite={onWrite} />
          <button
            type="button"
            className="button"
            data-action="withdraw"
            disabled={busy}
            onClick={() => change('report.withdraw')}
          >
            <Said>{i18n.t('common.withdraw')}</Said>
          </button>
        </div>
      )}
      {amending ? (
        <Amend
          report={report}
          often={often}
          onDone={() => {
            setAmending(false);
            onChanged(reportId);
          }}
          onCancel={() => setAmending(false)}
        />
      ) : null}
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </li>
  );
}

/** What became of a report, what belongs to it, and who else saw it. */
function wordsOn({ fate, others, passages, hasComment, hasCorrection, drafts }: OwnReport): string {
  const parts = [
    i18n.t(`panel.mine.fate.${fate}`),
    others > 0 ? i18n.t('common.others', others) : '',
    passages > 0 ? i18n.t('common.passages', passages) : '',
    hasComment ? i18n.t('common.comment') : '',
    hasCorrection ? i18n.t('common.correction') : '',
    drafts.length > 0 ? i18n.t('card.draft') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
