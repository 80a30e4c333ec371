import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import { mayBreakGlass } from '../../../lib/domain/gate/gate.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { partiesFor } from '../../../lib/domain/people/authority.ts';
import { glassBrokenIn } from '../../../lib/store/ask/queries.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { useSend } from '../../sending/useSend.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../queue/Queue.module.css';
import type { GateView } from './useGate.ts';
import { WordsForm } from './WordsForm.tsx';
import { partiesText } from './words.ts';

/** What can be chosen; the policy's limit is eight. */
const HOURS = [1, 2, 4] as const;

/** Breaks the glass, for whoever may and stands before a text that is held. */
export function Emergency({ output: { hash }, gate }: { output: Output; gate: GateView }) {
  const { answer, process, policy } = gate;
  const isBroken = useLiveQuery(() => glassBrokenIn(process.id), [process.id]);
  const [hours, setHours] = useState<number>(HOURS[0]);
  const { carryOut, busy } = useSend();
  if (isBroken === undefined || !mayBreakGlass(answer) || !gate.may('bypass').may) return null;
  const people = partiesText(partiesFor(process, 'approve'), policy);
  return (
    <Disclosure label={i18n.t('panel.gate.emergency.title')}>
      <div className={styles.stack} data-emergency>
        <p>{i18n.t('panel.gate.emergency.lead', { people })}</p>
        {isBroken ? (
          <Notice tone="warning">{i18n.t('refusal.glass_broken')}</Notice>
        ) : (
          <WordsForm
            draft={formKey('emergency', hash)}
            label={i18n.t('panel.gate.emergency.reason')}
            act={i18n.t('panel.gate.emergency.act')}
            busy={busy}
            onWords={(words) => carryOut('gate.bypass', { hash, words, hours }, i18n.t('panel.gate.emergency.done'))}
          >
            <Field label={i18n.t('panel.gate.emergency.hours')}>
              {(wiring) => (
                <Select {...wiring} value={hours} onChange={({ target }) => setHours(Number(target.value))}>
                  {HOURS.map((each) => (
                    <option key={each} value={each}>
                      {i18n.t('panel.gate.emergency.forHours', each)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </WordsForm>
        )}
      </div>
    </Disclosure>
  );
}
