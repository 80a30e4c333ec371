import { i18n } from '#i18n';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './Compose.module.css';
import { ComposeForm } from './ComposeForm.tsx';
import { ComposeView } from './ComposeView.tsx';
import { useTicket } from './useTicket.ts';

/** The frame in which free text is typed, once the card that opened it has handed over its token. */
export function Compose() {
  const ticket = useTicket();
  if (ticket.state === 'waiting')
    return (
      <main className={styles.frame}>
        <Spinner /> {i18n.t('common.loading')}
      </main>
    );
  if (ticket.state === 'refused')
    return (
      <main className={styles.frame} role="alert">
        <h1 className={styles.title}>{i18n.t('compose.refused')}</h1>
        <p>{i18n.t('compose.refusedText')}</p>
      </main>
    );
  if (ticket.task.field === 'preview') return <ComposeView token={ticket.token} />;
  return <ComposeForm token={ticket.token} task={ticket.task} />;
}
