import { MessageSquareWarning } from 'lucide-react';
import { i18n } from '#i18n';
import { assignmentNow } from '../../../lib/domain/decision/handling.ts';
import { waitingSince } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { openLooks, openRequests } from '../../../lib/domain/output/process-record.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import { isDisputed } from '../../../lib/domain/report/fate.ts';
import { gravestReport, problemReports } from '../../../lib/domain/report/standing.ts';
import styles from '../../dossier/Item.module.css';
import { SecondMark } from '../../dossier/marks/SecondMark.tsx';
import { SeverityMark } from '../../dossier/marks/SeverityMark.tsx';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { TextMarks } from '../../dossier/marks/TextMarks.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { InHand } from '../handling/InHand.tsx';

const FIRST_WORDS = 160;

interface QueueItemProps {
  output: Output;
  /** A decision on it was begun and not sent. */
  hasDraft: boolean;
  /** It is open beside the list. */
  isOpen: boolean;
  onOpen(): void;
}

/** One output that waits: how grave, what is wrong, its first words. A press opens it. */
export function QueueItem({ output, hasDraft, isOpen, onOpen }: QueueItemProps) {
  const reports = problemReports(output);
  const severity = gravestReport(output)?.severity;
  const assignment = assignmentNow(output, new Date().toISOString());
  const categories = [...new Set(reports.flatMap((report) => report.categories))];
  return (
    <article className={classes(styles.item, styles.pressable, isOpen && styles.current)}>
      <div className={styles.head}>
        {output.status === 'escalated' ? <StatusMark status="escalated" /> : null}
        {reports.some(isDisputed) ? (
          <Badge tone="raised" icon={<MessageSquareWarning size={13} aria-hidden />}>
            {i18n.t('panel.dispute.mark')}
          </Badge>
        ) : null}
        <SecondMark output={output} />
        {assignment && !output.blind ? <InHand assignment={assignment} /> : null}
        {severity ? <SeverityMark severity={severity} /> : null}
        <TextMarks output={output} />
        <span className={styles.time}>
          <RelativeTime at={waitingSince(output)} />
        </span>
      </div>
      <p className={styles.strong}>
        {[...categories.map((category) => i18n.t(`category.${category}`)), ...askedOf(output)].join(' · ')}
      </p>
      <button type="button" className={styles.open} aria-current={isOpen || undefined} onClick={onOpen}>
        <span className={styles.words} dir="auto">
          {shorten(output.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}
        </span>
      </button>
      <p className={styles.meta}>
        {[
          output.trace.toolName,
          output.trace.model,
          reports.length > 0 || !output.inProcess ? i18n.t('common.reports', reports.length) : '',
          hasDraft ? i18n.t('panel.queue.begun') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}

/** What somebody asked for at the gate, or the draw did. What went through it is a mark. */
function askedOf({ inProcess }: Output): string[] {
  if (!inProcess) return [];
  const asked = openRequests(inProcess).map(({ kind }) => kind);
  const drawn = openLooks(inProcess).map(() => 'secondLook' as const);
  return [...new Set([...asked, ...drawn].map((kind) => i18n.t(`panel.gate.waiting.${kind}`)))];
}
