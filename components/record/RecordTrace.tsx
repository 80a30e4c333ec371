import { i18n } from '#i18n';
import { groundsOf } from '../../lib/domain/output/origin.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import { isWebAddress } from '../ui/OutsideLink.tsx';
import { fullDate } from '../ui/RelativeTime.tsx';
import { evidenceText } from '../words/evidence.ts';
import { checkText, groundsText, manifestText } from '../words/trace.ts';

/** Where the output came from, and what became of its sources. */
export function RecordTrace({ output }: { output: Output }) {
  const { trace, hash, checks = [], sightings = [], content } = output;
  const { manifest, hidden, promptKept, statedConfidence } = trace;
  const grounds = groundsOf(trace, checks);
  const kept = promptKept ? `(${i18n.t(`trace.promptKept.${promptKept}`)})` : '';
  const facts: [string, string | undefined][] = [
    [i18n.t('panel.queue.tool'), trace.toolName],
    [i18n.t('panel.queue.model'), trace.model ?? i18n.t('panel.queue.modelUnknown')],
    [i18n.t('panel.queue.conversation'), [trace.pageTitle, trace.pageUrl].filter(Boolean).join(', ')],
    [i18n.t('panel.queue.when'), fullDate(trace.completedAt)],
    [
      i18n.t('panel.queue.prompt'),
      [content?.prompt ?? content?.promptHash, kept].filter(Boolean).join(' ') || undefined,
    ],
    [i18n.t('panel.queue.howFound'), trace.evidence.map((code) => evidenceText(code, trace.toolName)).join('; ')],
    [i18n.t('trace.stated.label'), statedConfidence && i18n.t('trace.stated.text', { said: statedConfidence })],
    [
      i18n.t('trace.manifest.label'),
      manifest &&
        [manifestText(manifest, fullDate), manifest.problem ? '' : i18n.t('trace.manifest.unchecked')].join(' '),
    ],
    [i18n.t('trace.hidden.label'), hidden ? i18n.t('trace.hidden.text', { count: hidden }) : undefined],
    [
      i18n.t('trace.alsoSeen.label'),
      sightings
        .slice(1)
        .map(({ toolName, seenAt }) => i18n.t('trace.alsoSeen.inTool', { tool: toolName, day: fullDate(seenAt) }))
        .join('; ') || undefined,
    ],
    [
      i18n.t('trace.brief'),
      trace.brief &&
        i18n.t(trace.brief.edited ? 'trace.briefEdited' : 'trace.briefFilled', {
          process: trace.process?.name ?? trace.brief.processId,
        }),
    ],
    [i18n.t('trace.policy'), trace.policy],
    [i18n.t('panel.queue.hash'), hash],
  ];
  return (
    <section>
      <h2>{i18n.t('trace.title')}</h2>
      <p>
        <strong>{i18n.t(`trace.origin.${grounds.origin}`)}</strong>: {groundsText(grounds, trace.process?.name)}
      </p>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {trace.citations.length > 0 ? <h3>{i18n.t('panel.queue.sources')}</h3> : null}
      <ul>
        {trace.citations.map(({ url, title }) => {
          const check = checks.find((candidate) => candidate.url === url);
          return (
            <li key={url}>
              {isWebAddress(url) ? (
                <a href={url} rel="noopener noreferrer" target="_blank">
                  {title || url}
                </a>
              ) : (
                title || url
              )}
              {check ? ` (${checkText(check)}; ${fullDate(check.checkedAt)})` : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
