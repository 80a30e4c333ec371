/**
 * How an event type is declared: one file a type, in which everything stands that code asks of the type. `index.ts`
 * lists them. `define.ts` knows no type by name.
 */
import * as z from 'zod';
import type { Role } from '../codes.ts';
import type { Foldings } from '../fold/folding.ts';
import { LONGEST_PERSON } from '../limits.ts';
import { hashSchema } from '../output/ids.ts';
import { originSchema } from '../reading/health.ts';

type TypeName = `countersign.${string}.v${number}`;

const INSTALLATION = z.lazy(() => z.string().regex(/^urn:countersign:installation:[0-9a-f-]{36}$/));
const COLLECTOR = z.lazy(() => z.string().regex(/^urn:countersign:collector:[0-9a-f-]{36}$/));

type About = 'output' | 'site' | 'act' | 'clock' | 'person' | 'day' | 'process' | 'metric' | 'review';

/** What an event may be about, with the form of its `subject` and of the `source` that may say it. */
/** One type for all of them: a union of forms would multiply the union of all event types. */
const ABOUT: Record<About, { source: z.ZodType<string>; subject: () => z.ZodType<string> }> = {
  /** An output: the hash of its text. */
  output: { source: INSTALLATION, subject: () => hashSchema },
  /** A site, how it is read: its origin. No text of it. */
  site: { source: INSTALLATION, subject: () => originSchema },
  /** A collector's own act, see `audit.ts`. */
  act: {
    source: COLLECTOR,
    subject: () => z.string().regex(/^urn:countersign:(erasure|export|policy|retention|probes):[0-9a-f-]{36}$/),
  },
  /** An output, said by a collector because a time ran out. */
  clock: { source: COLLECTOR, subject: () => hashSchema },
  /** A day's outputs, counted by a browser under an id that it has for that day alone: nobody is its author. */
  day: {
    source: z.lazy(() => z.string().regex(/^urn:countersign:day:[0-9a-f-]{36}$/)),
    subject: () => z.string().regex(/^urn:countersign:tally:\d{4}-\d{2}-\d{2}$/),
  },
  /** A process of the policy. */
  process: {
    source: INSTALLATION,
    subject: () => z.string().regex(/^urn:countersign:process:[a-z0-9]+(-[a-z0-9]+)*$/),
  },
  /** A metric of the figures. */
  metric: { source: INSTALLATION, subject: () => z.string().regex(/^urn:countersign:metric:[a-z]{1,40}$/) },
  /** A periodic review of the policy. */
  review: { source: INSTALLATION, subject: () => z.string().regex(/^urn:countersign:policy-review:[0-9a-f-]{36}$/) },
  /** A person's own matter: being away, what they learned. */
  person: {
    source: INSTALLATION,
    subject: () => z.string().regex(/^urn:countersign:(delegation|measure):[0-9a-f-]{36}$/),
  },
};

/** The attributes of CloudEvents 1.0 that events have. */
const attributesOf = (about: About) => ({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: ABOUT[about].source,
  subject: ABOUT[about].subject(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** CloudEvents "sequence" extension: 16 digits, the team's order; stamped by the collector, never by a browser. */
  sequence: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  /** CloudEvents "auth context" extension: who, as the collector knows them; stamped there. */
  authid: z.string().max(LONGEST_PERSON).optional(),
});

const salt = z.lazy(() => z.string().regex(/^[0-9a-f]{32}$/));

/** SHA-256 commitment, same form as a content address. */
const commitment = hashSchema;

const withContent = <T extends TypeName, F extends z.ZodType, C extends z.ZodType>(
  type: T,
  about: About,
  facts: F,
  content: C,
) =>
  z.strictObject({
    ...attributesOf(about),
    type: z.literal(type),
    data: z.strictObject({
      facts,
      commitment,
      /** Content with its salt; absent once erased. */
      sealed: z.strictObject({ salt, content }).optional(),
    }),
  });

const withoutContent = <T extends TypeName, F extends z.ZodType>(type: T, about: About, facts: F) =>
  z.strictObject({
    ...attributesOf(about),
    type: z.literal(type),
    data: z.strictObject({ facts, commitment: z.undefined().optional(), sealed: z.undefined().optional() }),
  });

/** What a type says of itself, but for the schemas. `E`: an event of it. */
interface Said<T extends TypeName, N extends string, E> {
  type: T;
  /** What happened, as the documents say it. */
  means: string;
  about: About;
  /** The roles that may hand it in; for what only a collector writes, none. The collector refuses it from others. */
  sentBy: readonly Role[];
  /** Whether a browser notes it by itself: then it goes nowhere before a person says something of the output. */
  quiet: boolean;
  /** Key of its name on screen, in the locales. */
  name: N;
  /** How it changes what is folded. A type that is missing in a fold has no part in it. */
  folds: { [K in keyof Foldings]?: (folding: Foldings[K], event: E) => void };
}

interface Declared<T extends TypeName, N extends string, S extends z.ZodType> extends Omit<Said<T, N, never>, 'folds'> {
  /** The event as it travels: attributes, facts, and (unless erased) its sealed content. Made when one is first checked. */
  schema: z.ZodLazy<S>;
  /** Takes an event of this type into a fold. */
  fold<K extends keyof Foldings>(kind: K, folding: Foldings[K], event: { type: string }): void;
}

function declared<T extends TypeName, N extends string, S extends z.ZodType<{ type: T }>>(
  { folds, ...said }: Said<T, N, z.infer<S>>,
  made: () => S,
): Declared<T, N, S> {
  const isOne = (event: { type: string }): event is z.infer<S> => event.type === said.type;
  return {
    ...said,
    schema: z.lazy(made),
    fold(kind, folding, event) {
      if (isOne(event)) folds[kind]?.(folding, event);
    },
  };
}

type SealedSchema<T extends TypeName, F extends z.ZodType, C extends z.ZodType> = ReturnType<
  typeof withContent<T, F, C>
>;
type BareSchema<T extends TypeName, F extends z.ZodType> = ReturnType<typeof withoutContent<T, F>>;

/** Declares an event type that holds facts only. */
export function defineEvent<const T extends TypeName, const N extends string, F extends z.ZodType>({
  facts,
  ...said
}: Said<T, N, z.infer<BareSchema<T, F>>> & { facts: () => F }): Declared<T, N, BareSchema<T, F>> {
  return declared<T, N, BareSchema<T, F>>(said, () => withoutContent(said.type, said.about, facts()));
}

/** Declares an event type with content: what people or AI wrote, which can be erased while the event stays. */
export function defineEventWithContent<
  const T extends TypeName,
  const N extends string,
  F extends z.ZodType,
  C extends z.ZodType,
>({
  facts,
  content,
  ...said
}: Said<T, N, z.infer<SealedSchema<T, F, C>>> & {
  facts: () => F;
  content: () => C;
}): Declared<T, N, SealedSchema<T, F, C>> {
  return declared<T, N, SealedSchema<T, F, C>>(said, () => withContent(said.type, said.about, facts(), content()));
}
