import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { type Kept, kept } from '../../../lib/store/ask/kept.ts';
import { numberText } from '../../ui/numbers.ts';
import styles from '../Options.module.css';
import { EraseRecords } from './EraseRecords.tsx';
import { ExportRecords } from './ExportRecords.tsx';
import { ImportRecords } from './ImportRecords.tsx';
import { KeepFor } from './KeepFor.tsx';
import { bytesText } from './sizeText.ts';

/** What is kept in this browser: how much, out and in, for how long, and away with it. */
export function Stored() {
  const counts = useLiveQuery(() => kept());
  if (!counts) return null;
  return (
    <section className={styles.card} id="stored">
      <h2 className={styles.title}>{i18n.t('stored.title')}</h2>
      <p className={styles.intro}>{i18n.t('stored.intro')}</p>
      <Size counts={counts} />
      <ExportRecords events={counts.events} />
      <ImportRecords />
      <KeepFor />
      <EraseRecords counts={counts} />
    </section>
  );
}

function Size({ counts }: { counts: Kept }) {
  const { outputs, reports, events, waiting, refused } = counts;
  const [used, setUsed] = useState<StorageEstimate>();
  // Asked again whenever something was stored.
  useEffect(() => {
    if (events >= 0) void navigator.storage.estimate().then(setUsed);
  }, [events]);
  return (
    <dl className={styles.facts}>
      <dt>{i18n.t('stored.size')}</dt>
      <dd>
        {used
          ? i18n.t('stored.sizeOf', { used: bytesText(used.usage ?? 0), quota: bytesText(used.quota ?? 0) })
          : i18n.t('common.loading')}
      </dd>
      <dt>{i18n.t('stored.outputs')}</dt>
      <dd>{numberText(outputs)}</dd>
      <dt>{i18n.t('stored.reports')}</dt>
      <dd>{numberText(reports)}</dd>
      <dt>{i18n.t('stored.events')}</dt>
      <dd>{numberText(events)}</dd>
      <dt>{i18n.t('stored.waiting')}</dt>
      <dd>
        {numberText(waiting)}
        {refused > 0 ? ` · ${i18n.t('stored.refused', refused)}` : ''}
      </dd>
    </dl>
  );
}
