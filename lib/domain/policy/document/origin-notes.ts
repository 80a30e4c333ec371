/** Beside a value of the document: where it comes from, and in the same words what it took the place of. */
import type { LayerName, Origins } from '../overlay/origins.ts';
import type { InBoth } from '../templates/template.ts';
import { type Json, leaves, writeAt } from '../writing/draft.ts';

/**
 * Says something of a thing of the policy, with where it comes from: `at` is the field of the thing, `fields` those of it that are
 * said. Undefined where nothing is.
 */
export type Note = <T extends object>(
  item: T,
  at: string,
  fields: readonly string[],
  say: (item: T) => string | undefined,
) => string | undefined;

const LAYER_WORDS: Readonly<Record<LayerName, (t: InBoth) => string>> = {
  managed: (t) => t('what is managed in the browsers', 'ciò che l’organizzazione gestisce nei browser'),
  collector: (t) => t('the team’s server', 'il server del team'),
  loaded: (t) => t('what was loaded in this browser', 'ciò che è stato caricato in questo browser'),
  centre: (t) => t('the centre', 'il centro'),
  team: (t) => t('the team', 'il team'),
};
const layerNames = (layers: readonly LayerName[], t: InBoth): string =>
  layers.map((layer) => LAYER_WORDS[layer](t)).join(', ');

/** Where most values come from: said once, and then only of the others. Undefined where no policy is in force. */
export function mostlyFrom(origins: Origins | undefined, t: InBoth): string | undefined {
  const main = mainOf(origins);
  return main && t(`source: ${LAYER_WORDS[main](t)}`, `fonte: ${LAYER_WORDS[main](t)}`);
}

function mainOf(origins: Origins | undefined): LayerName | undefined {
  const counts = new Map<LayerName, number>();
  for (const { from } of Object.values(origins ?? {}))
    for (const layer of from) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

export function noteFrom(origins: Origins | undefined, t: InBoth): Note {
  const main = mainOf(origins);
  return (item, at, fields, say) => {
    const text = say(item);
    if (text === undefined || !origins) return text;
    const note = noteOf(item, { at, fields, say, text, origins, main }, t);
    return note ? `${text}\n(${note})` : text;
  };
}

interface Noted<T> {
  at: string;
  fields: readonly string[];
  say(item: T): string | undefined;
  text: string;
  origins: Origins;
  main: LayerName | undefined;
}

function noteOf<T extends object>(item: T, noted: Noted<T>, t: InBoth): string {
  const { at, fields, origins, main } = noted;
  const said = leaves(item as Json).filter(([name]) =>
    fields.some((field) => name === field || name.startsWith(`${field}.`)),
  );
  const known = said.map(([name, json]) => {
    const origin = origins[at ? `${at}.${name}` : name];
    return origin?.value === json ? { name, ...origin } : undefined;
  });
  if (known.includes(undefined)) return t('not in force yet', 'non ancora in vigore');
  const held = known.flatMap((one) => one ?? []);
  const from = [...new Set(held.flatMap((one) => one.from))];
  const before = beforeOf(item, held, noted, t);
  const whose = layerNames(from, t);
  const instead = before && t(`in the place of: ${before}`, `al posto di: ${before}`);
  const isMain = from.length === 0 || (from.length === 1 && from[0] === main);
  return [isMain && !instead ? '' : t(`source: ${whose}`, `fonte: ${whose}`), instead].filter(Boolean).join('; ');
}

/** What each layer that gave way would have had stand there. */
function beforeOf<T extends object>(
  item: T,
  held: readonly { name: string; overrode: readonly { layer: LayerName; value: string }[] }[],
  { say, text }: Noted<T>,
  t: InBoth,
): string {
  const layers = new Set(held.flatMap(({ overrode }) => overrode.map(({ layer }) => layer)));
  return [...layers]
    .flatMap((layer) => {
      const values = held.flatMap(({ name, overrode }) =>
        overrode.flatMap((one) => (one.layer === layer ? [[name, one.value] as const] : [])),
      );
      const then = values.reduce(
        (one, [name, value]) => writeAt(one as Json, name.split('.'), JSON.parse(value) as Json) as unknown as T,
        item,
      );
      const words = say(then);
      return words === undefined || words === text ? [] : `${words} (${LAYER_WORDS[layer](t)})`;
    })
    .join('; ');
}
