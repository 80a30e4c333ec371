import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import type { EventType } from '../../lib/domain/event.ts';
import { send } from '../../lib/messages/send.ts';
import { type RefusedEvent, refusedEvents } from '../../lib/store/queries.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { endpointText } from '../words/endpoint.ts';
import { refusalText } from '../words/refusal.ts';
import styles from './Options.module.css';

const NAMES: Record<EventType, () => string> = {
  'countersign.output.seen.v1': () => i18n.t('options.entry.output'),
  'countersign.report.made.v1': () => i18n.t('options.entry.reportMade'),
  'countersign.report.amended.v1': () => i18n.t('options.entry.reportAmended'),
  'countersign.report.withdrawn.v1': () => i18n.t('options.entry.reportWithdrawn'),
  'countersign.decision.made.v1': () => i18n.t('options.entry.decision'),
  'countersign.content.erased.v1': () => i18n.t('options.entry.collector'),
  'countersign.person.exported.v1': () => i18n.t('options.entry.collector'),
  'countersign.retention.changed.v1': () => i18n.t('options.entry.collector'),
  'countersign.detection.degraded.v1': () => i18n.t('options.entry.detection'),
};

/** What the endpoint did not accept, why, and another try. */
export function RefusedEntries() {
  const entries = useLiveQuery(refusedEvents);
  const announce = useAnnounce();
  if (!entries || entries.length === 0) return null;
  const mend = async (key?: string) => {
    try {
      await send('sync.mend', key === undefined ? {} : { key });
      await send('sync.wake', {});
      announce(i18n.t('options.sentAgain'));
    } catch (error) {
      announce(refusalText(error));
    }
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{i18n.t('options.refusedTitle')}</h2>
      <p className={styles.intro}>{i18n.t('options.refusedIntro')}</p>
      <ul className={styles.refused}>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} onMend={() => void mend(entry.key)} />
        ))}
      </ul>
      {entries.length > 1 ? (
        <div>
          <Button onClick={() => void mend()}>{i18n.t('options.sendAllAgain')}</Button>
        </div>
      ) : null}
    </section>
  );
}

function Entry({ entry: { event, reason }, onMend }: { entry: RefusedEvent; onMend(): void }) {
  return (
    <li className={styles.entry}>
      <div>
        <p>
          <strong>{event ? NAMES[event.type]() : i18n.t('options.entry.unknown')}</strong>{' '}
          {event ? (
            <span className={styles.small}>
              <RelativeTime at={event.time} />
            </span>
          ) : null}
        </p>
        <p>{reason ? i18n.t('options.refusedReason', { reason: endpointText(reason) }) : i18n.t('options.noReason')}</p>
      </div>
      <Button size="small" onClick={onMend}>
        {i18n.t('options.sendAgain')}
      </Button>
    </li>
  );
}
