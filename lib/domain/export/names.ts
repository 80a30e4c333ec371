/** How an exported record names things: by the URNs that the events have. */
import type { Output } from '../output/output.ts';
import type { NameOf } from '../people/name.ts';

/** What stands for the person at this browser, and the words for them. */
export interface People {
  own: string;
  ownName: string;
  /** What those are called whom the collector names. */
  nameOf: NameOf;
}

/** The output by its content address (RFC 6920 would need base64url; ours is the hash that the log has). */
export const namedOutput = ({ hash }: Pick<Output, 'hash'>): string => `urn:countersign:output:${hash}`;

/** Who made something: the installation, and by the collector's word the person. */
export function agentOf(
  made: { source: string; author?: string },
  { own, ownName, nameOf }: People,
): { id: string; name?: string } {
  const name = made.author !== undefined ? nameOf(made.author) : made.source === own ? ownName : undefined;
  return { id: made.source, ...(name ? { name } : {}) };
}
