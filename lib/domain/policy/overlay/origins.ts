/**
 * Where each value of the policy in force comes from, and what it overrode. Asked of what was laid over each other and of what
 * came of it, field by field: whatever the rules are by which they are put together, what is said here is so.
 */
import * as z from 'zod';
import { LONGEST_ADDRESS, LONGEST_POLICY } from '../../limits.ts';
import { type Json, leaves } from '../writing/draft.ts';

/** What policies come from: the first three to a browser, of which one holds as a whole; the last two to a collector, which lays them over each other. */
const LAYERS = ['managed', 'collector', 'loaded', 'centre', 'team'] as const;
export type LayerName = (typeof LAYERS)[number];

interface Layer {
  name: LayerName;
  /** Null where there is none. */
  policy: object | null;
}

/** A value that another took the place of. */
interface Overridden {
  layer: LayerName;
  /** As JSON. */
  value: string;
}

export interface ValueOrigin {
  /** What holds, as JSON. */
  value: string;
  /** Whose value it is; of what several put together, all of them. */
  from: LayerName[];
  overrode: Overridden[];
}

/** By field, as `differencesOf` names them. */
export type Origins = Readonly<Record<string, ValueOrigin>>;

/** Where the values of a policy come from, of layers in the order in which they count. */
export function originsIn(policy: object, layers: readonly Layer[]): Origins {
  const known = layers.map(({ name, policy: one }) => ({ name, values: new Map(leaves((one ?? undefined) as Json)) }));
  return Object.fromEntries(
    leaves(policy as Json).flatMap(([field, value]): [string, ValueOrigin][] => {
      if (field === 'format') return [];
      const said = known.flatMap(({ name, values }) => {
        const own = values.get(field);
        return own === undefined ? [] : [{ layer: name, value: own }];
      });
      const whose = said.find((one) => one.value === value);
      return [
        [
          field,
          whose
            ? { value, from: [whose.layer], overrode: said.filter((one) => one.value !== value) }
            : { value, from: said.map(({ layer }) => layer), overrode: [] },
        ],
      ];
    }),
  );
}

/** What a collector says of the values that are not just the centre's, signed with the policy. */
export const signedOriginsSchema = z.lazy(() =>
  z.record(
    z.string().max(LONGEST_ADDRESS),
    z.strictObject({
      from: z.array(z.enum(LAYERS)).min(1).max(LAYERS.length),
      overrode: z
        .array(z.strictObject({ layer: z.enum(LAYERS), value: z.string().max(LONGEST_POLICY) }))
        .max(LAYERS.length),
    }),
  ),
);
export type SignedOrigins = z.infer<typeof signedOriginsSchema>;

/** The same without what goes without saying. */
export const toSign = (origins: Origins): SignedOrigins =>
  Object.fromEntries(
    Object.entries(origins).flatMap(([field, { from, overrode }]) =>
      from.length === 1 && from[0] === 'centre' && overrode.length === 0 ? [] : [[field, { from, overrode }]],
    ),
  );

/** The origins in a browser, with what the collector said of its own where its policy is the one that holds. */
export function withSigned(origins: Origins, signed: SignedOrigins | undefined): Origins {
  if (!signed) return origins;
  return Object.fromEntries(
    Object.entries(origins).map(([field, origin]) => {
      const { from = ['centre'], overrode = [] } = Object.hasOwn(signed, field) ? (signed[field] ?? {}) : {};
      return [field, { ...origin, from, overrode: [...overrode, ...origin.overrode] }];
    }),
  );
}
