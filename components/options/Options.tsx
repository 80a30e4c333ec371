import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { targets } from '../../lib/store/ask/queries.ts';
import { OwnMeasures } from '../learning/OwnMeasures.tsx';
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
import { PageIndex } from './PageIndex.tsx';
import { type OptionsPage, useOptionsPage } from './pages.ts';
import { Absences } from './people/Absences.tsx';
import { MeasureTotals } from './people/MeasureTotals.tsx';
import { TeamPeople } from './people/TeamPeople.tsx';
import { ManagedSettings } from './policy/Managed.tsx';
import { useManaged } from './policy/useManaged.ts';
import { Privacy } from './privacy/Privacy.tsx';
import { Sites } from './sites/Sites.tsx';
import { Stored } from './stored/Stored.tsx';
import { Health } from './tools/Health.tsx';
import { Tools } from './tools/Tools.tsx';

/** What is set here, on pages by who uses them. */
export function Options() {
  const page = useOptionsPage();
  return (
    <Announcer>
      <main className={styles.page}>
        <header className={styles.head}>
          <ProductMark size={36} />
          <h1>{i18n.t('options.title')}</h1>
        </header>
        {page ? (
          <>
            <PageIndex page={page} />
            <ErrorBoundary>
              <Sections page={page} />
            </ErrorBoundary>
          </>
        ) : null}
        <p>
          <a href={browser.runtime.getURL('/welcome.html')}>{i18n.t('options.openWelcome')}</a>
        </p>
      </main>
    </Announcer>
  );
}

function Sections({ page }: { page: OptionsPage }) {
  const on = (...pages: OptionsPage[]) => page === 'everything' || pages.includes(page);
  return (
    <>
      {on('team') ? <ManagedSettings /> : null}
      {on('own', 'team') ? <TeamServer /> : null}
      {on('own') ? <OwnMeasures /> : null}
      {on('own') ? <Absences /> : null}
      {on('team') ? <OtherServers /> : null}
      {on('team') ? <TeamPeople /> : null}
      {on('team') ? <MeasureTotals /> : null}
      {on('team') ? <FiguresCard /> : null}
      {on('reading') ? <Tools /> : null}
      {on('own', 'reading') ? <Sites /> : null}
      {on('reading') ? <Health /> : null}
      {on('records') ? (
        <>
          <Privacy />
          <Stored />
          <Diagnosis />
          <Installation />
        </>
      ) : null}
    </>
  );
}

/** The team's own server, or where it is connected. */
function TeamServer() {
  const rows = useLiveQuery(targets);
  const managed = useManaged();
  if (!rows || !managed) return null;
  const collector = rows.find(({ kind }) => kind === 'collector');
  if (!collector) return managed.kept.ownEndpoints === false ? null : <ConnectCard />;
  if (!collector.removedAt) return <TargetCard row={collector} />;
  return (
    <>
      <RemovedTarget row={collector} />
      {managed.kept.ownEndpoints === false ? null : <ConnectCard />}
    </>
  );
}

function OtherServers() {
  const rows = useLiveQuery(targets);
  const managed = useManaged();
  if (!rows || !managed) return null;
  return (
    <>
      {rows
        .filter(({ kind }) => kind !== 'collector')
        .map((row) =>
          row.removedAt ? <RemovedTarget key={row.targetId} row={row} /> : <TargetCard key={row.targetId} row={row} />,
        )}
      {managed.kept.ownEndpoints === false ? <NoOwnEndpoints /> : <AddTarget />}
    </>
  );
}

/** Where the figures are: on a page of their own. */
const FiguresCard = () => (
  <section className={styles.card} id="figures">
    <h2 className={styles.title}>{i18n.t('figures.title')}</h2>
    <p className={styles.intro}>{i18n.t('figures.intro')}</p>
    <p>
      <a href={browser.runtime.getURL('/figures.html')}>{i18n.t('figures.show')}</a>
    </p>
  </section>
);

const ConnectCard = () => (
  <section className={styles.card} id="server">
    <h2 className={styles.title}>{i18n.t('options.endpointTitle')}</h2>
    <p className={styles.intro}>{i18n.t('options.endpointIntro')}</p>
    <TargetForm kind="collector" />
  </section>
);
