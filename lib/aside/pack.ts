/** Works out what the record says for the pack of a periodic review, beside the page that shows it. */
import { countedFrom } from '../domain/figures/months.ts';
import { dayOf } from '../domain/figures/tally.ts';
import { stoppedIn } from '../domain/gate/stops.ts';
import { type PackAsked, type PackRead, packRead } from '../domain/policy/periodic/pack.ts';
import { probesOf } from '../domain/review/probes.ts';
import { countedSince } from '../store/ask/counted.ts';
import { frozenBaselines, signedReviews } from '../store/ask/review/periodic.ts';
import { probeEvents } from '../store/ask/review/reviewed.ts';
import { stopEvents } from '../store/ask/stops.ts';
import { talliesSince } from '../store/ask/tallies.ts';

export async function packReadOf(asked: PackAsked): Promise<PackRead> {
  const [outputs, tallies, baselines, stops, signed, probed] = await Promise.all([
    // What waits may have come up before the period began.
    countedSince(countedFrom(asked.until)),
    talliesSince(dayOf(asked.from), asked.scope === 'own'),
    frozenBaselines(),
    stopEvents(),
    signedReviews(),
    probeEvents(),
  ]);
  const probes = probesOf(probed, asked.proposed);
  return packRead(asked, { outputs, tallies, baselines, signed, probes, stopped: stoppedIn(stops) });
}
