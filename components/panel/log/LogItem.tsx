import { i18n } from '#i18n';
import type { LogLine } from '../../../lib/store/ask/log.ts';
import { usePersonName } from '../../people/personName.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useOwnSource } from '../useOwnSource.ts';
import styles from './log.module.css';
import { eventName, eventWords } from './words.ts';

interface LogItemProps {
  line: LogLine;
  /** Shows only what is about the same. */
  onAbout(subject: string): void;
}

/** One event: what happened, who did it, when, and what it is about. A press shows all that is about the same. */
export function LogItem({ line: { event, about, isClaimed, isHidden }, onAbout }: LogItemProps) {
  const known = useWho(event);
  const who = isHidden ? '' : known;
  const said = isHidden ? i18n.t('panel.second.hidden') : eventWords(event);
  return (
    <article className={styles.item}>
      <div className={styles.what}>
        <strong>{eventName(event)}</strong>
        {said ? <span>{said}</span> : null}
      </div>
      <p className={styles.meta}>
        <span>{[who, about?.toolName, isClaimed ? i18n.t('panel.log.claimed') : ''].filter(Boolean).join(' · ')}</span>
        <span className={styles.when}>
          <RelativeTime at={event.time} />
        </span>
      </p>
      {about ? (
        <button
          type="button"
          className={styles.about}
          title={i18n.t('panel.log.onlyThis')}
          onClick={() => onAbout(event.subject)}
        >
          <span dir="auto">{about.words || i18n.t('panel.log.noText')}</span>
        </button>
      ) : null}
    </article>
  );
}

/** By whom, as far as anybody is told: the collector's own acts and what a browser notes by itself are nobody's. */
function useWho({ source, authid }: { source: string; authid?: string | undefined }): string {
  const nameOf = usePersonName();
  const own = useOwnSource();
  if (source === own) return i18n.t('panel.log.you');
  if (source.startsWith('urn:countersign:collector:')) return i18n.t('panel.log.server');
  if (!source.startsWith('urn:countersign:installation:')) return '';
  return authid ? nameOf(authid) : i18n.t('panel.log.colleague');
}
