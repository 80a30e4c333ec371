import { Keyboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import type { Shortcut } from '../../lib/messages/to-background/shortcut.ts';
import { useSend } from '../sending/useSend.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { refusalText } from '../words/refusal.ts';
import styles from './Welcome.module.css';

/** By which key a card is opened, as it is set now, and where that is changed. Read again when the person comes back. */
export function ShortcutTold() {
  const announce = useAnnounce();
  const { carryOut } = useSend();
  const [shortcut, setShortcut] = useState<Shortcut>();
  useEffect(() => {
    const read = () => {
      send('shortcut.read', {})
        .then(setShortcut)
        .catch((error: unknown) => announce(refusalText(error)));
    };
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [announce]);
  if (!shortcut) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>
        <Keyboard size={20} aria-hidden />
        {i18n.t('shortcut.title')}
      </h2>
      <p className={styles.text} data-shortcut={shortcut.key ?? ''}>
        {shortcut.key ? i18n.t('shortcut.is', [shortcut.key]) : i18n.t('shortcut.unset')}
      </p>
      <p>
        <Button onClick={() => void carryOut('shortcut.change', {})}>
          {i18n.t(shortcut.key ? 'shortcut.change' : 'shortcut.set')}
        </Button>
      </p>
    </section>
  );
}
