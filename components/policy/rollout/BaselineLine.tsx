import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { personOf } from '../../../lib/domain/people/own.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { type FrozenBaseline, mayFreeze } from '../../../lib/domain/rollout/baseline.ts';
import { isFreezable, toFreeze } from '../../../lib/domain/rollout/rollout.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { durationText, numberText, shareText } from '../../ui/numbers.ts';
import { dateText } from '../../ui/RelativeTime.tsx';
import styles from '../policy.module.css';
import type { RolloutRead } from './rollout-worker.ts';

interface BaselineLineProps {
  /** The rules in force: a baseline is of them, and not of a draft. */
  inForce: GovernancePolicy | undefined;
  process: Process;
  read: RolloutRead;
  baseline: FrozenBaseline | undefined;
  from: string;
  until: string;
}

const HOUR_MS = 3_600_000;

/** How the process was before its pilot, as it is in the log; in the audit, the way to put it there. */
export function BaselineLine({ inForce, process, read, baseline, from, until }: BaselineLineProps) {
  const known = useLiveQuery(async () => ({ member: await target() }));
  const { carryOut, busy } = useSend();
  const own = inForce?.processes?.find(({ id }) => id === process.id);
  const may =
    known !== undefined &&
    inForce !== undefined &&
    own !== undefined &&
    mayFreeze(personOf(known.member), own, inForce);
  const freeze = () => {
    if (!own || !inForce) return;
    const found = toFreeze(own, read.recorded, read.apart);
    const body = { processId: own.id, baseline: { policyVersion: inForce.version, from, until, ...found } };
    void carryOut('policy.freeze', body, i18n.t('rollout.frozen'));
  };
  return (
    <>
      {baseline ? <p data-baseline>{baselineText(baseline)}</p> : null}
      {may && isFreezable(own, read.recorded) ? (
        <div className={styles.buttons}>
          <Button size="small" busy={busy} onClick={freeze}>
            {i18n.t(baseline ? 'rollout.freezeAgain' : 'rollout.freeze')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function baselineText({ frozenAt, texts, reviewed, defects, medianHours }: FrozenBaseline): string {
  const on = dateText(frozenAt);
  if (reviewed === undefined || defects === undefined)
    return i18n.t('rollout.baselineFew', { on, texts: numberText(texts) });
  const said = i18n.t('rollout.baseline', {
    ...{ on, texts: numberText(texts), reviewed: numberText(reviewed) },
    share: shareText(reviewed === 0 ? 0 : defects / reviewed, 1),
  });
  if (medianHours === undefined) return said;
  return `${said} ${i18n.t('rollout.baselineHours', { hours: durationText(medianHours * HOUR_MS) })}`;
}
