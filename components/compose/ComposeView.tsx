import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import styles from './Compose.module.css';
import { cycle } from './ComposeForm.tsx';
import { PreviewOf } from './ComposePreview.tsx';
import { useEnding } from './useEnding.ts';

const NOTHING = { text: '', notes: [] };
const atOnce = (work: () => Promise<null>) => work();

/** What is, or would be, sent: to be read, with nothing to type. */
export function ComposeView({ token }: { token: string }) {
  const { busy, failure, close } = useEnding(token, atOnce);
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => back.current?.querySelector('button')?.focus(), []);
  return (
    <main
      className={styles.frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(false);
        if (event.key === 'Tab') cycle(event);
      }}
    >
      <div ref={back} className={styles.buttons}>
        <Button busy={busy} onClick={() => close(false)}>
          {i18n.t('common.back')}
        </Button>
      </div>
      <h1 className={styles.title}>{i18n.t('compose.previewTitle')}</h1>
      {failure ? (
        <p className={styles.problem} role="alert">
          {failure}
        </p>
      ) : null}
      <PreviewOf token={token} typed={NOTHING} />
    </main>
  );
}
