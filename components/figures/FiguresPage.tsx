import { useLiveQuery } from 'dexie-react-hooks';
import { ChartNoAxesColumn } from 'lucide-react';
import { i18n } from '#i18n';
import { mayDecide } from '../../lib/domain/people/role.ts';
import { target } from '../../lib/store/ask/queries.ts';
import { usePolicy } from '../panel/usePolicy.ts';
import { ReviewReminder } from '../policy/periodic/ReviewDue.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { CalibrationSection } from './calibration/CalibrationSection.tsx';
import { Figures } from './Figures.tsx';

/** The page of the figures: of the team where there is one, else of this browser. */
export function FiguresPage() {
  const rules = usePolicy()?.policy;
  const known = useLiveQuery(async () => ({ collector: await target() }));
  return (
    <PageFrame title={i18n.t('figures.title')} intro={i18n.t('figures.intro')}>
      {known && !mayDecide(known.collector?.role) ? (
        <EmptyState
          icon={<ChartNoAxesColumn size={24} />}
          title={i18n.t('figures.notYours')}
          text={i18n.t('figures.notYoursText')}
        />
      ) : null}
      {rules?.format === 2 ? <ReviewReminder policy={rules} /> : null}
      {known && mayDecide(known.collector?.role) ? <Figures scope={known.collector ? 'team' : 'own'} /> : null}
      {known?.collector && mayDecide(known.collector.role) ? <CalibrationSection /> : null}
    </PageFrame>
  );
}
