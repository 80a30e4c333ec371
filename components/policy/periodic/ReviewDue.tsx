import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { mayDecide } from '../../../lib/domain/people/role.ts';
import { nextReview, reviewState } from '../../../lib/domain/policy/periodic/due.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import styles from '../policy.module.css';
import { useWithSigned } from './useSigned.ts';

/** When the rules are looked at again: a reminder before it, and a warning after. */
export function ReviewDue({ policy }: { policy: GovernancePolicy }) {
  const reviewed = useWithSigned(policy);
  const state = reviewState(reviewed, new Date().toISOString().slice(0, 10));
  const due = nextReview(reviewed);
  const tone = state === 'overdue' ? 'warning' : 'neutral';
  return (
    <div data-review-due={state ?? 'unknown'}>
      <Notice tone={state === 'fine' ? 'good' : tone}>
        <p>
          {state === undefined || due === undefined
            ? i18n.t('periodic.never')
            : i18n.t(`periodic.state.${state}`, { on: dateText(due) })}
        </p>
      </Notice>
    </div>
  );
}

/** The same on other pages, for whom it may concern: only once it is near, with the way there. */
export function ReviewReminder({ policy }: { policy: GovernancePolicy }) {
  const known = useLiveQuery(async () => ({ role: (await target())?.role }));
  const state = reviewState(useWithSigned(policy), new Date().toISOString().slice(0, 10));
  if (!known || !mayDecide(known.role)) return null;
  if (state !== 'soon' && state !== 'overdue') return null;
  return (
    <div className={styles.form} data-review-reminder>
      <ReviewDue policy={policy} />
      <div>
        <Button
          size="small"
          onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/policy.html#review') })}
        >
          {i18n.t('periodic.open')}
        </Button>
      </div>
    </div>
  );
}
