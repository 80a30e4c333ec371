import { i18n } from '#i18n';
import { ownSeconds, paceOf } from '../../../lib/domain/decision/second.ts';
import type { OwnDecision } from '../../../lib/store/ask/decided.ts';
import { Notice } from '../../ui/Notice.tsx';
import { durationText, numberText } from '../../ui/numbers.ts';

/** Fewer say nothing of how somebody works. */
const FEWEST = 10;

/** What second reviews found of one's own decisions, and how fast those came: for oneself alone. */
export function OwnRecord({ own }: { own: readonly OwnDecision[] }) {
  const { again, same, usable, missed } = ownSeconds(own);
  if (again === 0) return null;
  const pace = paceOf(own.map(({ decision }) => decision.decidedAt));
  return (
    <Notice>
      <div data-own-record>
        <p>
          {i18n.t('panel.decided.second.again', again)}{' '}
          {i18n.t('panel.decided.second.same', { same: numberText(same), again: numberText(again) })}{' '}
          {usable > 0
            ? i18n.t('panel.decided.second.missed', { missed: numberText(missed), usable: numberText(usable) })
            : ''}
        </p>
        {pace && pace.of >= FEWEST ? (
          <p>{i18n.t('panel.decided.second.pace', { pace: durationText(pace.medianMs), of: numberText(pace.of) })}</p>
        ) : null}
        <p>{i18n.t('panel.decided.second.yours')}</p>
      </div>
    </Notice>
  );
}
