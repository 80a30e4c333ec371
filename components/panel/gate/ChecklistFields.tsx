import { i18n } from '#i18n';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Checklist.module.css';
import type { Checklist } from './useChecklist.ts';

interface ChecklistFieldsProps {
  checklist: Checklist;
  /** Names of fields that are missing, once somebody tried without them. */
  missing: readonly string[];
}

/** What a process asks of an approver, point by point; what public text asks besides; what a signature means. */
export function ChecklistFields({ checklist, missing }: ChecklistFieldsProps) {
  const { process, isPublic } = checklist;
  const points = process.checklist ?? [];
  return (
    <fieldset className={styles.checklist}>
      <legend className={styles.legend}>{i18n.t('panel.gate.checklist', { process: process.name })}</legend>
      {points.map((point) =>
        point.kind === 'text' ? (
          <Field
            key={point.id}
            label={point.text}
            optional={point.without === 'warn'}
            error={missing.includes(`point-${point.id}`) ? i18n.t('panel.gate.missing') : undefined}
          >
            {(wiring) => (
              <TextArea
                {...wiring}
                name={`point-${point.id}`}
                rows={2}
                maxLength={LONGEST_COMMENT}
                value={checklist.answers[point.id] ?? ''}
                onChange={(event) => checklist.answer(point.id, event.target.value)}
              />
            )}
          </Field>
        ) : (
          <Tick key={point.id} checklist={checklist} point={point} isMissing={missing.includes(`point-${point.id}`)} />
        ),
      )}
      {isPublic ? <EditorialFields checklist={checklist} isMissing={missing.includes('factsChecked')} /> : null}
      {process.risk === 'regulated' ? <Meaning checklist={checklist} isMissing={missing.includes('meaning')} /> : null}
    </fieldset>
  );
}

interface TickProps {
  checklist: Checklist;
  point: { id: string; text: string; without: 'block' | 'warn' };
  isMissing: boolean;
}

const Tick = ({ checklist, point, isMissing }: TickProps) => (
  <label className={styles.tick}>
    <input
      type="checkbox"
      name={`point-${point.id}`}
      aria-invalid={isMissing || undefined}
      checked={checklist.ticked.has(point.id)}
      onChange={(event) => checklist.tick(point.id, event.target.checked)}
    />
    <span>
      {point.text}{' '}
      <span className={isMissing ? styles.missing : styles.kind}>
        {isMissing ? i18n.t('panel.gate.missing') : i18n.t(`panel.gate.without.${point.without}`)}
      </span>
    </span>
  </label>
);

const RECORD = ['factsChecked', 'sourcesOpened', 'changed', 'responsible'] as const;

/** The editorial record (AI Act art. 50(4)): what a person attests. Nothing in it is filled in by us. */
const EditorialFields = ({ checklist, isMissing }: { checklist: Checklist; isMissing: boolean }) => (
  <>
    <p>{i18n.t('panel.gate.editorial.lead')}</p>
    {RECORD.map((field) => (
      <Field
        key={field}
        label={i18n.t(`panel.gate.editorial.${field}`)}
        optional={field === 'sourcesOpened'}
        error={
          isMissing && field !== 'sourcesOpened' && !checklist.editorial[field].trim()
            ? i18n.t('panel.gate.missing')
            : undefined
        }
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            name={field}
            rows={2}
            maxLength={field === 'responsible' ? 200 : LONGEST_COMMENT}
            value={checklist.editorial[field]}
            onChange={(event) => checklist.record(field, event.target.value)}
          />
        )}
      </Field>
    ))}
  </>
);

const MEANINGS = ['review', 'approval', 'responsibility', 'authorship'] as const;

/** What the signature means, in a regulated process (21 CFR 11.50). */
const Meaning = ({ checklist, isMissing }: { checklist: Checklist; isMissing: boolean }) => (
  <Field label={i18n.t('panel.gate.meaning.label')} error={isMissing ? i18n.t('panel.gate.missing') : undefined}>
    {(wiring) => (
      <Select
        {...wiring}
        name="meaning"
        value={checklist.meaning ?? ''}
        onChange={({ target: { value } }) => checklist.mean(MEANINGS.find((one) => one === value))}
      >
        <option value="">{i18n.t('panel.gate.meaning.none')}</option>
        {MEANINGS.map((meaning) => (
          <option key={meaning} value={meaning}>
            {i18n.t(`panel.gate.meaning.${meaning}`)}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
