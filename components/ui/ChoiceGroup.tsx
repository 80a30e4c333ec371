import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';

interface Choice<T extends string> {
  value: T;
  label: string;
  /** Shown before the label; a tick takes its place in a group of many when chosen. */
  icon?: ReactNode;
  /** More about it, as a tooltip. */
  title?: string;
}

interface ChoiceGroupProps<T extends string> {
  legend: string;
  hint?: string;
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChange(chosen: T[]): void;
  /** How many may be chosen; one makes it a group of radio buttons. */
  most?: number;
}

/** Fixed choices as chips: radio buttons, or boxes to tick where more than one may be chosen. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { legend, hint, choices, chosen, onChange, most = 1 } = props;
  const name = useId();
  const toggle = (value: T) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <div className={styles.choices}>
        {choices.map(({ value, label, icon, title }) => {
          const checked = chosen.includes(value);
          return (
            <label key={value} className={styles.choice} title={title}>
              <input
                type={most === 1 ? 'radio' : 'checkbox'}
                name={name}
                value={value}
                checked={checked}
                disabled={most > 1 && !checked && chosen.length >= most}
                onChange={() => (most === 1 ? onChange([value]) : toggle(value))}
              />
              {most > 1 && checked ? <Check size={14} aria-hidden /> : icon}
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
