import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { target } from '../../lib/store/queries.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Connected } from './Connected.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { Health } from './Health.tsx';
import { Installation } from './Installation.tsx';
import styles from './Options.module.css';
import { RefusedEntries } from './RefusedEntries.tsx';
import { Sites } from './Sites.tsx';
import { Tools } from './Tools.tsx';

/** Where the endpoint is set, and what this installation is. */
export function Options() {
  return (
    <Announcer>
      <main className={styles.page}>
        <header className={styles.head}>
          <Mark size={36} />
          <h1>{i18n.t('options.title')}</h1>
        </header>
        <ErrorBoundary>
          <Endpoint />
          <RefusedEntries />
          <Tools />
          <Sites />
          <Health />
        </ErrorBoundary>
        <Installation />
        <p>
          <a href={browser.runtime.getURL('/welcome.html')}>{i18n.t('options.openWelcome')}</a>
        </p>
      </main>
    </Announcer>
  );
}

function Endpoint() {
  const found = useLiveQuery(async () => ({ row: await target() }));
  if (!found) return null;
  if (found.row) return <Connected key={found.row.endpoint} row={found.row} />;
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{i18n.t('options.endpointTitle')}</h2>
      <p className={styles.intro}>{i18n.t('options.endpointIntro')}</p>
      <ConnectForm />
    </section>
  );
}
