import { i18n } from '#i18n';
import type { Citation, Trace } from '../../lib/domain/trace.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { OutsideLink } from '../ui/OutsideLink.tsx';
import { fullDate } from '../ui/RelativeTime.tsx';
import { evidenceText } from '../words/evidence.ts';
import styles from './Queue.module.css';

/** Where an output came from: only what the page showed or the browser knew. */
export function TraceFacts({ trace, hash }: { trace: Trace; hash: string }) {
  const summary = [trace.toolName, trace.model].filter(Boolean).join(' · ');
  return (
    <Disclosure label={i18n.t('panel.queue.trace')} note={summary}>
      <dl className={styles.facts}>
        <dt>{i18n.t('panel.queue.tool')}</dt>
        <dd>{trace.toolName}</dd>
        <dt>{i18n.t('panel.queue.model')}</dt>
        <dd>{trace.model ?? i18n.t('panel.queue.modelUnknown')}</dd>
        <dt>{i18n.t('panel.queue.conversation')}</dt>
        <dd>
          <OutsideLink url={trace.pageUrl} label={trace.pageTitle || trace.pageUrl} />
        </dd>
        <dt>{i18n.t('panel.queue.when')}</dt>
        <dd>{fullDate(trace.completedAt)}</dd>
        <dt>{i18n.t('panel.queue.howFound')}</dt>
        <dd>
          <ul className={styles.codes}>
            {trace.evidence.map((code) => (
              <li key={code}>{evidenceText(code, trace.toolName)}</li>
            ))}
          </ul>
        </dd>
        <dt>{i18n.t('panel.queue.sources')}</dt>
        <dd>
          {trace.citations.length > 0 ? <Sources citations={trace.citations} /> : i18n.t('panel.queue.noSources')}
        </dd>
        <dt>{i18n.t('panel.queue.hash')}</dt>
        <dd className={styles.hash}>{hash}</dd>
      </dl>
    </Disclosure>
  );
}

const Sources = ({ citations }: { citations: readonly Citation[] }) => (
  <ul className={styles.codes}>
    {citations.map(({ url, title }) => (
      <li key={url}>
        <OutsideLink url={url} label={title || url} />
      </li>
    ))}
  </ul>
);
