/** Has the script for formulas injected when one is read without its source: most pages never show one. */
import { findReader } from '../port.ts';

/** A formula is not waited with for longer: then it is read as its text stands. */
const LONGEST_WAIT_MS = 10_000;

let lackedMs: number | undefined;

/** Writes a formula in one line, or asks for the script that can. */
export function linearOf(formula: Element): string {
  const port = findReader();
  if (port && !port.writeFormula && lackedMs === undefined) {
    lackedMs = performance.now();
    port.load('formulas');
  }
  return (port?.writeFormula?.(formula) ?? formula.textContent ?? '').trim();
}

/** Whether a text that was read now may lack formulas which it has a moment later. */
export const lacksFormulas = (): boolean =>
  !findReader()?.writeFormula && lackedMs !== undefined && performance.now() - lackedMs < LONGEST_WAIT_MS;
