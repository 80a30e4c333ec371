import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { targets } from '../../lib/store/ask/queries.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { ProductMark } from '../ui/Mark.tsx';
import { Diagnosis } from './diagnosis/Diagnosis.tsx';
import { Installation } from './diagnosis/Installation.tsx';
import { AddTarget } from './endpoints/AddTarget.tsx';
import { NoOwnEndpoints } from './endpoints/NoOwnEndpoints.tsx';
import { RemovedTarget, TargetCard } from './endpoints/TargetCard.tsx';
import { TargetForm } from './endpoints/TargetForm.tsx';
import styles from './Options.module.css';
import { TeamPeople } from './people/TeamPeople.tsx';
import { ManagedSettings } from './policy/Managed.tsx';
import { useManaged } from './policy/useManaged.ts';
import { Privacy } from './privacy/Privacy.tsx';
import { Sites } from './sites/Sites.tsx';
import { Stored } from './stored/Stored.tsx';
import { Health } from './tools/Health.tsx';
import { Tools } from './tools/Tools.tsx';

/** Where endpoints are set, and what this installation is. */
export function Options() {
  return (
    <Announcer>
      <main className={styles.page}>
        <header className={styles.head}>
          <ProductMark size={36} />
          <h1>{i18n.t('options.title')}</h1>
        </header>
        <ErrorBoundary>
          <ManagedSettings />
          <Endpoints />
          <TeamPeople />
          <Tools />
          <Sites />
          <Health />
          <Privacy />
          <Stored />
          <Diagnosis />
        </ErrorBoundary>
        <Installation />
        <p>
          <a href={browser.runtime.getURL('/welcome.html')}>{i18n.t('options.openWelcome')}</a>
        </p>
      </main>
    </Announcer>
  );
}

function Endpoints() {
  const rows = useLiveQuery(targets);
  const managed = useManaged();
  if (!rows || !managed) return null;
  const own = managed.kept.ownEndpoints !== false;
  const collector = rows.find(({ kind }) => kind === 'collector');
  const others = rows.filter(({ kind }) => kind !== 'collector');
  return (
    <>
      {collector?.removedAt ? <RemovedTarget row={collector} /> : null}
      {collector && !collector.removedAt ? <TargetCard row={collector} /> : own ? <ConnectCard /> : null}
      {others.map((row) =>
        row.removedAt ? <RemovedTarget key={row.targetId} row={row} /> : <TargetCard key={row.targetId} row={row} />,
      )}
      {own ? <AddTarget /> : <NoOwnEndpoints />}
    </>
  );
}

const ConnectCard = () => (
  <section className={styles.card}>
    <h2 className={styles.title}>{i18n.t('options.endpointTitle')}</h2>
    <p className={styles.intro}>{i18n.t('options.endpointIntro')}</p>
    <TargetForm kind="collector" />
  </section>
);
