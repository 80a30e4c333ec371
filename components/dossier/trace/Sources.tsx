import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { type CitationCheck, citationHolds } from '../../../lib/domain/sources/citation.ts';
import { Button } from '../../ui/Button.tsx';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { checkText } from '../../words/trace.ts';
import styles from './Sources.module.css';
import { useSourceCheck } from './useSourceCheck.ts';

/** The pages that an output cites, what became of each, and a way to look again. */
export function Sources({ output }: { output: Output }) {
  const { citations } = output.trace;
  const check = useSourceCheck(output);
  const busy = check.done !== undefined;
  const checks = new Map(output.checks?.map((entry) => [entry.url, entry]));
  if (citations.length === 0) return <p>{i18n.t('panel.queue.noSources')}</p>;
  return (
    <div className={styles.sources}>
      <ul className={styles.list}>
        {citations.map(({ url, title }) => (
          <li key={url} data-source={url} data-claim={checks.get(url)?.claim}>
            <OutsideLink url={url} label={title || url} />
            {title ? <span className={styles.host}>{hostOf(url)}</span> : null}
            <Checked check={checks.get(url)} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" busy={busy} onClick={check.start}>
          {i18n.t(checks.size > 0 ? 'trace.check.again' : 'trace.check.button')}
        </Button>
        {busy ? (
          <Button size="small" look="quiet" onClick={check.stop}>
            {i18n.t('trace.check.stop')}
          </Button>
        ) : null}
      </div>
      <p className={styles.said} role="status">
        {busy ? i18n.t('trace.check.progress', { done: check.done ?? 0, all: citations.length }) : check.said}
      </p>
      {[...checks.values()].some(({ reach }) => reach === 'unavailable') ? (
        <p className={styles.said}>{i18n.t('trace.check.unavailable')}</p>
      ) : null}
      {checks.size === 0 && !busy ? <p className={styles.said}>{i18n.t('trace.check.meaning')}</p> : null}
    </div>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

function Checked({ check }: { check: CitationCheck | undefined }) {
  if (!check) return null;
  const Icon = iconOf(check);
  return (
    <span className={styles.check}>
      <Icon size={14} aria-hidden />
      <span>
        {checkText(check)}
        {check.by === 'policy' ? ` (${i18n.t('trace.byPolicy')})` : ''}
        {' · '}
        <RelativeTime at={check.checkedAt} />
      </span>
    </span>
  );
}

function iconOf(check: CitationCheck) {
  if (citationHolds(check)) return CircleCheck;
  if (check.reach === 'gone') return CircleX;
  return check.claim === 'not_found' ? TriangleAlert : CircleHelp;
}
