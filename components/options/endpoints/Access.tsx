import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { patternOf } from '../../../lib/domain/reading/site.ts';
import { send } from '../../../lib/messages/send.ts';
import { askForAddress } from '../../../lib/settings/site-access.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../Options.module.css';

/** An endpoint that nobody here entered, so that nobody was asked for access to it yet: then here is where to give it. */
export function Access({ address }: { address: string }) {
  const pattern = patternOf(address);
  const { act } = useSend();
  const [granted, setGranted] = useState(true);
  useEffect(() => {
    if (pattern) void browser.permissions.contains({ origins: [pattern] }).then(setGranted);
  }, [pattern]);
  if (granted || !pattern) return null;
  const allow = () => {
    const asked = askForAddress(address); // before any await
    void act(async () => {
      if (!(await asked)) return;
      setGranted(true);
      await send('sync.wake', {});
    });
  };
  return (
    <Notice>
      <p>{i18n.t('managed.access')}</p>
      <div className={styles.buttons}>
        <Button size="small" onClick={allow}>
          {i18n.t('managed.allow')}
        </Button>
      </div>
    </Notice>
  );
}
