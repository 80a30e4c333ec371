/**
 * The team's time: what ends, and from when rules hold, is judged by the clock of the team's collector, however wrong this computer's
 * is. Nobody has an approval last longer by setting a clock back, and nobody's emergency is refused because theirs is fast.
 */
import type { CollectorPolicy } from '../domain/policy/signed/taken.ts';
import { policyFromCollector } from './items.ts';

/** Clocks that differ by less are right: what a request takes on its way is no error of a clock. */
const RIGHT_ENOUGH_MS = 60_000;

/** By how much this computer's clock is corrected. */
const correctionOf = (kept: Pick<CollectorPolicy, 'aheadMs'> | null): number =>
  kept && Math.abs(kept.aheadMs) >= RIGHT_ENOUGH_MS ? kept.aheadMs : 0;

/** The same, as it is known now. */
export const clockCorrection = async (): Promise<number> => correctionOf(await policyFromCollector.getValue());

/** A moment of this computer's clock, by the team's. */
export const byTeamClock = (localMs: number, correctionMs: number): string =>
  new Date(localMs + correctionMs).toISOString();

/** This moment, by the team's clock. */
export const teamNow = async (): Promise<string> => byTeamClock(Date.now(), await clockCorrection());
