/**
 * Everything that happens is an event: a CloudEvent (CloudEvents 1.0), append-only, with `subject` the hash of the
 * output it is about (a site's origin, a collector's own acts: their URN). Content is kept beside the event, which holds only a
 * salted commitment to it.
 */
import * as z from 'zod';
import { newId } from '../ids.ts';
import { isAt } from '../output/address.ts';
import { commitTo, newSalt } from '../output/hash.ts';
import { storable } from '../output/text.ts';
import { EVENTS } from './index.ts';

/** An event as it travels: attributes, facts, and (unless erased) its sealed content. */
export const eventSchema = z.lazy(() => z.discriminatedUnion('type', schemasOf(EVENTS)));
export type CountersignEvent = z.infer<typeof eventSchema>;
export type EventType = CountersignEvent['type'];
/** One type's event. */
type EventOf<T extends EventType> = Extract<CountersignEvent, { type: T }>;
export type FactsOf<T extends EventType> = EventOf<T>['data']['facts'];
export type ContentOf<T extends EventType> =
  NonNullable<EventOf<T>['data']['sealed']> extends { content: infer C } ? C : undefined;

/** Every event type there is; each is a file of this folder. */
export const EVENT_TYPES: readonly EventType[] = EVENTS.map(({ type }) => type);

type Registry = readonly [(typeof EVENTS)[number], ...(typeof EVENTS)[number][]];
function schemasOf([first, ...rest]: Registry) {
  return [first.schema, ...rest.map(({ schema }) => schema)] as const;
}

/** The schema of each type: where the type is known, those of the others need not be made. */
const schemaOf = (type: EventType): z.ZodType =>
  EVENTS.find((declared) => declared.type === type)?.schema ?? eventSchema;

/** What deduplicates an event everywhere (CloudEvents: `source` + `id`). */
export const eventKey = (event: { source: string; id: string }): string => `${event.source}|${event.id}`;

/** Whether the text of an event, where it brings one, is the one that its subject is the address of. */
export function textIsAtSubject(event: CountersignEvent, hash?: (text: string) => string): boolean {
  if (event.type !== 'countersign.output.seen.v1' || !event.data.sealed) return true;
  return isAt(event.subject, event.data.sealed.content, hash);
}

/**
 * Whether the content of an event is what it commits to, and its text the one that the event is about. An event without
 * content (erased, or of a type that has none) holds.
 */
export async function contentHolds(event: CountersignEvent): Promise<boolean> {
  const { sealed, commitment: promised } = event.data;
  if (!sealed) return true;
  if (!textIsAtSubject(event)) return false;
  try {
    return promised === (await commitTo(sealed.salt, sealed.content));
  } catch (error) {
    // Content that has no canonical form (a lone surrogate) is content that nobody can have committed to.
    console.debug('Countersign: content without a canonical form', error instanceof Error ? error.name : '');
    return false;
  }
}

/**
 * An event with other attributes, and with more or less in its data. Its type stays as it was: a spread over the union of
 * all types would be compared member by member, which costs the compiler minutes.
 */
export function eventWith(event: CountersignEvent, attributes: object, data: object = event.data): CountersignEvent {
  const whole: object = { ...(event as object), ...attributes, data };
  return whole as CountersignEvent;
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
  return schemaOf(type).parse(event) as CountersignEvent;
}

/** A page may hold text that no store can: cleaned before it is committed to, or it would be refused for good. */
const cleaned = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? storable(part) : part)) as T;

async function seal(content: unknown) {
  const fresh = newSalt();
  return { commitment: await commitTo(fresh, content), sealed: { salt: fresh, content } };
}
