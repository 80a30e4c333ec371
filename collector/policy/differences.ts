/** What differs between two policies, a line a place. */
import canonicalize from 'canonicalize';

const LONGEST_VALUE = 200;

/** `+ place: new`, `- place: old`, `~ place: old -> new`. Lists of things with ids are compared by id, others as a whole. */
export function policyDifferences(before: unknown, after: unknown, place = ''): string[] {
  if (canonicalize(before) === canonicalize(after)) return [];
  if (before === undefined) return [`+ ${place}: ${said(after)}`];
  if (after === undefined) return [`- ${place}: ${said(before)}`];
  const [old, fresh] = [partsOf(before), partsOf(after)];
  if (!old || !fresh) return [`~ ${place}: ${said(before)} -> ${said(after)}`];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) =>
    policyDifferences(old.get(key), fresh.get(key), place ? `${place}.${key}` : key),
  );
}

/** What something consists of, by name: the fields of an object, the members of a list that have ids. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ids = value.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'id' in each ? each.id : undefined,
  );
  if (value.length === 0 || !ids.every((id) => typeof id === 'string') || new Set(ids).size < ids.length)
    return undefined;
  return new Map(value.map((each: unknown, at) => [ids[at] as string, each]));
}

function said(value: unknown): string {
  const text = canonicalize(value) ?? '';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
