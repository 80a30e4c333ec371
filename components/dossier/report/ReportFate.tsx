import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { fateOf } from '../../../lib/domain/report/fate.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import styles from '../../panel/mine/MyReports.module.css';
import { useSend } from '../../sending/useSend.ts';
import { copyText } from '../../text/copied.ts';
import { TextBlocks } from '../../text/TextBlocks.tsx';
import { Button } from '../../ui/Button.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';

/** What the decision means for the reporter, with the corrected text and the reviewer's note where there are any. */
export function ReportFate({ report, output }: { report: Report; output: Output | undefined }) {
  if (report.state !== 'decided' || !report.verdict) return null;
  const corrected = report.verdict === 'modify' ? correctedText(report, output) : undefined;
  return (
    <div className={styles.fate}>
      <p>{i18n.t(`panel.mine.fate.${fateOf(report)}`)}</p>
      {corrected ? <Corrected text={corrected} /> : null}
      {report.decisionNote ? (
        <div>
          <p className={styles.noteLabel}>{i18n.t('panel.mine.note')}</p>
          <p className={styles.note} dir="auto">
            {report.decisionNote}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** The text of the last decision that answered this report with one. */
function correctedText(report: Report, output: Output | undefined): string | undefined {
  const answers = output?.decisions.filter(({ verdict, reportIds }) => {
    return verdict === 'modify' && reportIds.includes(report.reportId);
  });
  return answers?.at(-1)?.content?.correctedText;
}

function Corrected({ text }: { text: string }) {
  const { act } = useSend();
  const copy = () =>
    act(async () => {
      await copyText(text);
      return i18n.t('panel.mine.copied');
    });
  return (
    <>
      <Scrolling as="blockquote" label={i18n.t('panel.queue.corrected')} className={styles.corrected} dir="auto">
        <TextBlocks text={text} />
      </Scrolling>
      <Button size="small" onClick={() => void copy()}>
        {i18n.t('panel.mine.copy')}
      </Button>
    </>
  );
}
