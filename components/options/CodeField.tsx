import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './CodeField.module.css';

interface CodeFieldProps {
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  value: string;
  onChange(value: string): void;
}

/** A field for JSON: in a fixed-width font, from left to right, and not looked through for spelling. */
export const CodeField = ({ label, hint, error, rows, value, onChange }: CodeFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(wiring) => (
      <div className={styles.code} dir="ltr">
        <TextArea
          {...wiring}
          rows={rows}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    )}
  </Field>
);
