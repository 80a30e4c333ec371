/**
 * What a collector writes down of its own acts, in the log of the team that they are about: erasures, exports,
 * retention. Only a collector makes these events; whom they are about stands in their content, never in their facts,
 * so that a name in them can be erased like any other.
 */

/** Most events that one erasure names; a larger one is several. */
export const ERASURE_LIMIT = 500;

/** The `source` of what a collector writes: one for each database, however many collectors work on it. */
export const collectorSource = (collectorId: string): string => `urn:countersign:collector:${collectorId}`;

/** The `subject` of an act: `urn:countersign:<noun>:<id>`. */
export const actSubject = (noun: 'erasure' | 'export' | 'policy' | 'retention' | 'probes', id: string): string =>
  `urn:countersign:${noun}:${id}`;

/** What content was erased for. */
export const ERASURE_REASONS = ['person', 'output', 'retention'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];
