import { useState } from 'react';
import { i18n } from '#i18n';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import {
  costOf,
  MAKES,
  PACES,
  type PolicySwitches,
  SEATS,
  withSwitches,
} from '../../../lib/domain/policy/templates/switches.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from '../policy.module.css';

/** Stands below the figures, word for word. */
const ASSUMED = { minutesEach: 2, defects: 0.02, miss: 0.2 };

interface SwitchesProps {
  policy: GovernancePolicy;
  replace(draft: Json): void;
}

/** Three choices that set review, gate and authority of every process, each with what it means in minutes and risk. */
export function Switches({ policy, replace }: SwitchesProps) {
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<PolicySwitches>({ pace: 'balanced', seat: 'local', make: 'bought' });
  const set = () => {
    replace(JSON.parse(JSON.stringify(withSwitches(policy, chosen))) as Json);
    announce(i18n.t('policyForm.applied'));
  };
  const group = <K extends keyof PolicySwitches>(name: K, values: readonly PolicySwitches[K][]) => (
    <ChoiceGroup
      legend={i18n.t(`policyForm.switch.${name}`)}
      choices={values.map((value) => ({ value, label: i18n.t(`policyForm.set.${value}`) }))}
      chosen={[chosen[name]]}
      onChange={([value]) => (value ? setChosen({ ...chosen, [name]: value }) : undefined)}
    />
  );
  return (
    <Disclosure label={i18n.t('policyForm.switches')}>
      <div className={styles.form}>
        <p className={styles.muted}>{i18n.t('policyForm.switchesIntro')}</p>
        {group('pace', PACES)}
        {group('seat', SEATS)}
        {group('make', MAKES)}
        <ul className={styles.costs}>
          {(policy.processes ?? []).map((process) => {
            const { read, minutes, outgoing } = costOf(process, chosen.pace, ASSUMED);
            return (
              <li key={process.id}>
                {i18n.t('policyForm.cost', {
                  name: process.name,
                  read: counted(100 * read),
                  minutes: counted(minutes),
                  outgoing: shortened(100 * outgoing),
                })}
              </li>
            );
          })}
        </ul>
        <p className={styles.muted}>{i18n.t('policyForm.costAssumed')}</p>
        <div>
          <Button size="small" look="primary" onClick={set}>
            {i18n.t('policyForm.apply')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

const counted = (number: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 }).format(number);
const shortened = (number: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(number);
