import { useLiveQuery } from 'dexie-react-hooks';
import { ChartNoAxesColumn } from 'lucide-react';
import { i18n } from '#i18n';
import { mayDecide } from '../../lib/domain/people/role.ts';
import { target } from '../../lib/store/ask/queries.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { ProductMark } from '../ui/Mark.tsx';
import { Figures } from './Figures.tsx';
import styles from './figures.module.css';

/** The page of the figures: of the team where there is one, else of this browser. */
export function FiguresPage() {
  const known = useLiveQuery(async () => ({ collector: await target() }));
  return (
    <Announcer>
      <main className={styles.page}>
        <header className={styles.head}>
          <ProductMark size={36} />
          <div>
            <h1>{i18n.t('figures.title')}</h1>
            <p className={styles.muted}>{i18n.t('figures.intro')}</p>
          </div>
        </header>
        <ErrorBoundary>
          {known && !mayDecide(known.collector?.role) ? (
            <EmptyState
              icon={<ChartNoAxesColumn size={24} />}
              title={i18n.t('figures.notYours')}
              text={i18n.t('figures.notYoursText')}
            />
          ) : null}
          {known && mayDecide(known.collector?.role) ? <Figures scope={known.collector ? 'team' : 'own'} /> : null}
        </ErrorBoundary>
      </main>
    </Announcer>
  );
}
