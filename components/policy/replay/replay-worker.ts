/** Reads the record and replays it under the rules of a draft, off the page's thread: a large record takes a second. */
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { processReplay, type ReplayedProcess } from '../../../lib/domain/review/replay/replay-of.ts';
import { countedSince } from '../../../lib/store/ask/counted.ts';

/** What the page asks. `from`: the first day that counts. */
export interface ReplayQuestion {
  policy: GovernancePolicy;
  from: string;
}

export type ReplayAnswer = { kind: 'replayed'; processes: ReplayedProcess[] } | { kind: 'failed' };

async function replay({ policy, from }: ReplayQuestion): Promise<ReplayAnswer> {
  const outputs = await countedSince(from);
  return { kind: 'replayed', processes: processReplay(outputs, policy, from) };
}

const answer = (said: ReplayAnswer): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<ReplayQuestion>) => {
  replay(data).then(answer, (error) => {
    console.error('Countersign could not replay the record:', error);
    answer({ kind: 'failed' });
  });
});
