import { i18n } from '#i18n';
import type { Report } from '../../../lib/domain/report/report.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from '../Item.module.css';
import { PassageQuote } from '../text/PassageQuote.tsx';

interface ReportWordsProps {
  report: Report;
  /** The text that a correction changes; undefined while it is not known. */
  outputText: string | undefined;
  correctionLabel: string;
}

/** What a report says: categories, the words it points at, comment and correction. */
export function ReportWords({ report, outputText, correctionLabel }: ReportWordsProps) {
  const { passages = [], comment, correction } = report.content ?? {};
  return (
    <>
      <p className={styles.strong}>{report.categories.map((category) => i18n.t(`category.${category}`)).join(' · ')}</p>
      {passages.map((passage) => (
        <PassageQuote
          key={`${passage.selectors[1].start}-${passage.selectors[1].end}`}
          report={report}
          passage={passage}
        />
      ))}
      {comment ? (
        <p className={styles.comment} dir="auto">
          {comment}
        </p>
      ) : null}
      {correction && outputText !== undefined ? (
        <Disclosure label={correctionLabel}>
          <TextDiff before={outputText} after={correction} />
        </Disclosure>
      ) : null}
    </>
  );
}
