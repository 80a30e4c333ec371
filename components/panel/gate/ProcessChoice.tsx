import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { useSend } from '../../sending/useSend.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';

interface ProcessChoiceProps {
  output: Output;
  policy: GovernancePolicy;
  /** The one that holds now. */
  process: Process | undefined;
}

/** In which process a text is made, where the policy leaves it to people to say. */
export function ProcessChoice({ output, policy, process }: ProcessChoiceProps) {
  const { carryOut, busy } = useSend();
  const offered = (policy.processes ?? []).filter(({ id, applies }) => applies.choice || id === process?.id);
  return (
    <Field label={i18n.t('panel.gate.choose')}>
      {(wiring) => (
        <Select
          {...wiring}
          value={process?.id ?? ''}
          disabled={busy}
          onChange={({ target: { value } }) => void carryOut('gate.choose', { hash: output.hash, processId: value })}
        >
          {process ? null : <option value="">{i18n.t('panel.gate.none')}</option>}
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
