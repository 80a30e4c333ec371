/** Reads the record and replays it under the rules of a draft, off the page's thread: a large record takes a second. */
import { FEWEST_PEOPLE } from '../../../lib/domain/figures/groups.ts';
import { dayOf } from '../../../lib/domain/figures/tally.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { probesOf } from '../../../lib/domain/review/probes.ts';
import { processReplay, type ReplayedProcess } from '../../../lib/domain/review/replay/replay-of.ts';
import { countedSince } from '../../../lib/store/ask/counted.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { probeEvents } from '../../../lib/store/ask/review/reviewed.ts';
import { talliesSince } from '../../../lib/store/ask/tallies.ts';

/** What the page asks. `from`: the first day that counts. */
export interface ReplayQuestion {
  policy: GovernancePolicy;
  from: string;
}

export type ReplayAnswer = { kind: 'replayed'; processes: ReplayedProcess[] } | { kind: 'failed' };

async function replay({ policy, from }: ReplayQuestion): Promise<ReplayAnswer> {
  const collector = await target();
  const [outputs, events, tallies] = await Promise.all([
    countedSince(from),
    probeEvents(),
    talliesSince(dayOf(from), collector === undefined),
  ]);
  const probes = probesOf(events, policy);
  const fewest = collector ? FEWEST_PEOPLE : 1;
  return { kind: 'replayed', processes: processReplay(outputs, policy, from, { tallies, probes, fewest }) };
}

const answer = (said: ReplayAnswer): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<ReplayQuestion>) => {
  replay(data).then(answer, (error) => {
    console.error('Countersign could not replay the record:', error);
    answer({ kind: 'failed' });
  });
});
