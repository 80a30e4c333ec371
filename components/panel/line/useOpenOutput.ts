import { useState } from 'react';
import type { PackedLine } from '../../../lib/domain/decision/packed-line.ts';

/** Which output is open, and which one comes after it in the line as it stood when the first one was opened. */
export function useOpenOutput(line: PackedLine | undefined) {
  const [open, setOpen] = useState<string>();
  const [left, setLeft] = useState<string>();
  const [before, setBefore] = useState<PackedLine>();
  const show = (hash: string) => {
    setBefore(line);
    setOpen(hash);
  };
  const leave = () => {
    setLeft(open);
    setOpen(undefined);
  };
  /** Opens the next output; false when there is none. */
  const advance = (): boolean => {
    const next = line && nextIn(line, before, open);
    setOpen(next);
    return next !== undefined;
  };
  /** Opens the output so many places further in the line; false at its ends. */
  const step = (by: number): boolean => {
    const at = open === undefined || !line ? -1 : line.indexOf(open);
    const next = at < 0 ? undefined : line?.at(at + by);
    if (next !== undefined) show(next);
    return next !== undefined;
  };
  return { open, left, show, leave, advance, step };
}

/** The next one that stood behind what is open and still waits; else the first that waits. */
function nextIn(line: PackedLine, before: PackedLine | undefined, open: string | undefined): string | undefined {
  const from = open === undefined || !before ? -1 : before.indexOf(open);
  for (let at = from + 1; before && from >= 0; at += 1) {
    const next = before.at(at);
    if (next === undefined) break;
    if (next !== open && line.indexOf(next) >= 0) return next;
  }
  return line.slice(0, 2).find((hash) => hash !== open);
}
