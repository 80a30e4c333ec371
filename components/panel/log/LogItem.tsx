import { i18n } from '#i18n';
import type { LogLine } from '../../../lib/store/ask/log.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './log.module.css';
import { eventName, eventWords } from './words.ts';

interface LogItemProps {
  line: LogLine;
  /** By whom, in words; empty where nobody is told. */
  who: string;
  /** Shows only what is about the same. */
  onAbout(subject: string): void;
}

/** One event: what happened, who did it, when, and what it is about. A press shows all that is about the same. */
export function LogItem({ line: { event, about, isClaimed, isHidden }, who, onAbout }: LogItemProps) {
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
