import { useId } from 'react';
import { i18n } from '#i18n';
import type { ShownLimit } from '../../../lib/domain/figures/limits.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { numberText, shareText } from '../../ui/numbers.ts';
import styles from '../figures.module.css';

interface LimitCardsProps {
  /** Undefined until they are worked out. */
  limits: readonly ShownLimit[] | undefined;
  processes: ReadonlyMap<string, Process>;
}

/** Of each kind of text whose review is earned: the limit that the rules name, and what it is with what reviewers miss. */
export function LimitCards({ limits, processes }: LimitCardsProps) {
  const title = useId();
  if (!limits || limits.length === 0) return null;
  return (
    <section className={styles.next} aria-labelledby={title} data-limits>
      <h2 id={title}>{i18n.t('figures.goingOut.title')}</h2>
      <ul className={styles.steps}>
        {limits.map((limit) => (
          <li key={`${limit.processId} ${limit.tool} ${limit.model}`} className={styles.card}>
            <h3>
              {[processes.get(limit.processId)?.name ?? limit.processId, limit.tool, limit.model]
                .filter(Boolean)
                .join(' · ')}
            </h3>
            <p>{i18n.t('figures.goingOut.named', { named: percent(limit.named), ...rowOf(limit) })}</p>
            <Corrected limit={limit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the rules' own row lets out with what is missed, as it is measured and as the rules take it; and the row that holds. */
function Corrected({ limit }: { limit: ShownLimit }) {
  const { measured, assumed, corrected } = limit;
  return (
    <>
      {measured === 'few' ? <p className={styles.muted}>{i18n.t('figures.goingOut.few')}</p> : null}
      {measured === undefined ? <p className={styles.muted}>{i18n.t('figures.goingOut.unknown')}</p> : null}
      {measured && measured !== 'few' && corrected ? <Measured measured={measured} corrected={corrected} /> : null}
      {assumed ? (
        <p data-assumed>
          {i18n.t('figures.goingOut.assumed', { miss: percent(assumed.miss), outgoing: percent(assumed.outgoing) })}
        </p>
      ) : null}
      {measured === 'few' || (measured === undefined && !assumed) ? null : <RowNow {...limit} />}
    </>
  );
}

function RowNow({ clean, cleanNow, named }: ShownLimit) {
  if (cleanNow === undefined) return <p>{i18n.t('figures.goingOut.unkept')}</p>;
  if (cleanNow <= clean) return null;
  return <p>{i18n.t('figures.goingOut.longer', { clean: numberText(cleanNow), named: percent(named) })}</p>;
}

type MeasuredProps = Required<Pick<ShownLimit, 'corrected'>> & {
  measured: Exclude<NonNullable<ShownLimit['measured']>, 'few'>;
};

function Measured({ measured: { miss, interval, n, found, isBlind, isProbed }, corrected }: MeasuredProps) {
  const counts = { n: numberText(n), found: numberText(found) };
  return (
    <>
      <p>
        {i18n.t('figures.goingOut.corrected', {
          outgoing: percent(corrected.outgoing),
          ...spanned(corrected.interval),
        })}
      </p>
      <p>{i18n.t('figures.goingOut.miss', { miss: percent(miss), ...spanned(interval) })}</p>
      <p className={styles.small}>
        {isProbed
          ? i18n.t('figures.goingOut.probed', counts)
          : i18n.t(isBlind ? 'figures.goingOut.blind' : 'figures.goingOut.chosen', counts)}
      </p>
    </>
  );
}

const percent = (share: number): string => shareText(share, 1);
const spanned = ([low, high]: readonly [number, number]) => ({ low: percent(low), high: percent(high) });
const rowOf = ({ clean, oneIn }: ShownLimit) => ({ clean: numberText(clean), oneIn: numberText(oneIn) });
