import { i18n } from '#i18n';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { FieldShape } from '../form/fields.ts';
import styles from '../form/form.module.css';
import { layersText, overrodeText, ruleValueText } from './words.ts';

interface ValueSourceProps {
  /** Its name in the policy. */
  field: string;
  shape: FieldShape;
  /** What stands in the draft. */
  value: Json | undefined;
  origins: Origins | undefined;
}

/** Of a field of the form: where its value in force comes from and what it overrode; what is in force where the draft says another. */
export function ValueSource({ field, shape, value, origins }: ValueSourceProps) {
  const origin = origins?.[field];
  if (!origin) return origins && value !== undefined ? <Line field={field} text={i18n.t('policy.origin.new')} /> : null;
  const overrode = overrodeText(origin, shape);
  const said = [
    JSON.stringify(value) === origin.value
      ? undefined
      : i18n.t('policy.origin.now', { value: ruleValueText(origin.value, shape) }),
    i18n.t('policy.origin.from', { source: layersText(origin.from) }),
    overrode ? i18n.t('policy.origin.overrode', { values: overrode }) : undefined,
  ];
  return <Line field={field} text={said.filter(Boolean).join(' ')} />;
}

const Line = ({ field, text }: { field: string; text: string }) => (
  <p className={styles.origin} data-origin={field}>
    {text}
  </p>
);
