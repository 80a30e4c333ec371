import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import { problemReports } from '../../../lib/domain/report/standing.ts';
import { sendToFrame } from '../../../lib/messages/to-page/send.ts';
import styles from '../../dossier/Item.module.css';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { TextMarks } from '../../dossier/marks/TextMarks.tsx';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { evidenceText } from '../../words/evidence.ts';
import type { PageOutput } from './usePageOutputs.ts';

/** As much of an answer as makes it known again. */
const FIRST_WORDS = 160;

interface FoundOutputProps {
  found: PageOutput;
  /** What is known of it; undefined until it was stored. */
  stored: Output | undefined;
  tabId: number;
  /** Shows all that is known of it. */
  onDossier(hash: string): void;
}

/** One output of the page; a press scrolls the page to it. */
export function FoundOutput({ found, stored, tabId, onDossier }: FoundOutputProps) {
  const reveal = useReveal(tabId, found);
  const reports = stored ? problemReports(stored).length : 0;
  return (
    <article className={classes(styles.item, styles.pressable)}>
      <div className={styles.head}>
        {found.state === 'streaming' ? (
          <Badge icon={<Spinner size={13} />}>{i18n.t('panel.page.streaming')}</Badge>
        ) : (
          <StatusMark status={stored?.status ?? 'unreviewed'} />
        )}
        {stored ? <TextMarks output={stored} /> : null}
        {reports > 0 ? <span className={styles.meta}>{i18n.t('common.reports', reports)}</span> : null}
        {stored?.reuses ? <span className={styles.meta}>{i18n.t('reuse.uses', stored.reuses.length)}</span> : null}
        <span className={styles.time}>
          <RelativeTime at={found.completedAt ?? found.startedAt} />
        </span>
      </div>
      <button type="button" className={styles.open} onClick={reveal} title={i18n.t('panel.page.reveal')}>
        <VisuallyHidden>{i18n.t('panel.page.reveal')}: </VisuallyHidden>
        <span className={styles.words} dir="auto">
          {shorten(found.text.trim(), FIRST_WORDS) || '…'}
        </span>
      </button>
      <HowFound found={found} model={stored?.trace.model} />
      {stored ? (
        <div className={styles.above}>
          <Button size="small" onClick={() => onDossier(stored.hash)}>
            {i18n.t('trace.dossier')}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

function useReveal(tabId: number, { id, frameId }: PageOutput) {
  const announce = useAnnounce();
  return () => {
    const gone = () => announce(i18n.t('panel.page.gone'));
    void sendToFrame(tabId, frameId, 'output.reveal', { outputId: id }).then(
      (there) => (there ? undefined : gone()),
      gone,
    );
  };
}

function HowFound({ found, model }: { found: PageOutput; model: string | undefined }) {
  const place = [found.toolName, model].filter(Boolean).join(' · ');
  return (
    <details className={classes(styles.plainDetails, styles.above)}>
      <summary>
        {place} · {i18n.t('panel.page.howFound')}
      </summary>
      <ul>
        {found.evidence.map((code) => (
          <li key={code}>{evidenceText(code, found.toolName)}</li>
        ))}
      </ul>
    </details>
  );
}
