import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { nearlySame } from '../../../lib/store/ask/queries.ts';
import styles from '../../panel/queue/Queue.module.css';
import { displayLanguage } from '../../ui/locale.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';

/** Other outputs whose text is nearly this one: what was said of one may hold for the other. */
export function NearlySame({ output }: { output: Output }) {
  const others = useLiveQuery(() => nearlySame(output), [output.hash, output.content?.text]) ?? [];
  if (others.length === 0) return null;
  const percent = new Intl.NumberFormat(displayLanguage(), { style: 'percent' });
  return (
    <>
      <dt>{i18n.t('trace.nearly.label')}</dt>
      <dd data-nearly-same>
        <ul className={styles.codes}>
          {others.map(({ output: { hash, trace, firstSeenAt, status }, share }) => (
            <li key={hash}>
              {i18n.t('trace.alsoSeen.inTool', { tool: trace.toolName, day: fullDate(firstSeenAt) })}:{' '}
              {i18n.t('trace.nearly.share', { share: percent.format(share) })}, {i18n.t(`status.${status}`)}:{' '}
              <OutsideLink url={trace.pageUrl} label={trace.pageTitle || trace.pageUrl} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
