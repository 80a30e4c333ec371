import { useLiveQuery } from 'dexie-react-hooks';
import { CirclePause, Plug } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { bringsToken } from '../../../lib/domain/policy/managed.ts';
import { outbox } from '../../../lib/store/ask/queries.ts';
import type { TargetRow } from '../../../lib/store/db.ts';
import { targetAddressOf, targetById } from '../../../lib/sync/targets/index.ts';
import { endingOf } from '../../people/ending.ts';
import { comingOf } from '../../sending/coming.ts';
import { useSend } from '../../sending/useSend.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { syncWords } from '../../words/sync.ts';
import { Fixed } from '../Fixed.tsx';
import styles from '../Options.module.css';
import { Access } from './Access.tsx';
import { RefusedEntries } from './RefusedEntries.tsx';
import { issuerHostOf, SignInAgain } from './SignIn.tsx';
import { SignOut } from './SignOut.tsx';
import { TargetForm } from './TargetForm.tsx';

/** One endpoint: how it goes, what waits, what was refused, and what can be done about it. */
export function TargetCard({ row }: { row: TargetRow }) {
  const [changing, setChanging] = useState(false);
  const stopped = row.state === 'unauthorised';
  const account = byAccount(row);
  const open = changing || (stopped && !account && isOwn(row));
  return (
    <section className={styles.card} aria-label={nameOf(row)} {...(row.kind === 'collector' ? { id: 'server' } : {})}>
      <h2 className={styles.title}>
        {nameOf(row)}
        <StateBadge row={row} />
      </h2>
      {row.managed ? <ManagedNote row={row} /> : null}
      <Facts row={row} />
      {row.kind === 'collector' && !stopped ? <AfterConnecting role={row.role} /> : null}
      {stopped && account ? (
        <SignInAgain address={String(row.settings.address)} issuer={row.session?.way.issuer} />
      ) : null}
      {open ? (
        <>
          {stopped && !account && row.kind === 'collector' ? (
            <h3 className={styles.title}>{i18n.t('options.signInAgain')}</h3>
          ) : null}
          <TargetForm
            kind={row.kind}
            row={row}
            onSaved={() => setChanging(false)}
            {...(stopped && !account ? {} : { onCancel: () => setChanging(false) })}
          />
        </>
      ) : null}
      <Actions row={row} open={open} onChange={() => setChanging(true)} />
      <RefusedEntries targetId={row.targetId} />
    </section>
  );
}

/** What to do now that one is connected, by what one may do. */
const AfterConnecting = ({ role }: Pick<TargetRow, 'role'>) =>
  role ? (
    <p className={styles.next}>
      {i18n.t(`options.afterConnecting.${role}`)}{' '}
      {role === 'admin' ? <a href="#people">{i18n.t('path.go.people')}</a> : null}
    </p>
  ) : null;

/** Whether people say who they are: at their own endpoints, and at a managed collector that came without a token. */
const isOwn = ({ kind, managed }: TargetRow): boolean => !managed || (kind === 'collector' && !bringsToken(managed));

/** Whether the way in is an account, and not a token. */
const byAccount = (row: TargetRow): boolean =>
  row.kind === 'collector' && isOwn(row) && (row.session !== undefined || row.problem === 'sign_in_needed');

function ManagedNote({ row }: { row: TargetRow }) {
  return (
    <>
      <Fixed />
      {/* A collector lets extensions in by itself. */}
      {row.kind === 'collector' ? null : <Access address={targetAddressOf(row)} />}
    </>
  );
}

const nameOf = ({ kind }: TargetRow): string =>
  kind === 'collector' ? i18n.t('options.endpointTitle') : targetById(kind).name;

function StateBadge({ row: { state, kind } }: { row: TargetRow }) {
  if (state === 'unauthorised') return null;
  if (state === 'paused') return <Badge icon={<CirclePause size={13} aria-hidden />}>{i18n.t('options.paused')}</Badge>;
  return (
    <Badge tone="good" icon={<Plug size={13} aria-hidden />}>
      {i18n.t(kind === 'collector' ? 'options.connectedTitle' : 'options.active')}
    </Badge>
  );
}

function Actions({ row, open, onChange }: { row: TargetRow; open: boolean; onChange(): void }) {
  const { carryOut } = useSend();
  const { targetId, state, kind } = row;
  const paused = state === 'paused';
  if (!isOwn(row)) return null;
  return (
    <div className={styles.buttons}>
      {row.session?.accessToken ? <SignOut /> : null}
      {open ? null : <Button onClick={onChange}>{changeWords(row)}</Button>}
      {row.managed ? null : (
        <>
          <Button
            onClick={() =>
              void carryOut(
                'target.pause',
                { targetId, paused: !paused },
                i18n.t(paused ? 'options.resumed' : 'options.pausedNow'),
              )
            }
          >
            {i18n.t(paused ? 'options.resume' : 'options.pause')}
          </Button>
          <Button look="danger" onClick={() => void carryOut('target.remove', { targetId })}>
            {i18n.t(kind === 'collector' ? 'options.disconnect' : 'options.remove')}
          </Button>
        </>
      )}
    </div>
  );
}

function changeWords({ kind, managed }: TargetRow): string {
  if (managed) return i18n.t('options.useToken');
  return i18n.t(kind === 'collector' ? 'options.change' : 'options.changeTarget');
}

/** A target that was just removed, with the way back. */
export function RemovedTarget({ row }: { row: TargetRow }) {
  const { carryOut } = useSend();
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes on to the one that takes it back.
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus();
  }, []);
  return (
    <Notice live>
      <p>
        <strong>{nameOf(row)}</strong> {i18n.t(row.kind === 'collector' ? 'options.disconnected' : 'options.removed')}
      </p>
      <div className={styles.buttons}>
        <Button
          ref={back}
          size="small"
          onClick={() => void carryOut('target.restore', { targetId: row.targetId }, i18n.t('options.restored'))}
        >
          {i18n.t('options.restore')}
        </Button>
      </div>
    </Notice>
  );
}

function Facts({ row }: { row: TargetRow }) {
  const marks = useLiveQuery(() => outbox(row.targetId), [row.targetId]);
  const words = marks && syncWords({ target: row, outbox: marks, ...endingOf(row), ...comingOf(row) });
  return (
    <>
      {words?.kind === 'trouble' ? (
        <Notice tone="warning" live>
          <p>{words.text}</p>
          {words.advice ? <p>{words.advice}</p> : null}
        </Notice>
      ) : null}
      <dl className={styles.facts}>
        <Whose row={row} />
        {row.session?.accessToken ? (
          <>
            <dt>{i18n.t('options.signIn.account')}</dt>
            <dd>{issuerHostOf(row.session.way.issuer)}</dd>
          </>
        ) : null}
        {row.settings.address ? (
          <>
            <dt>{i18n.t('options.endpoint')}</dt>
            <dd>{row.settings.address}</dd>
          </>
        ) : null}
        <dt>{i18n.t('options.lastSync')}</dt>
        <dd>{row.lastSyncAt ? <RelativeTime at={row.lastSyncAt} /> : i18n.t('options.never')}</dd>
        {row.state === 'waiting' && row.retryAt ? (
          <>
            <dt>{i18n.t('options.nextTry')}</dt>
            <dd>
              <RelativeTime at={row.retryAt} />
            </dd>
          </>
        ) : null}
        {words && words.kind !== 'trouble' ? (
          <>
            <dt>{i18n.t('options.state')}</dt>
            <dd>{[words.text, words.advice].filter(Boolean).join(' · ')}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

function Whose({ row: { team, name, subject, role } }: { row: TargetRow }) {
  if (!team || !role) return null;
  return (
    <>
      <dt>{i18n.t('options.team')}</dt>
      <dd>{team}</dd>
      <dt>{i18n.t('options.you')}</dt>
      <dd>{name ?? subject}</dd>
      <dt>{i18n.t('options.role')}</dt>
      <dd>
        {i18n.t(`role.${role}`)}: {i18n.t(`roleMeaning.${role}`)}
      </dd>
    </>
  );
}
