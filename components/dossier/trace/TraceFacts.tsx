import { i18n } from '#i18n';
import { groundsOf } from '../../../lib/domain/output/origin.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import styles from '../../panel/queue/Queue.module.css';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { evidenceText } from '../../words/evidence.ts';
import { groundsText, manifestText } from '../../words/trace.ts';
import { AlsoSeen } from './AlsoSeen.tsx';
import { NearlySame } from './NearlySame.tsx';
import { Sources } from './Sources.tsx';

/** Where an output came from: only what the page showed or the browser knew, and what was looked up since. */
export function TraceFacts({ output }: { output: Output }) {
  const { trace, hash, checks = [] } = output;
  const grounds = groundsOf(trace, checks);
  const summary = [trace.toolName, trace.model].filter(Boolean).join(' · ');
  return (
    <>
      <p data-origin={grounds.origin}>
        <strong>{i18n.t(`trace.origin.${grounds.origin}`)}</strong>: {groundsText(grounds, trace.process?.name)}
      </p>
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
          {trace.brief ? (
            <>
              <dt>{i18n.t('trace.brief')}</dt>
              <dd data-brief={trace.brief.processId}>
                {i18n.t(trace.brief.edited ? 'trace.briefEdited' : 'trace.briefFilled', {
                  process: trace.process?.name ?? trace.brief.processId,
                })}
              </dd>
            </>
          ) : null}
          <Carried output={output} />
          {trace.policy ? (
            <>
              <dt>{i18n.t('trace.policy')}</dt>
              <dd data-policy>{trace.policy}</dd>
            </>
          ) : null}
          <dt>{i18n.t('panel.queue.hash')}</dt>
          <dd className={styles.hash}>{hash}</dd>
        </dl>
      </Disclosure>
      {trace.citations.length > 0 ? (
        <Disclosure label={i18n.t('panel.queue.sources')} note={String(trace.citations.length)}>
          <Sources output={output} />
        </Disclosure>
      ) : null}
    </>
  );
}

/** How sure the tool said it is, what the text itself carries, and where else it was seen. */
function Carried({ output }: { output: Output }) {
  const { manifest, hidden, statedConfidence } = output.trace;
  return (
    <>
      {statedConfidence ? (
        <>
          <dt>{i18n.t('trace.stated.label')}</dt>
          <dd data-stated>{i18n.t('trace.stated.text', { said: statedConfidence })}</dd>
        </>
      ) : null}
      {manifest ? (
        <>
          <dt>{i18n.t('trace.manifest.label')}</dt>
          <dd data-manifest>
            {manifestText(manifest, fullDate)} {manifest.problem ? null : i18n.t('trace.manifest.unchecked')}
          </dd>
        </>
      ) : null}
      {hidden ? (
        <>
          <dt>{i18n.t('trace.hidden.label')}</dt>
          <dd>{i18n.t('trace.hidden.text', { count: hidden })}</dd>
        </>
      ) : null}
      <AlsoSeen output={output} />
      <NearlySame output={output} />
    </>
  );
}
