/** How far this browser is in a team's log that takes a while to come. */
import type { TargetRow } from '../../lib/store/db.ts';
import { numberText } from '../ui/numbers.ts';

/** So many events come in a breath: below that nobody has to be told that they come. */
const FAR = 1_000;

export function comingOf(target: TargetRow | undefined): { coming?: { done: string; all: string } } {
  const [done, all] = [Number(target?.cursor ?? 0), Number(target?.end ?? 0)];
  if (target?.state !== 'syncing' || all - done < FAR) return {};
  return { coming: { done: numberText(done), all: numberText(all) } };
}
