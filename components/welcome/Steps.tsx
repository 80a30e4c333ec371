import { Eye, Flag, type LucideIcon, Stamp } from 'lucide-react';
import { i18n } from '#i18n';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Welcome.module.css';

/** What it does, in three steps. */
export const Steps = () => (
  <section>
    <VisuallyHidden>
      <h2>{i18n.t('welcome.stepsTitle')}</h2>
    </VisuallyHidden>
    <ol className={styles.steps}>
      <Step icon={Eye} title={i18n.t('welcome.step1')} text={i18n.t('welcome.step1Text')} />
      <Step icon={Flag} title={i18n.t('welcome.step2')} text={i18n.t('welcome.step2Text')} />
      <Step icon={Stamp} title={i18n.t('welcome.step3')} text={i18n.t('welcome.step3Text')} />
    </ol>
  </section>
);

const Step = ({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) => (
  <li className={styles.step}>
    <span className={styles.stepIcon} aria-hidden>
      <Icon size={20} />
    </span>
    <h3 className={styles.title}>{title}</h3>
    <p className={styles.text}>{text}</p>
  </li>
);
