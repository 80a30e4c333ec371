import { i18n } from '#i18n';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { FieldShape } from '../form/fields.ts';
import styles from '../form/form.module.css';
import { fieldPlacedAt } from '../form/shapes.ts';
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
  if (!origins) return null;
  const origin = origins[field];
  if (!origin)
    return value === undefined || isToldAbove(field, origins) ? null : (
      <Line field={field} text={i18n.t('policy.origin.new')} />
    );
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

/** What a thing in a list is called by. */
const NAMES = ['name', 'text', 'measure', 'host'];

/** Of a process or a role that is new as a whole it is said once, at its name. */
function isToldAbove(field: string, origins: Origins): boolean {
  const thing = fieldPlacedAt(field)?.things[0];
  if (thing === undefined || NAMES.some((name) => field === `${thing}.${name}`)) return false;
  return NAMES.every((name) => origins[`${thing}.${name}`] === undefined);
}

const Line = ({ field, text }: { field: string; text: string }) => (
  <p className={styles.origin} data-origin={field}>
    {text}
  </p>
);
