import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../Options.module.css';

/** What to hand to somebody who helps: shown before it is copied, so that a person sees what is in it. */
export function Diagnosis() {
  const { act, busy } = useSend();
  const [hosts, setHosts] = useState(false);
  const [text, setText] = useState<string>();
  const make = (withHosts: boolean) => {
    setHosts(withHosts);
    void act(async () => setText(await send('diagnosis.write', { hosts: withHosts })));
  };
  const copy = (shown: string) =>
    act(
      async () => {
        await navigator.clipboard.writeText(shown);
        return i18n.t('diagnosis.copied');
      },
      (error) => {
        console.warn('Countersign could not copy:', error);
        return i18n.t('diagnosis.notCopied');
      },
    );
  return (
    <section className={styles.card} id="diagnosis">
      <h2 className={styles.title}>{i18n.t('diagnosis.title')}</h2>
      <p className={styles.intro}>{i18n.t('diagnosis.intro')}</p>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={hosts}
          onChange={({ target }) => (text === undefined ? setHosts(target.checked) : make(target.checked))}
        />
        {i18n.t('diagnosis.hosts')}
      </label>
      <div className={styles.buttons}>
        <Button busy={busy} onClick={() => make(hosts)}>
          {i18n.t('diagnosis.make')}
        </Button>
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
