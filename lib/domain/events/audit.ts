/**
 * What a collector writes down of its own acts, in the log of the team that they are about: erasures, exports,
 * retention. Only a collector makes these events; whom they are about stands in their content, never in their facts,
 * so that a name in them can be erased like any other.
 */
import * as z from 'zod';

/** Most events that one erasure names; a larger one is several. */
export const ERASURE_LIMIT = 500;

/** The `source` of what a collector writes: one for each database, however many collectors work on it. */
export const collectorSource = (collectorId: string): string => `urn:countersign:collector:${collectorId}`;

/** The `subject` of an act: `urn:countersign:<noun>:<id>`. */
export const actSubject = (noun: 'erasure' | 'export' | 'retention', id: string): string =>
  `urn:countersign:${noun}:${id}`;

/** What content was erased for. */
const ERASURE_REASONS = ['person', 'output', 'retention'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export const erasedFactsSchema = z.strictObject({
  erasureId: z.uuid(),
  reason: z.enum(ERASURE_REASONS),
  /** Whose content is gone: CloudEvents `source` and `id`. */
  events: z.array(z.strictObject({ source: z.string().max(200), id: z.uuid() })).max(ERASURE_LIMIT),
  /** Stands in the place of the author of these events, where the name was erased too. */
  pseudonym: z.string().max(200).optional(),
});

export const exportedFactsSchema = z.strictObject({ exportId: z.uuid() });
export const retentionFactsSchema = z.strictObject({
  changeId: z.uuid(),
  /** Days for which content is kept, counted from when the collector took it; null: for good. */
  days: z.int().min(1).max(36_500).nullable(),
});
/** Whom an act is about. */
export const personContentSchema = z.strictObject({ person: z.string().max(200) });
