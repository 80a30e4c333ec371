import { useState } from 'react';
import type { Output } from '../../../lib/domain/output/output.ts';

/** Which output is open, and which one comes after it in the line as it stood when the first one was opened. */
export function useOpenOutput(outputs: readonly Output[] | undefined) {
  const [open, setOpen] = useState<string>();
  const [left, setLeft] = useState<string>();
  const [line, setLine] = useState<string[]>([]);
  const show = (hash: string) => {
    setLine((outputs ?? []).map((output) => output.hash));
    setOpen(hash);
  };
  const leave = () => {
    setLeft(open);
    setOpen(undefined);
  };
  /** Opens the next output; false when there is none. */
  const advance = (): boolean => {
    const others = (outputs ?? []).map((output) => output.hash).filter((hash) => hash !== open);
    const behind = open === undefined ? [] : line.slice(line.indexOf(open) + 1);
    const next = behind.find((hash) => others.includes(hash)) ?? others[0];
    setOpen(next);
    return next !== undefined;
  };
  /** Opens the output so many places further in the line; false at its ends. */
  const step = (by: number): boolean => {
    const hashes = (outputs ?? []).map((output) => output.hash);
    const at = open === undefined ? -1 : hashes.indexOf(open);
    const next = at < 0 ? undefined : hashes[at + by];
    if (next !== undefined) show(next);
    return next !== undefined;
  };
  return { open, left, show, leave, advance, step };
}
