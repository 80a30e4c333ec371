/** Records as a file: JSON Lines, a header first, then one entry a line. */

import * as z from 'zod';
import { type CountersignEvent, contentHolds, eventSchema } from '../events/event.ts';
import { LONGEST_PERSON } from '../limits.ts';

/** The format, which the header says. */
export const RECORDS_FORMAT = 'countersign.records.v1';

/** The first line: of what, when, from which installation, and whose order and names are in it. */
export const headerSchema = z.lazy(() =>
  z.object({
    format: z.literal(RECORDS_FORMAT),
    exportedAt: z.iso.datetime(),
    source: z.string().max(LONGEST_PERSON),
    team: z.string().max(LONGEST_PERSON).optional(),
  }),
);

/** Why a line of a file is not taken. */
export type LineProblem = 'not_json' | 'not_a_record' | 'content_differs' | 'too_long';
/** What a line is: an event, something that is only for reading, or wrong. */
export type ReadLine =
  | { kind: 'event'; event: CountersignEvent }
  | { kind: 'other' }
  | { kind: 'wrong'; problem: LineProblem };

/** Longer than any record of ours is. */
export const LONGEST_LINE = 4_000_000;
const OTHERS = ['site', 'watch', 'draft', 'endpoint'];

/** Reads a line after the header. An event must be one of ours, with content that is what it commits to. */
export async function readRecord(text: string): Promise<ReadLine> {
  if (text.length > LONGEST_LINE) return { kind: 'wrong', problem: 'too_long' };
  const value = parsed(text);
  if (value === undefined) return { kind: 'wrong', problem: 'not_json' };
  if (OTHERS.some((name) => Object.hasOwn(value, name))) return { kind: 'other' };
  const { success, data } = eventSchema.safeParse((value as { event?: unknown }).event);
  if (!success) return { kind: 'wrong', problem: 'not_a_record' };
  return (await contentHolds(data)) ? { kind: 'event', event: data } : { kind: 'wrong', problem: 'content_differs' };
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
