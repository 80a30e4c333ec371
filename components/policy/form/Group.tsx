import { type DraftPath, readAt } from '../../../lib/domain/policy/writing/draft.ts';
import { FieldInput, type Filling } from './FieldInput.tsx';
import type { FieldShape } from './fields.ts';
import styles from './form.module.css';

interface GroupProps extends Filling {
  title?: string;
  fields: readonly FieldShape[];
  base: DraftPath;
}

/** Fields that belong together. */
export function Group({ title, fields, base, ...filling }: GroupProps) {
  const within = readAt(filling.draft, base);
  const shown = fields.filter(({ when }) => !when || when(within));
  const body = shown.map((field) => <FieldInput key={field.name} field={field} base={base} {...filling} />);
  if (!title) return <div className={styles.fields}>{body}</div>;
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <div className={styles.fields}>{body}</div>
    </fieldset>
  );
}
