import { i18n } from '#i18n';
import type { CardTrace } from '../../../lib/messages/to-background/output.ts';
import { checkText, groundsText, manifestText } from '../../words/trace.ts';
import { Fact } from './Fact.tsx';
import { Said } from './Said.tsx';

/** Sourced, by process or untraced: in one line. */
export const OriginLine = ({ trace: { grounds, process } }: { trace: CardTrace }) => (
  <p className="origin" data-origin={grounds.origin}>
    <strong>
      <Said>{i18n.t(`trace.origin.${grounds.origin}`)}</Said>
    </strong>
    <Said>{[': ', groundsText(grounds, process)]}</Said>
  </p>
);

/** How sure the tool said it is, what the text itself carries, and where else it was seen. */
export const CarriedFacts = ({ trace: { manifest, hidden, statedConfidence, alsoSeen } }: { trace: CardTrace }) => (
  <>
    {statedConfidence ? (
      <Fact name={i18n.t('trace.stated.label')}>
        <Said>{i18n.t('trace.stated.text', { said: statedConfidence })}</Said>
      </Fact>
    ) : null}
    {manifest ? (
      <Fact name={i18n.t('trace.manifest.label')}>
        <span data-manifest>
          <Said>{[manifestText(manifest, day), manifest.problem ? '' : ` ${i18n.t('trace.manifest.unchecked')}`]}</Said>
        </span>
      </Fact>
    ) : null}
    {hidden ? (
      <Fact name={i18n.t('trace.hidden.label')}>
        <Said>{i18n.t('trace.hidden.text', { count: hidden })}</Said>
      </Fact>
    ) : null}
    {alsoSeen.length > 0 ? (
      <Fact name={i18n.t('trace.alsoSeen.label')}>
        <span data-also-seen>
          <Said>{alsoSeen.map((seen) => inTool(seen)).join('; ')}</Said>
        </span>
      </Fact>
    ) : null}
  </>
);

const inTool = ({ toolName, seenAt }: CardTrace['alsoSeen'][number]): string =>
  i18n.t('trace.alsoSeen.inTool', { tool: toolName, day: day(seenAt) });

const day = (at: string): string =>
  new Intl.DateTimeFormat(i18n.t('common.language'), { dateStyle: 'medium' }).format(new Date(at));

/** Links that are listed; the panel has them all. */
const MOST_LINKS = 6;

/** Addresses of pages only: the trace keeps `http` and `https`, and this looks again. */
export function Links({ urls, checks }: { urls: readonly string[]; checks: CardTrace['checks'] }) {
  const safe = urls.filter((url) => /^https?:/i.test(url));
  return (
    <ul className="links">
      {safe.slice(0, MOST_LINKS).map((url) => {
        const check = checks.find((candidate) => candidate.url === url);
        return (
          <li key={url} data-claim={check?.claim}>
            <a href={url} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer" title={url}>
              <Said>{new URL(url).hostname}</Said>
            </a>
            {check ? <Said>{[' (', checkText(check), ')']}</Said> : null}
          </li>
        );
      })}
      {safe.length > MOST_LINKS ? (
        <li>
          <Said>{['+', safe.length - MOST_LINKS]}</Said>
        </li>
      ) : null}
    </ul>
  );
}
