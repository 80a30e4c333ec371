import { X } from 'lucide-react';
import { i18n } from '#i18n';
import { EVENT_TYPES, type EventType } from '../../../lib/domain/events/event.ts';
import type { LogAsked } from '../../../lib/store/ask/log.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useGovernance } from '../gate/useGate.ts';
import styles from './log.module.css';
import { useLogPeople } from './useLogPeople.ts';
import { eventName } from './words.ts';

interface LogFieldsProps {
  asked: LogAsked;
  setAsked(asked: LogAsked): void;
  /** From a time on, backward. */
  setAt(at: string | undefined): void;
  /** Shows everything; undefined where everything is shown. */
  clear: (() => void) | undefined;
}

/** What of the log somebody wants to see: what happened, by whom, in which process, up to which day. */
export function LogFields({ asked, setAsked, setAt, clear }: LogFieldsProps) {
  const processes = useGovernance()?.processes ?? [];
  const people = useLogPeople();
  const any = <option value="">{i18n.t('panel.sieve.any')}</option>;
  return (
    <search className={styles.fields} aria-label={i18n.t('panel.log.filter')}>
      <Field label={i18n.t('panel.log.type')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={asked.type ?? ''}
            onChange={({ target }) => setAsked({ ...asked, type: typeOf(target.value) })}
          >
            {any}
            {EVENT_TYPES.map((type) => (
              <option key={type} value={type}>
                {eventName({ type })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={i18n.t('panel.log.person')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={asked.person ?? ''}
            onChange={({ target }) => setAsked({ ...asked, person: target.value || undefined })}
          >
            {any}
            {people.map(([person, name]) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {processes.length > 0 ? (
        <Field label={i18n.t('panel.gate.choose')}>
          {(wiring) => (
            <Select
              {...wiring}
              value={asked.processId ?? ''}
              onChange={({ target }) => setAsked({ ...asked, processId: target.value || undefined })}
            >
              {any}
              {processes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field label={i18n.t('panel.log.day')}>
        {(wiring) => <TextInput {...wiring} type="date" onChange={({ target }) => setAt(endOfDay(target.value))} />}
      </Field>
      {clear ? (
        <Button size="small" look="quiet" onClick={clear}>
          <X size={14} aria-hidden /> {i18n.t('panel.sieve.clear')}
        </Button>
      ) : null}
    </search>
  );
}

const typeOf = (value: string): EventType | undefined => EVENT_TYPES.find((type) => type === value);

/** The last moment of a day, as the reader has days; undefined where none is named. */
function endOfDay(day: string): string | undefined {
  const end = new Date(`${day}T23:59:59.999`);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}
