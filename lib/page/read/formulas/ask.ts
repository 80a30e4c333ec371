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
  const written = (port?.writeFormula?.(formula) ?? formula.textContent ?? '').trim();
  // Nothing is known of how it is drawn: then what it says to who does not see it.
  return (
    written ||
    (formula.closest('[aria-label]') ?? formula.querySelector('[aria-label]'))?.getAttribute('aria-label')?.trim() ||
    ''
  );
}

/** Whether a text that was read now may lack formulas which it has a moment later. */
export const lacksFormulas = (): boolean =>
  !findReader()?.writeFormula && lackedMs !== undefined && performance.now() - lackedMs < LONGEST_WAIT_MS;
