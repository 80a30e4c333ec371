/** What the hash chain of a team's log commits to. Format: docs/collector.md. */
import canonicalize from 'canonicalize';
import type { CountersignEvent } from '../events/event.ts';
import { namesIn, renamed } from '../people/naming.ts';

/** What stands before the first link. */
export const GENESIS = `sha256:${'0'.repeat(64)}`;

/** An event without stamps and content, see `bodyOf`. */
export interface EventBody {
  type: string;
  data: { facts?: unknown };
}

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
  event: EventBody;
  /** Commitments to those whom it names in its facts, in their order; none where it names nobody. */
  named?: readonly string[] | undefined;
  /** Whether the event came without the content that it commits to. */
  bare: boolean;
}

/** What the link of a row is the hash of: its canonical JSON (RFC 8785) with the link before it. */
export function linkText(previous: string, { event, named, ...row }: ChainedRow): string {
  const { team, sequence, recordedAt, author, bare } = row;
  const veiled = named ? renamed(event, (_, at) => named[at] ?? '') : event;
  return canonicalize({ v: 1, team, sequence, previous, recordedAt, author, event: veiled, bare }) ?? '';
}

/**
 * Whether the link of a row can be worked out from it. One that was chained before names could be erased commits to the names
 * themselves: once they are, its link is taken as it stands, if an erasure answers for them.
 */
export const canBeLinked = ({ event, named }: Pick<ChainedRow, 'event' | 'named'>): boolean =>
  named === undefined || named.length > 0 || namesIn(event).length === 0;

/** The part of an event that its sender vouches for and that never changes: without stamps, without content. */
export function bodyOf(event: CountersignEvent): EventBody {
  const { sequence, authid, data, ...attributes } = event;
  const { sealed, ...kept } = data;
  return { ...attributes, data: kept };
}
