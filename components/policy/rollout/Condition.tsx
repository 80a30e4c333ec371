import { CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { i18n } from '#i18n';
import type { ConditionState, RolloutCondition } from '../../../lib/domain/rollout/rollout.ts';
import { durationText, numberText, shareText } from '../../ui/numbers.ts';
import styles from '../policy.module.css';

const ICONS: Readonly<Record<ConditionState, typeof CircleCheck>> = {
  met: CircleCheck,
  missing: CircleDashed,
  unset: CircleHelp,
  few: CircleHelp,
};

const HOUR_MS = 3_600_000;
const TEXTS: Partial<Record<RolloutCondition['of'], (value: number) => string>> = {
  defects: (value) => shareText(value, 1),
  hours: (value) => durationText(value * HOUR_MS),
};

/** One condition: whether it is met, told by a word and not by a colour, and what there is against what is asked. */
export function Condition({ of, state, has, needs }: RolloutCondition) {
  const Icon = ICONS[state];
  const textOf = TEXTS[of] ?? ((value: number) => numberText(value));
  const numbers = has === undefined || needs === undefined ? undefined : { has: textOf(has), needs: textOf(needs) };
  return (
    <li data-condition={of} data-state={state}>
      <Icon size={16} aria-hidden />
      <span>
        <strong>{i18n.t(`rollout.state.${state}`)}</strong> {i18n.t(`rollout.condition.${of}`)}{' '}
        {numbers ? <span className={styles.muted}>{i18n.t('rollout.numbers', numbers)}</span> : null}
      </span>
    </li>
  );
}
