import { useLiveQuery } from 'dexie-react-hooks';
import {
  CircleCheck,
  CirclePause,
  CloudOff,
  CloudUpload,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { foremostTarget } from '../../lib/store/ask/queries.ts';
import { targetById } from '../../lib/sync/targets/index.ts';
import { endingOf } from '../people/ending.ts';
import { comingOf } from '../sending/coming.ts';
import { useSend } from '../sending/useSend.ts';
import { classes } from '../ui/classes.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { SyncStanding } from '../words/sync.ts';
import { type SyncWords, syncWords } from '../words/sync.ts';
import { useTeamNews } from './queue/useTeamNews.ts';
import styles from './SyncLine.module.css';

const ICONS: Record<SyncWords['kind'], LucideIcon> = {
  off: CloudOff,
  good: CircleCheck,
  waiting: CloudUpload,
  syncing: RefreshCw,
  paused: CirclePause,
  trouble: TriangleAlert,
};

const syncState = (): Promise<SyncStanding> => foremostTarget();

/** How it goes with the endpoint, and what to do where something is wrong. */
export function SyncLine() {
  const state = useLiveQuery(syncState);
  useTeamNews();
  if (!state) return null;
  const { kind, text, advice, action } = syncWords({ ...state, ...endingOf(state.target), ...comingOf(state.target) });
  const Icon = ICONS[kind];
  const lastSyncAt = state.target?.lastSyncAt;
  return (
    <footer className={classes(styles.line, kind === 'trouble' && styles.trouble, kind === 'good' && styles.good)}>
      <Icon size={14} aria-hidden />
      <p className={styles.words}>
        <span role="status">
          <span className={styles.text}>
            {nameOf(state.target)}
            {text}
          </span>
          {advice ? <span> · {advice}</span> : null}
        </span>
        {kind === 'good' && lastSyncAt ? (
          <span>
            {' · '}
            {i18n.t('sync.synced')} <RelativeTime at={lastSyncAt} />
          </span>
        ) : null}
        {action ? ' ' : null}
        {action ? <SyncAction action={action} targetId={state.target?.targetId} /> : null}
      </p>
    </footer>
  );
}

/** Which endpoint is meant, where it is not the team's own. */
const nameOf = (row: SyncStanding['target']): string =>
  row && row.kind !== 'collector' ? `${targetById(row.kind).name}: ` : '';

interface Acting {
  action: NonNullable<SyncWords['action']>;
  targetId: string | undefined;
}

function SyncAction({ action, targetId }: Acting) {
  const { carryOut, busy } = useSend();
  const press = () => {
    if (action === 'tryNow') void carryOut('sync.wake', {});
    else if (targetId !== undefined && (action === 'pause' || action === 'resume'))
      void carryOut('target.pause', { targetId, paused: action === 'pause' });
    else void browser.runtime.openOptionsPage();
  };
  return (
    <button type="button" className={styles.action} aria-disabled={busy || undefined} onClick={press}>
      {i18n.t(`sync.${action}`)}
    </button>
  );
}
