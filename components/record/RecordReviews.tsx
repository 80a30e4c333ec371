import { i18n } from '#i18n';
import type { Decision } from '../../lib/domain/decision/decision.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import type { NameOf } from '../../lib/domain/people/name.ts';
import type { Report } from '../../lib/domain/report/report.ts';
import { usePersonName } from '../people/personName.ts';
import { fullDate } from '../ui/RelativeTime.tsx';
import { RecordWords } from './Words.tsx';

/** What people said of the output, and what was decided. */
export function RecordReviews({ output: { reports, decisions } }: { output: Output }) {
  const nameOf = usePersonName();
  return (
    <>
      <section>
        <h2>{i18n.t('panel.queue.reports')}</h2>
        {reports.length === 0 ? <p>{i18n.t('record.noReports')}</p> : null}
        {reports.map((report, at) => (
          <OneReport key={report.reportId} report={report} number={at + 1} nameOf={nameOf} />
        ))}
      </section>
      <section>
        <h2>{i18n.t('record.decisions')}</h2>
        {decisions.length === 0 ? <p>{i18n.t('record.noDecisions')}</p> : null}
        {decisions.map((decision) => (
          <OneDecision key={decision.decisionId} decision={decision} nameOf={nameOf} />
        ))}
      </section>
    </>
  );
}

function OneReport({ report, number, nameOf }: { report: Report; number: number; nameOf: NameOf }) {
  const { categories, severity, content, reportedAt, author, state } = report;
  return (
    <article>
      <h3>
        {i18n.t('panel.queue.report', [number])}:{' '}
        {categories.map((category) => i18n.t(`category.${category}`)).join(' · ')}
      </h3>
      <p className="muted">
        {[
          i18n.t(`severity.${severity}`),
          fullDate(reportedAt),
          author ? nameOf(author) : '',
          state === 'withdrawn' ? i18n.t('panel.mine.fate.withdrawn') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {content?.passages.map(({ selectors: [quote, { start, end }], note }) => (
        <div key={`${start}-${end}`}>
          <RecordWords text={quote.exact} />
          {note ? <p dir="auto">{note}</p> : null}
        </div>
      ))}
      {content?.comment ? <p dir="auto">{content.comment}</p> : null}
      {content?.correction ? (
        <>
          <p className="muted">{i18n.t('common.correction')}</p>
          <RecordWords text={content.correction} />
        </>
      ) : null}
    </article>
  );
}

const OneDecision = ({
  decision: { verdict, content, decidedAt, author, inProcess },
  nameOf,
}: {
  decision: Decision;
  nameOf: NameOf;
}) => (
  <article>
    <h3>{i18n.t(`verdict.${verdict}`)}</h3>
    <p className="muted">{[fullDate(decidedAt), author ? nameOf(author) : ''].filter(Boolean).join(' · ')}</p>
    {inProcess?.meaning ? (
      <p>{i18n.t('panel.gate.signature.meant', { meaning: i18n.t(`panel.gate.meaning.${inProcess.meaning}`) })}</p>
    ) : null}
    {content?.note ? <p dir="auto">{content.note}</p> : null}
    {content?.correctedText ? <RecordWords text={content.correctedText} /> : null}
  </article>
);
