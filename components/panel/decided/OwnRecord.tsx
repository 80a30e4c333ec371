import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { ownSeconds, paceOf } from '../../../lib/domain/decision/second.ts';
import { ownProbes } from '../../../lib/settings/items.ts';
import type { OwnDecision } from '../../../lib/store/ask/decided.ts';
import { Notice } from '../../ui/Notice.tsx';
import { durationText, numberText } from '../../ui/numbers.ts';

/** Fewer say nothing of how somebody works. */
const FEWEST = 10;

/** What second reviews found of one's own decisions, what one made of test texts, and how fast it went: for oneself alone. */
export function OwnRecord({ own }: { own: readonly OwnDecision[] }) {
  const probes = useOwnProbes();
  const { again, same, usable, missed } = ownSeconds(own);
  const probed = (probes?.caught ?? 0) + (probes?.missed ?? 0);
  if (again === 0 && probed === 0) return null;
  const pace = paceOf(own.map(({ decision }) => decision.decidedAt));
  return (
    <Notice>
      <div data-own-record>
        {probes && probed > 0 ? (
          <p>{i18n.t('panel.decided.probe.own', { caught: numberText(probes.caught), judged: numberText(probed) })}</p>
        ) : null}
        {again > 0 ? (
          <p>
            {i18n.t('panel.decided.second.again', again)}{' '}
            {i18n.t('panel.decided.second.same', { same: numberText(same), again: numberText(again) })}{' '}
            {usable > 0
              ? i18n.t('panel.decided.second.missed', { missed: numberText(missed), usable: numberText(usable) })
              : ''}
          </p>
        ) : null}
        {pace && pace.of >= FEWEST ? (
          <p>{i18n.t('panel.decided.second.pace', { pace: durationText(pace.medianMs), of: numberText(pace.of) })}</p>
        ) : null}
        {again > 0 ? <p>{i18n.t('panel.decided.second.yours')}</p> : null}
        {probed > 0 ? <p>{i18n.t('panel.decided.probe.yours')}</p> : null}
      </div>
    </Notice>
  );
}

/** What this browser noted of them. */
function useOwnProbes() {
  const [probes, setProbes] = useState<{ caught: number; missed: number }>();
  useEffect(() => {
    void ownProbes.getValue().then(setProbes);
    return ownProbes.watch(setProbes);
  }, []);
  return probes;
}
