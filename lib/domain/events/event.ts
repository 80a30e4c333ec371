/**
 * Everything that happens is an event: a CloudEvent (CloudEvents 1.0), append-only, with `subject` the hash of the
 * output it is about (a site's origin, a collector's own acts: their URN). Content is kept beside the event, which holds only a
 * salted commitment to it.
 */
import * as z from 'zod';
import { decisionContentSchema, decisionFactsSchema } from '../decision/decision.ts';
import { newId } from '../ids.ts';
import { commitTo, newSalt } from '../output/hash.ts';
import { hashSchema, outputContentSchema, outputFactsSchema } from '../output/output.ts';
import { storable } from '../output/text.ts';
import { degradedFactsSchema, originSchema } from '../reading/health.ts';
import { reportContentSchema, reportFactsSchema, reportWithdrawnSchema } from '../report/report.ts';
import { reusedFactsSchema } from '../reuse/reuse.ts';
import { citationCheckedSchema } from '../sources/citation.ts';
import { erasedFactsSchema, exportedFactsSchema, personContentSchema, retentionFactsSchema } from './audit.ts';

/** SHA-256 commitment, same form as a content address. */
const commitment = hashSchema;
const salt = z.string().regex(/^[0-9a-f]{32}$/);

const attributes = {
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().regex(/^urn:countersign:installation:[0-9a-f-]{36}$/),
  subject: hashSchema,
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** CloudEvents "sequence" extension: 16 digits, the team's order; stamped by the collector, never by a browser. */
  sequence: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  /** CloudEvents "auth context" extension: who, as the collector knows them; stamped there. */
  authid: z.string().max(200).optional(),
};

/** Attributes of what is about a site: how it is read, and no text of it. */
const ofSite = { ...attributes, subject: originSchema };

/** Attributes of what a collector writes of its own acts, see `audit.ts`. */
const ofCollector = {
  ...attributes,
  source: z.string().regex(/^urn:countersign:collector:[0-9a-f-]{36}$/),
  subject: z.string().regex(/^urn:countersign:(erasure|export|retention):[0-9a-f-]{36}$/),
};

const withContent = <T extends string, F extends z.ZodType, C extends z.ZodType>(
  type: T,
  facts: F,
  content: C,
  own: typeof attributes = attributes,
) =>
  z.strictObject({
    ...own,
    type: z.literal(type),
    data: z.strictObject({
      facts,
      commitment,
      /** Content with its salt; absent once erased. */
      sealed: z.strictObject({ salt, content }).optional(),
    }),
  });

const withoutContent = <T extends string, F extends z.ZodType>(
  type: T,
  facts: F,
  own: typeof attributes = attributes,
) =>
  z.strictObject({
    ...own,
    type: z.literal(type),
    data: z.strictObject({ facts, commitment: z.undefined().optional(), sealed: z.undefined().optional() }),
  });

/** An event as it travels: attributes, facts, and (unless erased) its sealed content. */
export const eventSchema = z.discriminatedUnion('type', [
  withContent('countersign.output.seen.v1', outputFactsSchema, outputContentSchema),
  withContent('countersign.report.made.v1', reportFactsSchema, reportContentSchema),
  withContent('countersign.report.amended.v1', reportFactsSchema, reportContentSchema),
  withoutContent('countersign.report.withdrawn.v1', reportWithdrawnSchema),
  withContent('countersign.decision.made.v1', decisionFactsSchema, decisionContentSchema),
  withoutContent('countersign.citation.checked.v1', citationCheckedSchema),
  withoutContent('countersign.output.reused.v1', reusedFactsSchema),
  withoutContent('countersign.content.erased.v1', erasedFactsSchema, ofCollector),
  withContent('countersign.person.exported.v1', exportedFactsSchema, personContentSchema, ofCollector),
  withoutContent('countersign.retention.changed.v1', retentionFactsSchema, ofCollector),
  withoutContent('countersign.detection.degraded.v1', degradedFactsSchema, ofSite),
]);
export type CountersignEvent = z.infer<typeof eventSchema>;
export type EventType = CountersignEvent['type'];
/** One type's event. */
export type EventOf<T extends EventType> = Extract<CountersignEvent, { type: T }>;
export type FactsOf<T extends EventType> = EventOf<T>['data']['facts'];
export type ContentOf<T extends EventType> =
  NonNullable<EventOf<T>['data']['sealed']> extends { content: infer C } ? C : undefined;

/** Every event type there is. A new type is a line above and a case in `fold.ts`. */
export const EVENT_TYPES = eventSchema.options.map((option) => option.shape.type.value);

/** What deduplicates an event everywhere (CloudEvents: `source` + `id`). */
export const eventKey = (event: { source: string; id: string }): string => `${event.source}|${event.id}`;

/**
 * Whether the content of an event is what it commits to. An event without content (erased, or of a type that has
 * none) holds.
 */
export async function contentHolds(event: CountersignEvent): Promise<boolean> {
  const { sealed, commitment: promised } = event.data;
  if (!sealed) return true;
  try {
    return promised === (await commitTo(sealed.salt, sealed.content));
  } catch (error) {
    // Content that has no canonical form (a lone surrogate) is content that nobody can have committed to.
    console.debug('Countersign: content without a canonical form', error instanceof Error ? error.name : '');
    return false;
  }
}

/** Makes an event of now, with its content sealed. `at` is for replays in tests. */
export async function makeEvent<T extends EventType>(
  type: T,
  source: string,
  subject: string,
  facts: FactsOf<T>,
  content?: ContentOf<T>,
  at: Date = new Date(),
): Promise<CountersignEvent> {
  const body = content === undefined ? {} : await seal(cleaned(content));
  const event = {
    specversion: '1.0',
    id: newId(),
    source,
    type,
    subject,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: { facts: cleaned(facts), ...body },
  };
  return eventSchema.parse(event);
}

/** A page may hold text that no store can: cleaned before it is committed to, or it would be refused for good. */
const cleaned = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? storable(part) : part)) as T;

async function seal(content: unknown) {
  const fresh = newSalt();
  return { commitment: await commitTo(fresh, content), sealed: { salt: fresh, content } };
}
