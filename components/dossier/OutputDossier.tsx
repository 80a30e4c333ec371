import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../lib/domain/output/output.ts';
import { standingReports } from '../../lib/domain/report/standing.ts';
import styles from '../panel/queue/Queue.module.css';
import { useOwnSource } from '../panel/useOwnSource.ts';
import { ExportRecord } from './ExportRecord.tsx';
import { StatusMark } from './marks/StatusMark.tsx';
import { TextMarks } from './marks/TextMarks.tsx';
import { PastDecisions } from './report/PastDecisions.tsx';
import { RefusedActs } from './report/RefusedActs.tsx';
import { ReportCard } from './report/ReportCard.tsx';
import { SecondReviews } from './report/SecondReviews.tsx';
import { OutputText } from './text/OutputText.tsx';
import { PromptFacts } from './trace/PromptFacts.tsx';
import { TraceFacts } from './trace/TraceFacts.tsx';
import { Uses } from './trace/Uses.tsx';

/** Everything that is known of an output: text, what was said of it, prompt, trace, earlier decisions. Takes the focus as it opens. */
export function OutputDossier({ output }: { output: Output }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const reports = standingReports(output);
  const source = useOwnSource();
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {i18n.t('panel.queue.text')} <StatusMark status={output.status} /> <TextMarks output={output} />
        </h2>
        <RefusedActs output={output} />
        <OutputText output={output} />
      </section>
      <section className={styles.section}>
        <h2 className={styles.heading}>{i18n.t('panel.queue.reports')}</h2>
        {reports.length === 0 ? <p>{i18n.t('panel.queue.noReports')}</p> : null}
        <ul className={styles.stack}>
          {reports.map((report, at) => (
            <li key={report.reportId} data-report-id={report.reportId}>
              <ReportCard
                report={report}
                number={at + 1}
                outputText={output.content?.text}
                own={report.source === source}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-label={i18n.t('panel.queue.trace')}>
        <PromptFacts output={output} />
        <TraceFacts output={output} />
        <Uses uses={output.reuses ?? []} />
        <ExportRecord output={output} />
      </section>
      <SecondReviews output={output} />
      <PastDecisions hash={output.hash} decisions={output.decisions} outputText={output.content?.text} />
      <PastDecisions
        hash={output.hash}
        decisions={output.takenBack ?? []}
        outputText={output.content?.text}
        why="takenBack"
      />
      <PastDecisions
        hash={output.hash}
        decisions={output.unproved ?? []}
        outputText={output.content?.text}
        why="unproved"
      />
    </>
  );
}
