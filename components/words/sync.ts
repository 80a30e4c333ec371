import { i18n } from '#i18n';
import type { TargetRow } from '../../lib/store/db.ts';
import type { OutboxMark } from '../../lib/store/rows/event.ts';
import { endpointText } from './endpoint.ts';

export interface SyncStanding {
  target: TargetRow | undefined;
  outbox: { waiting: number; refused: OutboxMark[] };
  /** The day on which the token ends, where that is soon. */
  endsOn?: string;
  /** How much of a team's log is here, and how much there is, while it comes; numbers as the reader writes them. */
  coming?: { done: string; all: string };
}

export interface SyncWords {
  /** Decides the icon. */
  kind: 'off' | 'good' | 'waiting' | 'syncing' | 'paused' | 'trouble';
  text: string;
  /** The last problem and what to do. */
  advice?: string;
  /** What a person can do about it. */
  action?: 'connect' | 'newToken' | 'signIn' | 'tryNow' | 'seeWhy' | 'change' | 'pause' | 'resume';
}

/** How it goes with an endpoint, in plain words. */
export function syncWords({ target, outbox, endsOn, coming }: SyncStanding): SyncWords {
  if (!target) return { kind: 'off', text: i18n.t('sync.notConnected'), action: 'connect' };
  const waiting = outbox.waiting > 0 ? i18n.t('sync.waiting', outbox.waiting) : '';
  if (target.state === 'unauthorised') return { ...stopped(target), ...(waiting ? { advice: waiting } : {}) };
  if (target.state === 'paused') return paused(target, waiting);
  if (target.problem) {
    const advice = endpointText(target.problem);
    return { kind: 'trouble', ...(waiting ? { text: waiting, advice } : { text: advice }), action: 'tryNow' };
  }
  const refused = outbox.refused.length;
  if (refused > 0) return { kind: 'trouble', text: i18n.t('sync.refused', refused), action: 'seeWhy' };
  if (coming) return comingWords(coming, target);
  if (waiting) return { kind: target.state === 'syncing' ? 'syncing' : 'waiting', text: waiting };
  // Nothing is known to be sent or here before the first round has ended.
  if (!target.lastSyncAt) return { kind: 'syncing', text: i18n.t('sync.first') };
  return allSent(endsOn);
}

/** That the token ends soon is said while it still works, so that nobody is stopped by it. */
function allSent(endsOn: string | undefined): SyncWords {
  const advice = endsOn === undefined ? {} : { advice: i18n.t('sync.endsSoon', { date: endsOn }) };
  return { kind: 'good', text: i18n.t('sync.allSent'), ...advice };
}

/** What only a change of the settings mends. */
function stopped({ kind, problem, session, managed }: TargetRow): SyncWords {
  if (kind === 'collector' && (session || managed))
    return { kind: 'trouble', text: endpointText(problem ?? 'session_ended'), action: 'signIn' };
  if (kind === 'collector') return { kind: 'trouble', text: i18n.t('sync.signedOut'), action: 'newToken' };
  return { kind: 'trouble', text: endpointText(problem ?? 'token_refused'), action: 'change' };
}

const paused = ({ managed }: TargetRow, waiting: string): SyncWords => ({
  kind: 'paused',
  text: i18n.t('sync.paused'),
  ...(waiting ? { advice: waiting } : {}),
  ...(managed ? {} : { action: 'resume' }),
});

const comingWords = (coming: { done: string; all: string }, { managed }: TargetRow): SyncWords => ({
  kind: 'syncing',
  text: i18n.t('sync.coming', coming),
  advice: i18n.t('sync.comingMeaning'),
  ...(managed ? {} : { action: 'pause' }),
});
