import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { PolicyProblem } from '../../../lib/domain/policy/policy.ts';
import { type DraftPath, fieldAt, type Json, readAt } from '../../../lib/domain/policy/writing/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { policyProblemText } from '../../words/policy.ts';
import { ValueSource } from '../origin/ValueSource.tsx';
import { AddParty } from './AddParty.tsx';
import { CHOICES } from './choices.ts';
import type { FieldShape } from './fields.ts';
import styles from './form.module.css';
import { readTyped, typedOf } from './typed.ts';

/** What the fields share: the draft, how it is changed, what is wrong with it, and where what is in force comes from. */
export interface Filling {
  draft: Json;
  problems: readonly PolicyProblem[];
  /** Of the policy in force; undefined where none is. */
  origins: Origins | undefined;
  write(path: DraftPath, value: Json | undefined): void;
}

/** For those who change more than a field: lists, and the whole. */
export interface Editing extends Filling {
  replace(draft: Json): void;
}

interface FieldInputProps extends Filling {
  field: FieldShape;
  /** Where the object stands that the field belongs to. */
  base: DraftPath;
}

/** Places as the check names them: in lists from one on. */
const placeIn = (path: DraftPath): string => path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');

/** One field with its label, what it does, what is wrong with it, and where its value comes from. */
export function FieldInput({ field, base, draft, problems, origins, write }: FieldInputProps) {
  const path = [...base, ...field.at];
  const place = placeIn(path);
  const wrong = problems.find((problem) => problem.field === place || problem.field.startsWith(`${place}.`));
  const label = i18n.t(`policyForm.label.${field.name}`);
  const error = wrong ? policyProblemText({ ...wrong, field: label }) : undefined;
  const value = readAt(draft, path);
  const origin = <ValueSource field={fieldAt(draft, path)} shape={field} value={value} origins={origins} />;
  if (field.kind === 'tick')
    return <Tick field={field} place={place} value={value} origin={origin} write={(next) => write(path, next)} />;
  return (
    <div data-field={place}>
      <Field label={label} hint={i18n.t(`policyForm.effect.${field.name}`)} error={error}>
        {(wiring) => (
          <Control {...wiring} field={field} value={value} draft={draft} write={(next) => write(path, next)} />
        )}
      </Field>
      {origin}
    </div>
  );
}

interface ControlProps {
  field: FieldShape;
  value: Json | undefined;
  write(value: Json | undefined): void;
}

function Tick({ field, place, value, origin, write }: ControlProps & { place: string; origin: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.tick} data-field={place}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-effect`}
        checked={value === true}
        // What is required stays there as `false`; the check says which are.
        onChange={(event) => write(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{i18n.t(`policyForm.label.${field.name}`)}</label>
        <p id={`${id}-effect`} className={styles.effect}>
          {i18n.t(`policyForm.effect.${field.name}`)}
        </p>
        {origin}
      </div>
    </div>
  );
}

const INPUT_TYPES: Partial<Record<FieldShape['kind'], string>> = {
  day: 'date',
  moment: 'datetime-local',
  clock: 'time',
};
const ROWS: Partial<Record<FieldShape['kind'], number>> = { text: 3, lines: 3, people: 2, numbers: 3 };

function Control({ field, value, write, draft, ...wiring }: ControlProps & { draft: Json; id: string }) {
  const { kind } = field;
  const label = i18n.t(`policyForm.label.${field.name}`);
  const [typed, setTyped] = useTyped(value, field);
  const change = (next: string) => {
    setTyped(next);
    write(readTyped(next, kind) ?? field.empty);
  };
  if (field.choices) return <Chosen {...wiring} choices={field.choices} value={value} write={write} />;
  const rows = ROWS[kind];
  if (rows !== undefined)
    return (
      <>
        <TextArea {...wiring} rows={rows} value={typed} onChange={(event) => change(event.target.value)} />
        {kind === 'people' ? (
          <AddParty
            draft={draft}
            label={label}
            onAdd={(party) => change(typed.trim() ? `${typed.trimEnd()}\n${party}` : party)}
          />
        ) : null}
      </>
    );
  return (
    <>
      <TextInput
        {...wiring}
        type={INPUT_TYPES[kind] ?? 'text'}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        value={typed}
        onChange={(event) => change(event.target.value)}
      />
      {field.isParty ? <AddParty draft={draft} label={label} onAdd={change} /> : null}
    </>
  );
}

/** What is typed stays as it is while it means what stands in the draft; else the draft has changed elsewhere. */
function useTyped(value: Json | undefined, { kind, empty }: FieldShape): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(() => typedOf(value, kind));
  const means = JSON.stringify(readTyped(typed, kind) ?? empty) === JSON.stringify(value);
  return [means ? typed : typedOf(value, kind), setTyped];
}

interface ChosenProps {
  choices: keyof typeof CHOICES;
  value: Json | undefined;
  write(value: Json | undefined): void;
  id: string;
}

function Chosen({ choices, value, write, ...wiring }: ChosenProps) {
  const words = Object.entries(CHOICES[choices]);
  const known = words.some(([choice]) => choice === value);
  return (
    <Select
      {...wiring}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => write(event.target.value || undefined)}
    >
      {known ? null : (
        <option value={typeof value === 'string' ? value : ''}>{typeof value === 'string' ? value : ''}</option>
      )}
      {words.map(([choice, key]) => (
        <option key={choice} value={choice}>
          {i18n.t(key)}
        </option>
      ))}
    </Select>
  );
}
