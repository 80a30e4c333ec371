/** A policy while it is written: plain JSON of which any part can be changed, taken back, and compared with another. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };
/** Steps into a draft: names of fields, and places in lists. */
export type DraftPath = readonly (string | number)[];

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path, or undefined. */
export function readAt(draft: Json | undefined, [first, ...rest]: DraftPath): Json | undefined {
  if (first === undefined) return draft;
  if (Array.isArray(draft)) return typeof first === 'number' ? readAt(draft[first], rest) : undefined;
  return isObject(draft) && Object.hasOwn(draft, first) ? readAt(draft[first], rest) : undefined;
}

/** A draft with something else at a path. Undefined takes the field away, and with it an object that is then empty. */
export function writeAt(
  draft: Json | undefined,
  [first, ...rest]: DraftPath,
  value: Json | undefined,
): Json | undefined {
  if (first === undefined) return value;
  if (typeof first === 'number') {
    const list = Array.isArray(draft) ? [...draft] : [];
    const next = writeAt(list[first], rest, value);
    // A place in a list stays a place: what is taken away there leaves an empty object, not a gap.
    list[first] = next ?? {};
    return list;
  }
  const { [first]: old, ...others } = isObject(draft) ? draft : {};
  const next = writeAt(old, rest, value);
  if (next === undefined) return Object.keys(others).length > 0 ? others : undefined;
  return inOrder(isObject(draft) ? draft : {}, first, next);
}

/** A field stays where it stood, so that the JSON beside the form does not jump. */
const inOrder = (object: JsonObject, name: string, value: Json): JsonObject => ({ ...object, [name]: value });

/** A list with one more at its end. */
export const addedAt = (draft: Json, path: DraftPath, item: Json): Json => {
  const list = readAt(draft, path);
  return writeAt(draft, path, [...(Array.isArray(list) ? list : []), item]) ?? draft;
};

/** A list without the one at a place; without any, the list goes too. */
export const removedAt = (draft: Json, path: DraftPath, at: number): Json => {
  const list = readAt(draft, path);
  const rest = Array.isArray(list) ? list.filter((_, place) => place !== at) : [];
  return writeAt(draft, path, rest.length > 0 ? rest : undefined) ?? draft;
};

/** A list in which two neighbours changed places. */
export const movedAt = (draft: Json, path: DraftPath, at: number, by: -1 | 1): Json => {
  const list = readAt(draft, path);
  if (!Array.isArray(list) || !(at + by in list)) return draft;
  const moved = [...list];
  [moved[at], moved[at + by]] = [moved[at + by] ?? null, moved[at] ?? null];
  return writeAt(draft, path, moved) ?? draft;
};

/** An id that no other in the list has: `process-3`. */
export function freeId(draft: Json, path: DraftPath, word: string): string {
  const list = readAt(draft, path);
  const taken = new Set(Array.isArray(list) ? list.map((item) => (isObject(item) ? item.id : undefined)) : []);
  for (let number = 1; ; number++) if (!taken.has(`${word}-${number}`)) return `${word}-${number}`;
}

/** A field that differs between two policies. */
export interface Difference {
  /** `processes.faq.gate.mode`: things with an id are named by it, so that a new place in a list is no difference. */
  field: string;
  /** As JSON; undefined where the field is not there. */
  before?: string;
  after?: string;
}

/** What differs, field by field, in the order of the one after. */
export function differencesOf(before: Json | undefined, after: Json | undefined): Difference[] {
  const [old, fresh] = [new Map(leaves(before)), new Map(leaves(after))];
  const fields = new Set([...fresh.keys(), ...old.keys()]);
  return [...fields].flatMap((field): Difference[] => {
    const [was, is] = [old.get(field), fresh.get(field)];
    if (was === is) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

/** Every field that has a value, by its name, with the value as JSON. */
export const leaves = (value: Json | undefined): [field: string, json: string][] => below(value, '');

function below(value: Json | undefined, at: string): [field: string, json: string][] {
  const named = (name: string) => (at ? `${at}.${name}` : name);
  if (Array.isArray(value) && value.some(isObject))
    return value.flatMap((item, place) => below(item, named(nameOf(item, place))));
  if (isObject(value)) return Object.entries(value).flatMap(([name, one]) => below(one, named(name)));
  return value === undefined ? [] : [[at, JSON.stringify(value)]];
}

/** What a thing in a list is called: by what no other there has, else by its place. */
function nameOf(item: Json, place: number): string {
  const { id, host, name } = isObject(item) ? item : {};
  return [id, host, name].find((one) => typeof one === 'string' && one !== '')?.toString() ?? String(place + 1);
}

/** The field at a path, by its name: `processes.faq.gate.mode`. */
export function fieldAt(draft: Json, path: DraftPath): string {
  const names = path.map((step, at) =>
    typeof step === 'number' ? nameOf(readAt(draft, path.slice(0, at + 1)) ?? null, step) : step,
  );
  return names.join('.');
}
