/** How looks at sources, and uses of a text, change an output that is being folded. */
import type { Reuse } from '../reuse/reuse.ts';
import type { CitationCheck } from '../sources/citation.ts';
import { type Folded, isSameAuthor, type OutputFolding } from './folding.ts';

/** A source was looked at. */
export function putCheck(folding: OutputFolding, event: Folded<Omit<CitationCheck, 'source' | 'checkedAt'>>): void {
  folding.checks.push({ ...event.data.facts, source: event.source, checkedAt: event.time });
}

/** The text was put in somewhere else. Only who told of a use may say more of it. */
export function putReuse(folding: OutputFolding, event: Folded<Omit<Reuse, 'source' | 'author' | 'reusedAt'>>): void {
  const { facts } = event.data;
  const before = folding.reuses.get(facts.reuseId);
  if (before && !isSameAuthor(before, event)) return;
  const author = event.authid ? { author: event.authid } : {};
  const reusedAt = before?.reusedAt ?? event.time;
  folding.reuses.set(facts.reuseId, { ...facts, source: event.source, ...author, reusedAt });
}
