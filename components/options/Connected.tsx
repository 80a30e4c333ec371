import { useLiveQuery } from 'dexie-react-hooks';
import { Plug } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import type { TargetRow } from '../../lib/store/db.ts';
import { outbox } from '../../lib/store/queries.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { refusalText } from '../words/refusal.ts';
import { syncWords } from '../words/sync.ts';
import { ConnectForm } from './ConnectForm.tsx';
import styles from './Options.module.css';

/** The endpoint that this browser is connected to, how it goes, and the way out. */
export function Connected({ row }: { row: TargetRow }) {
  const signedOut = row.state === 'unauthorised';
  const [changing, setChanging] = useState(false);
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>
        {i18n.t('options.endpointTitle')}
        {signedOut ? null : (
          <Badge tone="good" icon={<Plug size={13} aria-hidden />}>
            {i18n.t('options.connectedTitle')}
          </Badge>
        )}
      </h2>
      <Facts row={row} />
      {changing || signedOut ? (
        <>
          {signedOut ? <h3 className={styles.title}>{i18n.t('options.signInAgain')}</h3> : null}
          <ConnectForm endpoint={row.endpoint} onConnected={() => setChanging(false)} />
        </>
      ) : null}
      <div className={styles.buttons}>
        {signedOut ? null : (
          <Button onClick={() => setChanging(!changing)} aria-expanded={changing}>
            {i18n.t('options.change')}
          </Button>
        )}
        <Disconnect />
      </div>
    </section>
  );
}

function Facts({ row }: { row: TargetRow }) {
  const marks = useLiveQuery(outbox);
  const words = marks && syncWords({ target: row, outbox: marks });
  return (
    <>
      {words?.kind === 'trouble' ? (
        <Notice tone="warning" live>
          <p>{words.text}</p>
          {words.advice ? <p>{words.advice}</p> : null}
        </Notice>
      ) : null}
      <dl className={styles.facts}>
        <dt>{i18n.t('options.team')}</dt>
        <dd>{row.team}</dd>
        <dt>{i18n.t('options.you')}</dt>
        <dd>{row.name ?? row.subject}</dd>
        <dt>{i18n.t('options.role')}</dt>
        <dd>
          {i18n.t(`role.${row.role}`)}: {i18n.t(`roleMeaning.${row.role}`)}
        </dd>
        <dt>{i18n.t('options.endpoint')}</dt>
        <dd>{row.endpoint}</dd>
        <dt>{i18n.t('options.lastSync')}</dt>
        <dd>{row.lastSyncAt ? <RelativeTime at={row.lastSyncAt} /> : i18n.t('options.never')}</dd>
        {words && words.kind !== 'trouble' ? (
          <>
            <dt>{i18n.t('options.state')}</dt>
            <dd>{words.text}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

function Disconnect() {
  const announce = useAnnounce();
  const disconnect = async () => {
    try {
      await send('target.remove', {});
      announce(i18n.t('options.disconnected'));
    } catch (error) {
      announce(refusalText(error));
    }
  };
  return (
    <ConfirmDialog
      trigger={<Button look="danger">{i18n.t('options.disconnect')}</Button>}
      title={i18n.t('options.disconnectTitle')}
      text={i18n.t('options.disconnectText')}
      confirm={i18n.t('options.disconnect')}
      onConfirm={() => void disconnect()}
    />
  );
}
