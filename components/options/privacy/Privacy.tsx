import { Lock } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { mask } from '../../../lib/domain/privacy/mask.ts';
import { PERSONAL_KINDS } from '../../../lib/domain/privacy/masks.ts';
import { REDACTED_PARTS, type Redaction } from '../../../lib/domain/privacy/redaction.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../Options.module.css';
import { NamesForm, RegionForm } from './PrivacyForms.tsx';
import { usePrivacy } from './usePrivacy.ts';

/** What personal data is masked before it is recorded, and where. What the policy fixes is shown and cannot be changed. */
export function Privacy() {
  const privacy = usePrivacy();
  if (!privacy) return null;
  const { own, effective, policy, change, undo } = privacy;
  return (
    <section className={styles.card} id="privacy">
      <h2 className={styles.title}>{i18n.t('privacy.title')}</h2>
      <p className={styles.intro}>{i18n.t('privacy.intro')}</p>
      <Choices
        legend={i18n.t('privacy.kinds')}
        values={PERSONAL_KINDS}
        nameOf={(kind) => i18n.t(`privacy.kind.${kind}`)}
        chosen={effective.kinds}
        locked={policy.kinds !== undefined}
        onChange={(kinds) => change({ kinds })}
      />
      <Choices
        legend={i18n.t('privacy.parts')}
        hint={i18n.t('privacy.partsHint')}
        values={REDACTED_PARTS}
        nameOf={(part) => i18n.t(`privacy.part.${part}`)}
        chosen={effective.parts}
        locked={policy.parts !== undefined}
        onChange={(parts) => change({ parts })}
      />
      <NamesForm key={own.names.join('\n')} names={own.names} fromPolicy={policy.names?.length ?? 0} onSave={change} />
      {policy.region ? (
        <Locked legend={i18n.t('privacy.region')} words={policy.region} />
      ) : (
        <RegionForm key={own.region ?? ''} region={own.region ?? ''} onSave={change} />
      )}
      {undo ? (
        <div>
          <Button size="small" onClick={undo}>
            {i18n.t('privacy.undo')}
          </Button>
        </div>
      ) : null}
      <Trial redaction={effective} />
    </section>
  );
}

interface ChoicesProps<T extends string> {
  legend: string;
  hint?: string;
  values: readonly T[];
  nameOf(value: T): string;
  chosen: readonly T[];
  locked: boolean;
  onChange(chosen: T[]): void;
}

function Choices<T extends string>({ values, nameOf, locked, chosen, legend, hint, onChange }: ChoicesProps<T>) {
  if (locked) return <Locked legend={legend} words={chosen.map(nameOf).join(', ')} />;
  return (
    <ChoiceGroup
      legend={legend}
      {...(hint ? { hint } : {})}
      choices={values.map((value) => ({ value, label: nameOf(value) }))}
      chosen={chosen}
      most={values.length}
      onChange={onChange}
    />
  );
}

const Locked = ({ legend, words }: { legend: string; words: string }) => (
  <dl className={styles.facts} data-locked>
    <dt>{legend}</dt>
    <dd>
      {words || i18n.t('privacy.nothing')}
      <br />
      <small>
        <Lock size={12} aria-hidden /> {i18n.t('privacy.locked')}
      </small>
    </dd>
  </dl>
);

/** What would become of a text, at once. */
function Trial({ redaction }: { redaction: Redaction }) {
  const [text, setText] = useState('');
  const masked = text && mask(text, redaction);
  return (
    <>
      <Field label={i18n.t('privacy.try')} hint={i18n.t('privacy.tryHint')}>
        {(wiring) => (
          <TextArea {...wiring} rows={2} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {masked ? (
        <p role="status" data-trial dir="auto">
          {i18n.t('privacy.result')} <strong>{masked}</strong>
        </p>
      ) : null}
    </>
  );
}
