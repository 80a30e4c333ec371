/**
 * Which decisions their makers took back. It is folded before the output is: a decision that was taken back answers nothing,
 * so that what it answered is open again, or stands as an earlier decision left it.
 */
import { type Folded, isSameAuthor, type WithdrawnFolding } from './folding.ts';

export const nothingWithdrawn = (): WithdrawnFolding => ({ made: new Map(), at: new Map() });

/** How a decision is known among those that were taken back. */
export const decisionKey = (source: string, decisionId: string): string => `${source} ${decisionId}`;

type Of = Folded<{ decisionId: string }, unknown>;

/** A decision was made, by whom: only they can take it back. The first of an id counts. */
export function noteDecision({ made }: WithdrawnFolding, { source, authid, data: { facts } }: Of): void {
  const key = decisionKey(source, facts.decisionId);
  if (!made.has(key)) made.set(key, { source, author: authid });
}

/** It was taken back. */
export function withdrawDecision({ made, at }: WithdrawnFolding, event: Folded<{ decisionId: string }>): void {
  const key = decisionKey(event.source, event.data.facts.decisionId);
  const decision = made.get(key);
  if (decision && isSameAuthor(decision, event) && !at.has(key)) at.set(key, event.time);
}
