/** Judges one event by itself, before the database is asked anything. */

import { ACT_REFUSALS } from '../../lib/domain/decision/refused.ts';
import { type CountersignEvent, eventSchema, textIsAtSubject } from '../../lib/domain/events/event.ts';
import { endOfDay, tallySubject } from '../../lib/domain/figures/tally.ts';
import { commitNow, hashOf } from '../chain.ts';

/** Why an event was refused: a code for programs, a sentence for people. Never what the event holds. */
export interface EventRefusal {
  code: RefusalCode;
  detail: string;
}

export const REFUSAL_CODES = [
  'invalid_event',
  'unstorable_text',
  'content_does_not_hold',
  'decision_incomplete',
  'conflict',
  'tally_has_author',
  'day_not_over',
  'time_in_future',
  'unknown_report',
  'unknown_decision',
  'lasts_too_long',
  'is_duplicate',
  'not_declined',
  'disputed_already',
  'unknown_second',
  'given_already',
  'calibration_over',
  'calibrated_already',
  'not_deciding',
  'had_a_part',
  'not_yours',
  ...ACT_REFUSALS,
] as const;
type RefusalCode = (typeof REFUSAL_CODES)[number];

/** An event as it came: readable, or refused. `id` and `source` are echoed, so that a client can tell which. */
export type Judged = { id: string; source: string } & (
  | { event: CountersignEvent; refused?: undefined }
  | { event?: undefined; refused: EventRefusal }
);

/** Longer ids and sources are not echoed: no event that could be stored has them. */
const ECHO_LIMIT = 200;

/** Checks form and commitment. `sequence` and `authid` are the collector's to give, so what a client says is dropped. */
export function judge(raw: unknown): Judged {
  const echoed = { id: echo(raw, 'id'), source: echo(raw, 'source') };
  const parsed = eventSchema.safeParse(unstamped(raw));
  if (!parsed.success) return { ...echoed, refused: { code: 'invalid_event', detail: explain(parsed.error.issues) } };
  const refused = refusalOf(parsed.data) ?? refusalOfTally(parsed.data, raw);
  return refused ? { ...echoed, refused } : { ...echoed, event: parsed.data };
}

function refusalOf(event: CountersignEvent): EventRefusal | undefined {
  if (!isStorable(event))
    return { code: 'unstorable_text', detail: 'A text holds a NUL character or half of a surrogate pair.' };
  const { sealed, commitment } = event.data;
  if (sealed && commitNow(sealed.salt, sealed.content) !== commitment)
    return { code: 'content_does_not_hold', detail: 'The content is not what the commitment says.' };
  if (!textIsAtSubject(event, hashOf))
    return { code: 'content_does_not_hold', detail: 'The text is not the one whose hash the event is about.' };
  return undefined;
}

/** A tally that says whose it is would say it to everybody: it is sent back, not mended. */
function refusalOfTally(event: CountersignEvent, raw: unknown): EventRefusal | undefined {
  if (event.type !== 'countersign.outputs.tallied.v1') return undefined;
  if (Object.hasOwn(Object(raw), 'authid'))
    return { code: 'tally_has_author', detail: 'A tally is nobody’s: it must not say who made it.' };
  const { day } = event.data.facts;
  if (event.subject !== tallySubject(day) || event.time !== endOfDay(day))
    return { code: 'invalid_event', detail: 'The subject and the time of a tally are those of its day.' };
  return undefined;
}

function unstamped(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const { sequence, authid, ...rest } = raw as Record<string, unknown>;
  return rest;
}

function echo(raw: unknown, key: 'id' | 'source'): string {
  if (typeof raw !== 'object' || raw === null) return '';
  const value: unknown = Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' && value.length <= ECHO_LIMIT ? value : '';
}

/** The first thing that is wrong and where. zod's own messages quote keys that a client made up, so only its codes. */
function explain(issues: readonly { code?: string; path: readonly PropertyKey[] }[]): string {
  const [issue] = issues;
  const path = issue?.path.map(String).join('.') || 'event';
  return `The event does not fit its schema at ${path.slice(0, ECHO_LIMIT)} (${issue?.code ?? 'invalid'}).`;
}

/** PostgreSQL's jsonb holds neither NUL nor halves of surrogate pairs; one such event must not fail its whole batch. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorable);
}
