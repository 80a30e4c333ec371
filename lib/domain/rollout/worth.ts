/** Which processes are worth rules of their own: those with enough texts, whose answers are alike enough for one checklist. */
import type { Process } from '../policy/process.ts';

/** Where the rules do not say how many texts in 30 days are enough: one each day. */
const FEWEST_TEXTS = 30;

/** Answers that have nothing to do with each other share a tenth of their words by chance. */
const TOO_FAR = 0.85;

/** `few`: too few texts; `far`: its answers are too far apart for one checklist; `unknown`: how far apart they are is not known. */
type Worth = 'worth' | 'few' | 'far' | 'unknown';

/** Whether a process is worth it, by what the audit found. */
export function worthOf(
  found: { texts: number; apart?: number | undefined },
  { rollout }: Pick<Process, 'rollout'>,
): Worth {
  if (found.texts < (rollout?.texts ?? FEWEST_TEXTS)) return 'few';
  if (found.apart === undefined) return 'unknown';
  return found.apart > TOO_FAR ? 'far' : 'worth';
}
