/** How long something takes when some of it is still open: Kaplan and Meier (1958). */

export interface Spell {
  /** How long it took, or how long it is open. */
  length: number;
  /** Whether it has ended. */
  ended: boolean;
}

export interface SurvivalPoint {
  at: number;
  /** The share that takes longer than this. */
  survival: number;
  /** Its standard error, by Greenwood's formula. */
  error: number;
}

/** The curve, a point where something ended. What is open counts as long as it was open, and no longer. */
export function survivalOf(spells: readonly Spell[]): SurvivalPoint[] {
  const sorted = [...spells].sort((a, b) => a.length - b.length);
  const points: SurvivalPoint[] = [];
  let [survival, variance, index] = [1, 0, 0];
  while (index < sorted.length) {
    const at = sorted[index]?.length ?? 0;
    const atRisk = sorted.length - index;
    let ended = 0;
    for (; sorted[index]?.length === at; index++) if (sorted[index]?.ended) ended++;
    if (ended === 0) continue;
    survival *= 1 - ended / atRisk;
    variance += atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended));
    points.push({ at, survival, error: survival * Math.sqrt(variance) });
  }
  return points;
}

/** The time that a share of them takes at most (0.5: the median); undefined while too many are open to say. */
export const timeFor = (points: readonly SurvivalPoint[], share: number): number | undefined =>
  points.find(({ survival }) => survival <= 1 - share + Number.EPSILON)?.at;
