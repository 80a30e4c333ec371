import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { CATEGORIES, SEVERITIES } from '../../../lib/domain/codes.ts';
import { PERSON } from '../../../lib/domain/decision/place-in-line.ts';
import { UNDECIDED } from '../../../lib/domain/decision/queue.ts';
import { QUEUE_ORDERS, type QueueOrder, type Sieve } from '../../../lib/domain/decision/sifted.ts';
import { toolsInLine, valuesInLine } from '../../../lib/store/ask/line.ts';
import { usePersonName } from '../../people/personName.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useMe } from '../handling/useMe.ts';
import styles from './sieve.module.css';
import type { Sieving } from './sieving.ts';

/** A part of the sieve; what is undefined is asked no more. */
type Asked = { [K in keyof Sieve]: Sieve[K] | undefined };

/** A choice and what it is called. */
type Choice = readonly [value: string, label: string];

/** Days for which somebody has waited, from which one may choose. */
const DAYS = [1, 3, 7, 30];
const DUE = ['over', 'soon'] as const;

/** All that an item can be asked to be: of tools and models those that there are. */
export function SieveFields({ processes, sieve, setSieve, order, setOrder }: Sieving) {
  const tools = useLiveQuery(() => toolsInLine()) ?? [];
  const models = useLiveQuery(() => valuesInLine('model')) ?? [];
  const set = (part: Asked) =>
    setSieve(Object.fromEntries(Object.entries({ ...sieve, ...part }).filter(([, value]) => value !== undefined)));
  const severities = SEVERITIES.toReversed();
  return (
    <div className={styles.fields}>
      <OneOf
        label={i18n.t('panel.sieve.order')}
        value={order}
        choices={QUEUE_ORDERS.map((each) => [each, i18n.t(`panel.sieve.orders.${each}`)])}
        onChange={(chosen) =>
          setOrder(QUEUE_ORDERS.find((each) => each === chosen) ?? ('gravest' satisfies QueueOrder))
        }
      />
      <Any
        label={i18n.t('panel.sieve.status')}
        value={sieve.status}
        choices={UNDECIDED.map((status) => [status, i18n.t(`status.${status}`)])}
        onChange={(chosen) => set({ status: UNDECIDED.find((each) => each === chosen) })}
      />
      <Any
        label={i18n.t('panel.sieve.severity')}
        value={sieve.severity}
        choices={severities.map((severity) => [severity, i18n.t(`severity.${severity}`)])}
        onChange={(chosen) => set({ severity: severities.find((each) => each === chosen) })}
      />
      <Any
        label={i18n.t('panel.sieve.category')}
        value={sieve.category}
        choices={CATEGORIES.map((category) => [category, i18n.t(`category.${category}`)])}
        onChange={(chosen) => set({ category: CATEGORIES.find((each) => each === chosen) })}
      />
      <Any label={i18n.t('panel.queue.tool')} value={sieve.tool} choices={tools} onChange={(tool) => set({ tool })} />
      <Any
        label={i18n.t('panel.queue.model')}
        value={sieve.model}
        choices={models.map((model) => [model, model])}
        onChange={(model) => set({ model })}
      />
      <HandledFields sieve={sieve} set={set} />
      <Any
        label={i18n.t('panel.second.title')}
        value={sieve.second}
        choices={SECOND.map((each) => [each, i18n.t(`panel.sieve.second.${each}`)])}
        onChange={(chosen) => set({ second: SECOND.find((each) => each === chosen) })}
      />
      {processes.length > 0 ? <UnderPolicyFields processes={processes} sieve={sieve} set={set} /> : null}
      <Any
        label={i18n.t('panel.sieve.age')}
        value={sieve.olderThanDays?.toString()}
        choices={DAYS.map((days) => [String(days), i18n.t('panel.sieve.days', days)])}
        onChange={(days) => set({ olderThanDays: days === undefined ? undefined : Number(days) })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={sieve.hasCorrection ?? false}
          onChange={(event) => set({ hasCorrection: event.target.checked || undefined })}
        />
        {i18n.t('panel.sieve.hasCorrection')}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={sieve.isDisputed ?? false}
          onChange={(event) => set({ isDisputed: event.target.checked || undefined })}
        />
        {i18n.t('panel.sieve.isDisputed')}
      </label>
    </div>
  );
}

const ASIDE = ['deferred', 'duplicate'] as const;
const SECOND = ['mine', 'differs'] as const;
const NO_PERSON = ['me', 'nobody'] as const;

/** Who has it in hand, and what is not in line. */
function HandledFields({ sieve, set }: Pick<UnderPolicyFieldsProps, 'sieve' | 'set'>) {
  const nameOf = usePersonName();
  const me = useMe();
  const holders = (useLiveQuery(() => valuesInLine('assigned')) ?? []).filter((each) => !me.includes(each));
  const people = holders.map(
    (each): Choice => [`${PERSON}${each}`, each.startsWith('urn:') ? i18n.t('panel.gate.colleague') : nameOf(each)],
  );
  return (
    <>
      <Any
        label={i18n.t('panel.sieve.assigned')}
        value={sieve.assigned}
        choices={[...NO_PERSON.map((who): Choice => [who, i18n.t(`panel.sieve.assignedTo.${who}`)]), ...people]}
        onChange={(assigned) => set({ assigned })}
      />
      <Any
        label={i18n.t('panel.sieve.aside')}
        value={sieve.aside}
        choices={ASIDE.map((aside) => [aside, i18n.t(`panel.sieve.asides.${aside}`)])}
        onChange={(chosen) => set({ aside: ASIDE.find((each) => each === chosen) })}
      />
    </>
  );
}

interface UnderPolicyFieldsProps extends Pick<Sieving, 'processes' | 'sieve'> {
  set(part: Asked): void;
}

/** What only a policy with processes says. */
const UnderPolicyFields = ({ processes, sieve, set }: UnderPolicyFieldsProps) => (
  <>
    <Any
      label={i18n.t('panel.gate.choose')}
      value={sieve.processId}
      choices={processes.map(({ id, name }) => [id, name])}
      onChange={(processId) => set({ processId })}
    />
    <Any
      label={i18n.t('panel.sieve.due')}
      value={sieve.due}
      choices={DUE.map((due) => [due, i18n.t(`panel.sieve.dues.${due}`)])}
      onChange={(chosen) => set({ due: DUE.find((each) => each === chosen) })}
    />
  </>
);

interface OneOfProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange(chosen: string): void;
}

const OneOf = ({ label, value, choices, onChange }: OneOfProps) => (
  <Field label={label}>
    {(wiring) => (
      <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </Select>
    )}
  </Field>
);

interface AnyProps extends Omit<OneOfProps, 'value' | 'onChange'> {
  value: string | undefined;
  onChange(chosen: string | undefined): void;
}

/** One of several, or none of them. */
const Any = ({ value, choices, onChange, ...rest }: AnyProps) => (
  <OneOf
    {...rest}
    value={value ?? ''}
    choices={[['', i18n.t('panel.sieve.any')], ...choices]}
    onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
  />
);
