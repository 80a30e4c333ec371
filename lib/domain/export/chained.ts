/** What the hash chain of a team's log commits to. Format: docs/collector.md. */
import canonicalize from 'canonicalize';
import type { CountersignEvent } from '../events/event.ts';

/** What stands before the first link. */
export const GENESIS = `sha256:${'0'.repeat(64)}`;

/** What a link commits to, besides the link before it. */
export interface ChainedRow {
  team: string;
  /** 16 digits. */
  sequence: string;
  /** When the collector took the event, ISO 8601 in UTC with milliseconds. */
  recordedAt: string;
  /** Commitment to the author, see `commitTo`. */
  author: string;
  /** The event without stamps and content, see `bodyOf`. */
  event: object;
  /** Whether the event came without the content that it commits to. */
  bare: boolean;
}

/** What the link of a row is the hash of: its canonical JSON (RFC 8785) with the link before it. */
export function linkText(previous: string, { team, sequence, recordedAt, author, event, bare }: ChainedRow): string {
  return canonicalize({ v: 1, team, sequence, previous, recordedAt, author, event, bare }) ?? '';
}

/** The part of an event that its sender vouches for and that never changes: without stamps, without content. */
export function bodyOf(event: CountersignEvent): Record<string, unknown> {
  const { sequence, authid, data, ...attributes } = event;
  const { sealed, ...kept } = data;
  return { ...attributes, data: kept };
}
