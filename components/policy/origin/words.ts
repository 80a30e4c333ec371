/** Fields and values of the policy in words, and where a value comes from in a sentence. */
import { i18n } from '#i18n';
import type { LayerName, ValueOrigin } from '../../../lib/domain/policy/overlay/origins.ts';
import { fieldAt, type Json, leaves } from '../../../lib/domain/policy/writing/draft.ts';
import { CHOICES } from '../form/choices.ts';
import type { FieldShape } from '../form/fields.ts';
import { fieldPlacedAt } from '../form/shapes.ts';

/** What a record has in a field, as JSON, by the field's name. */
export type JsonAt = (field: string) => string | undefined;

/** A field as the form calls it, after the things that it stands in; one that no form has, by its name in the record. */
export function fieldText(field: string, jsonAt: JsonAt): string {
  const placed = fieldPlacedAt(field);
  if (!placed) return field;
  const things = placed.things.map((thing) => thingText(thing, jsonAt));
  return [...things, i18n.t(`policyForm.label.${placed.shape.name}`)].join(' · ');
}

/** The value of each field of a record. */
export function valuesIn(record: Json | undefined): JsonAt {
  const values = new Map(leaves(record));
  return (field) => values.get(field);
}

/** A place as the check tells it, in lists from one on, as the form calls it. */
export function placeText(place: string, draft: Json): string {
  const steps = place.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) - 1 : step));
  const last = steps.at(-1);
  // One of the lines of a field is told by its number.
  const [path, line] =
    typeof last === 'number' && steps.length > 2 ? [steps.slice(0, -1), ` ${last + 1}`] : [steps, ''];
  const field = fieldAt(draft, path);
  return fieldPlacedAt(field) ? `${fieldText(field, valuesIn(draft))}${line}` : place;
}

const LONGEST_NAME = 40;

/** What a thing in a list calls itself, else its name in the record. */
function thingText(thing: string, jsonAt: JsonAt): string {
  const own = ['name', 'label', 'text', 'measure'].flatMap((one) => jsonAt(`${thing}.${one}`) ?? [])[0];
  const text = own === undefined ? thing.slice(thing.lastIndexOf('.') + 1) : String(JSON.parse(own));
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

/** A value as people read it. */
export function ruleValueText(json: string, shape: FieldShape | undefined): string {
  const value = JSON.parse(json) as Json;
  if (typeof value === 'boolean') return i18n.t(value ? 'policy.isYes' : 'policy.isNo');
  if (Array.isArray(value)) return value.map(String).join(', ') || i18n.t('policyForm.nothing');
  const words = shape?.choices ? Object.entries(CHOICES[shape.choices]) : [];
  const key = words.find(([choice]) => choice === value)?.[1];
  return key ? i18n.t(key) : String(value);
}

const LAYER_KEYS = {
  managed: 'policy.layer.managed',
  collector: 'policy.layer.collector',
  loaded: 'policy.layer.loaded',
  centre: 'policy.layer.centre',
  team: 'policy.layer.team',
} as const satisfies Record<LayerName, string>;
export const layersText = (layers: readonly LayerName[]): string =>
  layers.map((layer) => i18n.t(LAYER_KEYS[layer])).join(', ');

/** What gave way, each with whose it is; empty where nothing did. */
export const overrodeText = ({ overrode }: ValueOrigin, shape: FieldShape | undefined): string =>
  overrode.map(({ layer, value }) => `${ruleValueText(value, shape)} (${i18n.t(LAYER_KEYS[layer])})`).join('; ');
