import { useEffect, useRef, useState } from 'react';
import { useSend } from '../../sending/useSend.ts';

/** How far long work is. */
interface Reached {
  label: string;
  done: number;
  total: number | undefined;
}

/** Work that takes a while: it tells how far it is, and ends by throwing when `signal` says so. */
export type LongWork = (signal: AbortSignal, told: (reached: Reached) => void) => Promise<void>;

/** More often nobody can read it. */
const EVERY_MS = 80;

/** Runs one piece of long work at a time, and stops it when asked or when the screen goes away. */
export function useLongWork() {
  const { act } = useSend();
  const [reached, setReached] = useState<Reached>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const run = async (work: LongWork) => {
    if (controller.current) return;
    const own = new AbortController();
    controller.current = own;
    let toldAt = 0;
    const tell = (next: Reached) => {
      const now = performance.now();
      if (now - toldAt < EVERY_MS) return;
      toldAt = now;
      setReached(next);
    };
    await act(() => work(own.signal, tell).catch(unlessStopped(own.signal)));
    controller.current = undefined;
    setReached(undefined);
  };
  return { reached, run, stop: () => controller.current?.abort() };
}

/** Work that a person stopped ends by throwing: nothing is wrong then. */
const unlessStopped = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};
