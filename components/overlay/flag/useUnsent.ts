import { useState } from 'react';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import type { Category } from '../../../lib/domain/codes.ts';
import type { CardRequest } from '../../../lib/page/frame/bus.ts';

/** What was chosen for a report that is not sent yet. */
interface Unsent {
  categories: Category[];
  passages: Passage[];
}

/** By hash, for as long as the page is open: a card that closes, or shows what would be sent, forgets no choice. */
const kept = new Map<string, Unsent>();

/** What was chosen so far, with what is selected now. */
export function useUnsent({ hash, passages }: CardRequest): { unsent: Unsent; put(change: Partial<Unsent>): void } {
  const [unsent, setUnsent] = useState<Unsent>(() => {
    const before = kept.get(hash) ?? { categories: [], passages: [] };
    return { ...before, passages: withPassages(before.passages, passages) };
  });
  const put = (change: Partial<Unsent>) => {
    const next = { ...unsent, ...change };
    kept.set(hash, next);
    setUnsent(next);
  };
  return { unsent, put };
}

/** Forgets what was chosen: it is sent. */
export const forgetUnsent = (hash: string): void => void kept.delete(hash);

/** Most passages of a report. */
const MOST = 20;

/** Passages with further ones; one that lies within another, or holds it, takes its place. */
export function withPassages(before: readonly Passage[], more: readonly Passage[]): Passage[] {
  let passages = [...before];
  for (const passage of more) {
    passages = passages.filter((other) => !overlaps(other, passage));
    passages.push(passage);
  }
  return passages.sort((a, b) => a.selectors[1].start - b.selectors[1].start).slice(0, MOST);
}

const overlaps = ({ selectors: [, a] }: Passage, { selectors: [, b] }: Passage): boolean =>
  a.start < b.end && b.start < a.end;
