import { useState } from 'react';
import { i18n } from '#i18n';
import { partyNames } from '../../../lib/domain/policy/document/process-part.ts';
import type { PolicyRole } from '../../../lib/domain/policy/party.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { inBoth } from '../../../lib/domain/policy/templates/template.ts';
import { REVIEW_MODES } from '../../../lib/domain/review/mode.ts';
import type { ReplayedProcess } from '../../../lib/domain/review/replay/replay-of.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { displayLanguage } from '../../ui/locale.ts';
import { Notice } from '../../ui/Notice.tsx';
import { durationText, numberText, shareText } from '../../ui/numbers.ts';
import { Select } from '../../ui/Select.tsx';
import styles from '../policy.module.css';
import { useReplay } from './useReplay.ts';

const DAYS = [30, 90, 180] as const;
const DAY_MS = 86_400_000;

/** What the record would have looked like under these rules: asked before they are put in force. */
export function WhatIf({ policy }: { policy: GovernancePolicy }) {
  const [days, setDays] = useState<number>(180);
  const { state, run } = useReplay();
  return (
    <div className={styles.form}>
      <p className={styles.muted}>{i18n.t('replay.intro')}</p>
      <Field label={i18n.t('replay.days')}>
        {(props) => (
          <Select {...props} value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {i18n.t('replay.last', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <Button size="small" onClick={() => run(policy, new Date(Date.now() - days * DAY_MS).toISOString())}>
          {i18n.t('replay.run')}
        </Button>
      </div>
      <div role="status" data-replay={state?.kind}>
        {state?.kind === 'running' ? <p>{i18n.t('replay.running')}</p> : null}
        {state?.kind === 'failed' ? <Notice tone="danger">{i18n.t('replay.failed')}</Notice> : null}
        {state?.kind === 'replayed' && state.processes.length === 0 ? <p>{i18n.t('replay.noProcess')}</p> : null}
        {state?.kind === 'replayed'
          ? state.processes.map((process) => (
              <OneProcess key={process.processId} {...process} roles={policy.roles ?? []} />
            ))
          : null}
      </div>
    </div>
  );
}

interface OneProcessProps extends ReplayedProcess {
  roles: readonly PolicyRole[];
}

function OneProcess({ name, replay, asked: whom, checklist, roles }: OneProcessProps) {
  const { carries, asked, saved, slipped, share, outgoing, hours, modes } = replay;
  const { texts, reviewed, from, until } = carries;
  return (
    <section>
      <h3>{name}</h3>
      {from && until ? (
        <p className={styles.muted}>
          {i18n.t('replay.carries', { texts, reviewed, from: dayOf(from), until: dayOf(until) })}
        </p>
      ) : (
        <p>{i18n.t('replay.nothing', { texts })}</p>
      )}
      {reviewed > 0 ? (
        <ul>
          <li>{i18n.t('replay.asked', { asked, saved, reviewed })}</li>
          <li>
            {i18n.t('replay.whom', {
              whom: partyNames(whom, roles, inBoth(i18n.t('common.language') === 'it' ? 'it' : 'en')),
            })}
          </li>
          <li>
            {share
              ? i18n.t('replay.slipped', { slipped, saved, low: shareText(share[0], 1), high: shareText(share[1], 1) })
              : i18n.t('replay.noneSlipped')}
          </li>
          <li>{i18n.t('replay.outgoing', { outgoing: numberText(outgoing, 1) })}</li>
          {hours ? (
            <li>{i18n.t('replay.hours', { was: hoursText(hours.was), would: hoursText(hours.would) })}</li>
          ) : null}
          {checklist ? <li>{i18n.t('replay.checklist', checklist)}</li> : null}
          <li>{i18n.t('replay.modes', { list: modesText(modes) })}</li>
        </ul>
      ) : null}
    </section>
  );
}

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(displayLanguage(), { dateStyle: 'medium' }).format(new Date(at));

const HOUR_MS = 3_600_000;
const hoursText = (hours: number): string => durationText(hours * HOUR_MS);

/** How many kinds of text ended in which mode; of those in which none did, nothing. */
const modesText = (modes: ReplayedProcess['replay']['modes']): string =>
  REVIEW_MODES.flatMap((mode) => (modes[mode] > 0 ? `${i18n.t(`replay.mode.${mode}`)} ${modes[mode]}` : [])).join(', ');
