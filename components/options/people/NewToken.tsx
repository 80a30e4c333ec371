import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../Options.module.css';

/** A token that was just made, with what else its person needs. */
export interface MadeToken {
  name: string;
  address: string;
  token: string;
}

/** Shown once, to be handed over. */
export function NewToken({ made, onDone }: { made: MadeToken; onDone(): void }) {
  const announce = useAnnounce();
  const first = useRef<HTMLButtonElement>(null);
  // The form that was filled in is gone: the focus goes on to what is to be done now.
  useEffect(() => first.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(made.token);
    announce(i18n.t('people.copied'));
  };
  return (
    <Notice tone="good" live>
      <p>{i18n.t('people.token', { name: made.name })}</p>
      <dl className={styles.facts}>
        <dt>{i18n.t('target.field.address')}</dt>
        <dd className={styles.id}>{made.address}</dd>
        <dt>{i18n.t('target.field.token')}</dt>
        <dd className={styles.id} data-token>
          {made.token}
        </dd>
      </dl>
      <div className={styles.buttons}>
        <Button ref={first} size="small" onClick={() => void copy()}>
          <Copy size={15} aria-hidden />
          {i18n.t('people.copy')}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {i18n.t('people.done')}
        </Button>
      </div>
    </Notice>
  );
}
