import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import styles from '../../panel/queue/Queue.module.css';
import { useOwnSource } from '../../panel/useOwnSource.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';

/** Where else the very same text was seen, here or by colleagues. */
export function AlsoSeen({ output: { sightings = [] } }: { output: Output }) {
  const own = useOwnSource();
  const others = sightings.slice(1);
  if (others.length === 0) return null;
  return (
    <>
      <dt>{i18n.t('trace.alsoSeen.label')}</dt>
      <dd data-also-seen>
        <ul className={styles.codes}>
          {others.map(({ source, toolName, pageUrl, pageTitle, seenAt }) => (
            <li key={`${source} ${seenAt} ${pageUrl}`}>
              {i18n.t('trace.alsoSeen.inTool', { tool: toolName, day: fullDate(seenAt) })}
              {source === own ? ': ' : ` (${i18n.t('trace.alsoSeen.byTeam')}): `}
              <OutsideLink url={pageUrl} label={pageTitle || pageUrl} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
