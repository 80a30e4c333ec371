import { ShieldCheck } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PROFILES } from '../../lib/tools/index.ts';
import { useSend } from '../sending/useSend.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ProductMark } from '../ui/Mark.tsx';
import { ShortcutTold } from './ShortcutTold.tsx';
import { Steps } from './Steps.tsx';
import styles from './Welcome.module.css';

/** What a person sees once, after installing. */
export const Welcome = () => (
  <Announcer>
    <main className={styles.page}>
      <header className={styles.head}>
        <ProductMark size={64} />
        <h1>{i18n.t('welcome.title')}</h1>
        <p className={styles.lead}>{i18n.t('welcome.lead')}</p>
        <p className={styles.lead}>{i18n.t('welcome.next')}</p>
        <Actions />
      </header>
      <Steps />
      <ShortcutTold />
      <section className={styles.card}>
        <h2 className={styles.title}>
          <ShieldCheck size={20} aria-hidden />
          {i18n.t('welcome.privacyTitle')}
        </h2>
        <p className={styles.text}>{i18n.t('welcome.privacyText')}</p>
      </section>
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
    </main>
  </Announcer>
);

/** Names of the tools that are watched from the start: those with addresses of their own. */
const toolNames = (): string[] =>
  PROFILES.filter(({ match }) => match.hosts.length > 0)
    .map((profile) => profile.name)
    .sort((a, b) => a.localeCompare(b));

function Actions() {
  const { carryOut } = useSend();
  return (
    <div className={styles.buttons}>
      <Button look="primary" onClick={() => void carryOut('panel.open', {})}>
        {i18n.t('welcome.openPanel')}
      </Button>
      <Button onClick={() => void browser.runtime.openOptionsPage()}>{i18n.t('welcome.options')}</Button>
    </div>
  );
}
