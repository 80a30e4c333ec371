/**
 * Two texts as one in which both can be read: what was taken away stands before what came in its place. Rows of tables are
 * held against rows, and cells against cells, so that the text of both is still a table.
 */
import { diffArrays, diffWords } from 'diff';
import type { TextSpan } from '../../lib/domain/output/structure/blocks.ts';

/** A stretch of the merged text. */
export interface MergedPart extends TextSpan {
  kind: 'same' | 'added' | 'removed';
}

interface Merged {
  text: string;
  /** All of the text, in order. */
  parts: MergedPart[];
}

/** Beyond this many changes two texts have little in common, and comparing them would only cost time. */
const MOST_CHANGES = 4_000;
const MOST_CHANGED_LINES = 1_000;
/** Lines that are held against each other, each with each. */
const MOST_PAIRS = 10_000;
/** Share of words by which two lines are taken for one that was changed. */
const ALIKE = 0.4;

class Joined implements Merged {
  text = '';
  readonly parts: MergedPart[] = [];

  put(text: string, kind: MergedPart['kind']): void {
    if (text === '') return;
    const from = this.text.length;
    this.text += text;
    const last = this.parts.at(-1);
    if (last?.kind === kind) last.to = this.text.length;
    else this.parts.push({ kind, from, to: this.text.length });
  }

  /** Begins another line, if one stands there. */
  line(): void {
    if (this.text !== '') this.put('\n', 'same');
  }
}

export function mergedOf(before: string, after: string): Merged {
  const out = new Joined();
  if (before.includes('\t') || after.includes('\t')) mergeLines(before.split('\n'), after.split('\n'), out);
  else mergeWords(before, after, out);
  return out;
}

function mergeWords(before: string, after: string, out: Joined): void {
  const found = diffWords(before, after, { maxEditLength: MOST_CHANGES });
  for (const { value, added, removed } of found ?? []) out.put(value, added ? 'added' : removed ? 'removed' : 'same');
  if (found) return;
  out.put(before, 'removed');
  out.put(after.includes('\n') ? '\n' : ' ', 'same');
  out.put(after, 'added');
}

function mergeLines(before: string[], after: string[], out: Joined): void {
  const hunk: { removed: string[]; added: string[] } = { removed: [], added: [] };
  const flush = () => {
    mergeHunk(hunk.removed, hunk.added, out);
    hunk.removed = [];
    hunk.added = [];
  };
  const found = diffArrays(before, after, { maxEditLength: MOST_CHANGED_LINES });
  if (!found) return mergeHunk(before, after, out);
  for (const { value, added, removed } of found) {
    if (added) hunk.added.push(...value);
    else if (removed) hunk.removed.push(...value);
    else {
      flush();
      for (const line of value) putLine(line, 'same', out);
    }
  }
  flush();
}

function putLine(line: string, kind: MergedPart['kind'], out: Joined): void {
  out.line();
  out.put(line, kind);
}

/** Lines that came in the place of others. */
function mergeHunk(removed: readonly string[], added: readonly string[], out: Joined): void {
  const partners = partnersOf(removed, added);
  let next = 0;
  for (const [at, line] of removed.entries()) {
    const partner = partners[at];
    if (partner === undefined) putLine(line, 'removed', out);
    else {
      for (; next < partner; next++) putLine(added[next] as string, 'added', out);
      mergeLine(line, added[next++] as string, out);
    }
  }
  for (; next < added.length; next++) putLine(added[next] as string, 'added', out);
}

/** For each line that went, which came in its place; in order. */
function partnersOf(removed: readonly string[], added: readonly string[]): (number | undefined)[] {
  if (removed.length === added.length) return removed.map((_, at) => at);
  if (removed.length * added.length > MOST_PAIRS) return [];
  let next = 0;
  return removed.map((line) => {
    const at = added.findIndex((other, place) => place >= next && isAlike(line, other));
    if (at < 0) return undefined;
    next = at + 1;
    return at;
  });
}

function isAlike(one: string, other: string): boolean {
  if (one.includes('\t') !== other.includes('\t')) return false;
  if (one.includes('\t') && firstCell(one) === firstCell(other)) return true;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 0 && shared >= ALIKE * Math.max(words.size, others.size);
}

const firstCell = (row: string): string => row.slice(0, row.indexOf('\t'));
const wordsOf = (line: string): Set<string> => new Set(line.split(/\s+/).filter(Boolean));

function mergeLine(before: string, after: string, out: Joined): void {
  out.line();
  if (!before.includes('\t') && !after.includes('\t')) return mergeWords(before, after, out);
  const [cells, others] = [before.split('\t'), after.split('\t')];
  for (let at = 0; at < Math.max(cells.length, others.length); at++) {
    if (at > 0) out.put('\t', 'same');
    mergeWords(cells[at] ?? '', others[at] ?? '', out);
  }
}
