import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { personOf } from '../../../lib/domain/people/own.ts';
import { mayDecide } from '../../../lib/domain/people/role.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from '../policy.module.css';
import { PackView } from './PackView.tsx';
import { ReviewDue } from './ReviewDue.tsx';
import { usePack } from './usePack.ts';

interface PeriodicReviewProps {
  /** The rules in force. */
  policy: GovernancePolicy;
  /** Those that are being written, where they can be put in force. */
  proposed: GovernancePolicy | undefined;
}

/** The periodic review of the rules: when it is due, the pack that the product puts together, and its signature. */
export function PeriodicReview({ policy, proposed }: PeriodicReviewProps) {
  const known = useLiveQuery(async () => ({ collector: await target() }));
  const { state, make } = usePack();
  const box = useRef<HTMLElement>(null);
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown && location.hash === '#review') box.current?.scrollIntoView();
  }, [isKnown]);
  if (!known || !mayDecide(known.collector?.role)) return null;
  return (
    <section ref={box} className={styles.wide} id="review" data-periodic>
      <div className={styles.unprinted}>
        <h2>{i18n.t('periodic.title')}</h2>
        <p className={styles.muted}>{i18n.t('periodic.intro')}</p>
        <ReviewDue policy={policy} />
        <div>
          <Button
            busy={state?.kind === 'making'}
            onClick={() => make(policy, proposed, known.collector ? 'team' : 'own')}
          >
            {i18n.t(state?.kind === 'made' ? 'periodic.makeAgain' : 'periodic.make')}
          </Button>
        </div>
        <div role="status">
          {state?.kind === 'making' ? <Spinner /> : null}
          {state?.kind === 'failed' ? <Notice tone="danger">{i18n.t('periodic.failed')}</Notice> : null}
        </div>
      </div>
      {state?.kind === 'made' ? <PackView key={state.hash} made={state} person={personOf(known.collector)} /> : null}
    </section>
  );
}
