/** The way from a text as anchors count in it (`normaliseText`) back to the text as it was read. */
import { normaliseText } from '../output/text.ts';

/** A normalised text with, for each of its UTF-16 units, the part of the source that it stands for. */
interface Folded {
  text: string;
  /** Offsets in the source, `ends` exclusive; one entry for each unit of `text`. */
  starts: Int32Array;
  ends: Int32Array;
}

/** A character with the marks that combine with it: what NFC composes. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11FF]*/uy;
/** Below this nothing combines. */
const COMBINING = 0x300;

/** Normalises a text as `normaliseText` does, and keeps account of where each character came from. */
export function fold(source: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length; ) {
    const end = clusterEnd(source, at);
    put(foldCluster(source.slice(at, end)), at, end);
    at = end;
  }
  if (units.at(-1) === ' ') for (const list of [units, starts, ends]) list.pop();
  return { text: units.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };

  function put(folded: string, start: number, end: number): void {
    for (const unit of folded.split('')) {
      if (unit === ' ' && (units.length === 0 || units.at(-1) === ' ')) continue;
      units.push(unit);
      starts.push(start);
      ends.push(end);
    }
  }
}

function clusterEnd(source: string, at: number): number {
  const next = source.charCodeAt(at + 1);
  if (source.charCodeAt(at) < COMBINING && !(next >= COMBINING)) return at + 1;
  CLUSTER.lastIndex = at;
  return CLUSTER.test(source) ? CLUSTER.lastIndex : at + 1;
}

/** White space stays, as one space: `normaliseText` would trim it off. */
function foldCluster(cluster: string): string {
  if (/^\s$/.test(cluster)) return ' ';
  const [first = '', ...marks] = cluster;
  // A mark that stands on white space is a character of its own.
  return /\s/.test(first) ? ` ${normaliseText(marks.join(''))}` : normaliseText(cluster);
}

/** The part of the source that a part of the folded text stands for (UTF-16 offsets, `end` exclusive). */
export function sourceOf({ starts, ends }: Folded, start: number, end: number): { start: number; end: number } {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}
