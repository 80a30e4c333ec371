import { i18n } from '#i18n';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';

/** As far back as a replay goes. */
export const MOST_DAYS_REPLAYED = 180;
const DAYS = [30, 90, MOST_DAYS_REPLAYED] as const;
const DAY_MS = 86_400_000;

/** So many days ago, as a time (ISO). */
export const since = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** How far back is replayed. */
export const DaysField = ({ days, onDays }: { days: number; onDays(days: number): void }) => (
  <Field label={i18n.t('replay.days')}>
    {(props) => (
      <Select {...props} value={days} onChange={(event) => onDays(Number(event.currentTarget.value))}>
        {DAYS.map((count) => (
          <option key={count} value={count}>
            {i18n.t('replay.last', { count })}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
