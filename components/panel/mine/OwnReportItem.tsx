import { useLiveQuery } from 'dexie-react-hooks';
import { Clock, ThumbsUp, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { isPraise } from '../../../lib/domain/codes.ts';
import { duplicateNow } from '../../../lib/domain/decision/handling.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { AcceptedPolicy } from '../../../lib/domain/policy/policy.ts';
import { fateOf, policyChangedSince } from '../../../lib/domain/report/fate.ts';
import { othersOf } from '../../../lib/domain/report/standing.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import type { ReportRow } from '../../../lib/store/rows/output.ts';
import styles from '../../dossier/Item.module.css';
import { SeverityMark } from '../../dossier/marks/SeverityMark.tsx';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { TextMarks } from '../../dossier/marks/TextMarks.tsx';
import { ReportFate } from '../../dossier/report/ReportFate.tsx';
import { ReportWords } from '../../dossier/report/ReportWords.tsx';
import { CategoryCard } from '../../learning/CategoryCard.tsx';
import { useSend } from '../../sending/useSend.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Questions } from '../gate/Questions.tsx';
import { usePolicy } from '../usePolicy.ts';
import { DisputeLine } from './DisputeLine.tsx';

interface OwnReportItemProps {
  report: ReportRow;
  /** Somebody else is there to decide. */
  hasTeam: boolean;
  /** What became of it was not seen before. */
  isNew: boolean;
  /** Something typed on it was not saved. */
  hasDraft: boolean;
  /** A change of it was begun here and not saved. */
  isBegun: boolean;
  /** It was changed here just now, and can be put back. */
  isChanged: boolean;
  onEdit(): void;
  onChanged(isChanged: boolean): void;
}

/** One own report: what was said, what became of it, and what can still be done with it. */
export function OwnReportItem(props: OwnReportItemProps) {
  const { report, isNew, hasDraft, isBegun } = props;
  const output = useLiveQuery(() => outputByHash(report.hash), [report.hash]);
  const policy = usePolicy();
  const others = output ? othersOf(output, report) : 0;
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <StateMark report={report} />
        {output ? <TextMarks output={output} /> : null}
        {isNew ? <Badge tone="raised">{i18n.t('panel.mine.new')}</Badge> : null}
        {isPraise(report.categories) ? null : (
          <span className={styles.end}>
            <SeverityMark severity={report.severity} />
          </span>
        )}
      </div>
      {output ? <Quoted output={output} /> : null}
      <ReportWords
        report={report}
        outputText={output?.content?.text}
        correctionLabel={i18n.t('panel.mine.correction')}
      />
      <ReportFate report={report} output={output} />
      <DisputeLine report={report} />
      {output && report.state === 'open' ? <AnsweredElsewhere output={output} /> : null}
      <WhoDecides {...props} />
      {report.state === 'withdrawn' || !report.categories[0] ? null : <CategoryCard category={report.categories[0]} />}
      {output ? <Questions output={output} /> : null}
      {output && policy && policyChangedSince(report, output.trace.policy, nowIn(policy)) ? (
        <p className={styles.meta} data-policy-changed>
          {i18n.t('panel.mine.policyChanged', { version: policy.policy.version })}
        </p>
      ) : null}
      {others > 0 ? <p className={styles.meta}>{i18n.t('common.others', others)}</p> : null}
      {hasDraft ? <p className={styles.meta}>{i18n.t('panel.mine.draft')}</p> : null}
      {isBegun ? <p className={styles.meta}>{i18n.t('panel.mine.begun')}</p> : null}
      <Place report={report} />
      <Actions {...props} />
    </article>
  );
}

/** As much of an answer as makes it known again. */
const FIRST_WORDS = 160;

/** Which answer it is about. */
const Quoted = ({ output }: { output: Output }) => (
  <blockquote className={styles.quoted} dir="auto" data-answer>
    {shorten(output.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}
  </blockquote>
);

/** It is the same matter as another one, whose decision answers it too. */
function AnsweredElsewhere({ output }: { output: Output }) {
  const of = duplicateNow(output)?.of;
  const other = useLiveQuery(() => (of === undefined ? undefined : outputByHash(of)), [of]);
  if (of === undefined) return null;
  return (
    <p className={styles.meta} data-duplicate>
      {i18n.t('panel.mine.sameAs')} {other ? <StatusMark status={other.status} /> : null}
    </p>
  );
}

/** What happens next with a report of which nobody has heard yet. */
function WhoDecides({ report, hasTeam }: OwnReportItemProps) {
  if (fateOf(report) !== 'waiting') return null;
  return <p className={styles.meta}>{i18n.t(hasTeam ? 'panel.mine.next.team' : 'panel.mine.next.alone')}</p>;
}

const nowIn = ({ policy: { version }, acceptedAt }: AcceptedPolicy) => ({ version, since: acceptedAt });

function StateMark({ report }: { report: ReportRow }) {
  const fate = i18n.t(`panel.mine.fate.${fateOf(report)}`);
  if (report.state === 'withdrawn') return <Badge icon={<Undo2 size={13} aria-hidden />}>{fate}</Badge>;
  if (report.state === 'noted')
    return (
      <Badge tone="good" icon={<ThumbsUp size={13} aria-hidden />}>
        {fate}
      </Badge>
    );
  if (report.state === 'decided' && report.verdict) return <StatusMark status={STATUS_AFTER[report.verdict]} />;
  return (
    <Badge tone="notice" icon={<Clock size={13} aria-hidden />}>
      {fate}
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

function Actions({ report, isChanged, onEdit, onChanged }: OwnReportItemProps) {
  const { carryOut, busy } = useSend();
  const announce = useAnnounce();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed may be gone, and with it the place of the keyboard.
  useEffect(() => {
    if (isChanged && document.activeElement === document.body) undo.current?.focus();
  }, [isChanged]);
  const { reportId, state, categories } = report;
  const withdraw = async () => {
    if (!(await carryOut('report.withdraw', { reportId }))) return;
    announce(i18n.t('panel.mine.withdrawnSaid'));
    onChanged(true);
  };
  const revert = async () => {
    if (await carryOut('report.revert', { reportId })) onChanged(false);
  };
  return (
    <div className={styles.actions}>
      {isChanged ? (
        <Button ref={undo} size="small" look="primary" busy={busy} onClick={() => void revert()}>
          {i18n.t('common.undo')}
        </Button>
      ) : null}
      {state === 'withdrawn' || isPraise(categories) ? null : (
        <Button size="small" onClick={onEdit}>
          {i18n.t('common.edit')}
        </Button>
      )}
      {state === 'withdrawn' ? null : (
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
      )}
    </div>
  );
}
