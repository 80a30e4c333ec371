import { ShieldCheck } from 'lucide-react';
import { i18n } from '#i18n';
import { PROFILES } from '../../lib/tools/index.ts';
import { OwnMeasures } from '../learning/OwnMeasures.tsx';
import { Announcer } from '../ui/Announcer.tsx';
import { Badge } from '../ui/Badge.tsx';
import { ProductMark } from '../ui/Mark.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Practice } from './Practice.tsx';
import { ShortcutTold } from './ShortcutTold.tsx';
import { Steps } from './Steps.tsx';
import { useProgress } from './useProgress.ts';
import styles from './Welcome.module.css';
import { Wrong } from './Wrong.tsx';

/** What a person sees once, after installing: the first steps, a practice, and what all of it is for. */
export const Welcome = () => (
  <Announcer>
    <Page />
  </Announcer>
);

function Page() {
  const progress = useProgress();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <ProductMark size={64} />
        <h1>{i18n.t('welcome.title')}</h1>
        <p className={styles.lead}>{i18n.t('welcome.lead')}</p>
        {progress ? (
          <p className={styles.now} data-next={progress.next ?? ''}>
            {progress.next ? i18n.t('path.now', [i18n.t(`path.steps.${progress.next}`)]) : i18n.t('path.all')}
          </p>
        ) : null}
      </header>
      {progress ? <FirstSteps progress={progress} /> : null}
      <Practice
        next={progress?.next && i18n.t(`path.steps.${progress.next}`)}
        onDone={() => progress?.tick('practice', true)}
      />
      <OwnMeasures />
      <Steps />
      <ShortcutTold />
      <Wrong />
      <section className={styles.card}>
        <h2 className={styles.title}>
          <ShieldCheck size={20} aria-hidden />
          {i18n.t('welcome.privacyTitle')}
        </h2>
        <p className={styles.text}>{i18n.t('welcome.privacyText')}</p>
      </section>
      <Watched />
    </main>
  );
}

const Watched = () => (
  <section className={styles.card}>
    <h2 className={styles.title}>{i18n.t('welcome.toolsTitle')}</h2>
    <p className={styles.text}>{i18n.t('welcome.toolsText')}</p>
    <ul className={styles.tools}>
      {toolNames().map((name) => (
        <li key={name}>
          <Badge>{name}</Badge>
        </li>
      ))}
    </ul>
  </section>
);

/** Names of the tools that are watched from the start: those with addresses of their own. */
const toolNames = (): string[] =>
  PROFILES.filter(({ match }) => match.hosts.length > 0)
    .map((profile) => profile.name)
    .sort((a, b) => a.localeCompare(b));
