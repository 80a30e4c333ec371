import { Undo2 } from 'lucide-react';
import { i18n } from '#i18n';
import type { Decision } from '../../../lib/domain/decision/decision.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { OwnDecision } from '../../../lib/store/ask/decided.ts';
import styles from '../../dossier/Item.module.css';
import { SecondMark } from '../../dossier/marks/SecondMark.tsx';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { TextMarks } from '../../dossier/marks/TextMarks.tsx';
import { usePersonName } from '../../people/personName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useTakingBack } from './useTakingBack.ts';

/** As much of an answer as makes it known again. */
const FIRST_WORDS = 160;

/** One own decision: what it says, whether it counts, and the ways back from it. */
export function DecidedItem({ own: { decision, output }, onOpen }: { own: OwnDecision; onOpen(): void }) {
  const { takeBack, busy } = useTakingBack();
  const isTakenBack = 'withdrawnAt' in decision;
  const later = isTakenBack ? undefined : laterDecision(output.decisions, decision);
  const { decisionId, verdict, content } = decision;
  const typed = { note: content?.note ?? '', correctedText: content?.correctedText };
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <StatusMark status={STATUS_AFTER[verdict]} />
        <SecondMark output={output} />
        <TextMarks output={output} />
        {isTakenBack ? <Badge icon={<Undo2 size={13} aria-hidden />}>{i18n.t('panel.decided.takenBack')}</Badge> : null}
        <span className={styles.time}>
          <RelativeTime at={decision.decidedAt} />
        </span>
      </div>
      <blockquote className={styles.quoted} dir="auto">
        {shorten(output.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}
      </blockquote>
      {content?.note ? (
        <p className={styles.comment} dir="auto">
          {content.note}
        </p>
      ) : null}
      {later ? <Later decision={later} isOwn={later.source === decision.source} /> : null}
      <div className={styles.actions}>
        <Button size="small" onClick={onOpen}>
          {i18n.t(isTakenBack ? 'panel.decided.open' : 'panel.decided.change')}
        </Button>
        {isTakenBack ? null : (
          <Button
            size="small"
            busy={busy}
            onClick={() => void takeBack({ hash: output.hash, decisionId, verdict, ...typed })}
          >
            {i18n.t('panel.decided.takeBack')}
          </Button>
        )}
      </div>
    </article>
  );
}

/** The decision that counts in the place of this one, if another does. */
function laterDecision(decisions: readonly Decision[], { decisionId }: Decision): Decision | undefined {
  const last = decisions.at(-1);
  return last?.decisionId === decisionId ? undefined : last;
}

/** Who has decided since: it is theirs that counts. */
function Later({ decision: { author, verdict, decidedAt }, isOwn }: { decision: Decision; isOwn: boolean }) {
  const nameOf = usePersonName();
  const who = isOwn ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
  return (
    <p className={styles.meta}>
      {i18n.t('panel.decided.since', { who, verdict: i18n.t(`verdict.${verdict}`) })} <RelativeTime at={decidedAt} />
    </p>
  );
}
