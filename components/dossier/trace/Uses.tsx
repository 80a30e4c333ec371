import { i18n } from '#i18n';
import type { Reuse } from '../../../lib/domain/reuse/reuse.ts';
import styles from '../../panel/queue/Queue.module.css';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../marks/StatusMark.tsx';

/** Where the text of an output was put in, and how much of it was left: the latest first. */
export function Uses({ uses }: { uses: readonly Reuse[] }) {
  if (uses.length === 0) return null;
  const latest = [...uses].sort((a, b) => (a.reusedAt < b.reusedAt ? 1 : -1));
  return (
    <Disclosure label={i18n.t('reuse.title')} note={i18n.t('reuse.uses', uses.length)}>
      <ul className={styles.codes}>
        {latest.map(({ reuseId, origin, kept, changed, reusedAt, status }) => (
          <li key={reuseId}>
            {i18n.t('reuse.use', { site: new URL(origin).host, kept: percent(kept), changed: percent(changed) })}{' '}
            <StatusMark status={status} /> <RelativeTime at={reusedAt} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const percent = (share: number): string =>
  new Intl.NumberFormat(i18n.t('common.language')).format(Math.round(100 * share));
