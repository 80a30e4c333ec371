import { useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import { partyNames } from '../../../lib/domain/policy/document/process-part.ts';
import type { Person } from '../../../lib/domain/policy/party.ts';
import { maySign, signersOf } from '../../../lib/domain/policy/periodic/due.ts';
import { REVIEW_OUTCOMES, type SignOff } from '../../../lib/domain/policy/periodic/sign-off.ts';
import { inBoth } from '../../../lib/domain/policy/templates/template.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../policy.module.css';
import type { MadePack } from './usePack.ts';

interface SignOffFormProps {
  made: MadePack;
  person: Person;
}

/** What comes of the review, signed by whoever the rules name; everybody else reads who that is. */
export function SignOffForm({ made: { pack, hash }, person }: SignOffFormProps) {
  const { policy, from, until } = pack;
  const { carryOut, busy } = useSend();
  const [outcome, setOutcome] = useState<SignOff['outcome'] | undefined>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  if (!maySign(person, policy)) {
    const t = inBoth(i18n.t('common.language') === 'it' ? 'it' : 'en');
    const who = partyNames(signersOf(policy), policy.roles ?? [], t);
    return (
      <div data-sign-off="not-yours">
        <Notice>
          <p>{i18n.t('periodic.notYours', { who })}</p>
        </Notice>
      </div>
    );
  }
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!outcome) return;
    const signOff = { policyVersion: policy.version, from, until, outcome, pack: hash };
    void carryOut('policy.sign', { signOff, ...(note.trim() ? { note: note.trim() } : {}) }, i18n.t('periodic.signed'));
  };
  return (
    <form className={styles.form} data-sign-off="open" noValidate onSubmit={submit}>
      <h3>{i18n.t('periodic.sign')}</h3>
      <ChoiceGroup
        legend={i18n.t('periodic.outcome')}
        choices={REVIEW_OUTCOMES.map((value) => ({ value, label: i18n.t(`periodic.outcomes.${value}`) }))}
        chosen={outcome ? [outcome] : []}
        onChange={([next]) => setOutcome(next)}
      />
      {tried && !outcome ? <p className={styles.error}>{i18n.t('periodic.outcomeMissing')}</p> : null}
      <Field label={i18n.t('periodic.note')} hint={i18n.t('periodic.noteHint')} optional>
        {(wiring) => (
          <TextArea
            {...wiring}
            maxLength={LONGEST_COMMENT}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t('periodic.signNow')}
        </Button>
      </div>
    </form>
  );
}
