import { useState } from 'react';
import { i18n } from '#i18n';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import { refusalText } from '../../words/refusal.ts';
import styles from '../Options.module.css';
import { diagnosisText } from './diagnosisText.ts';

/** What to hand to somebody who helps: shown before it is copied, so that a person sees what is in it. */
export function Diagnosis() {
  const announce = useAnnounce();
  const [hosts, setHosts] = useState(false);
  const [text, setText] = useState<string>();
  const make = async (withHosts: boolean) => {
    setHosts(withHosts);
    try {
      setText(await diagnosisText(withHosts));
    } catch (error) {
      announce(refusalText(error));
    }
  };
  const copy = async (shown: string) => {
    try {
      await navigator.clipboard.writeText(shown);
      announce(i18n.t('diagnosis.copied'));
    } catch (error) {
      console.warn('Countersign could not copy:', error);
      announce(i18n.t('diagnosis.notCopied'));
    }
  };
  return (
    <section className={styles.card} id="diagnosis">
      <h2 className={styles.title}>{i18n.t('diagnosis.title')}</h2>
      <p className={styles.intro}>{i18n.t('diagnosis.intro')}</p>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={hosts}
          onChange={({ target }) => (text === undefined ? setHosts(target.checked) : void make(target.checked))}
        />
        {i18n.t('diagnosis.hosts')}
      </label>
      <div className={styles.buttons}>
        <Button onClick={() => void make(hosts)}>{i18n.t('diagnosis.make')}</Button>
        {text === undefined ? null : (
          <Button look="primary" onClick={() => void copy(text)}>
            {i18n.t('diagnosis.copy')}
          </Button>
        )}
      </div>
      {text === undefined ? null : (
        <Scrolling as="pre" label={i18n.t('diagnosis.title')} className={styles.request} data-diagnosis dir="ltr">
          {text}
        </Scrolling>
      )}
    </section>
  );
}
