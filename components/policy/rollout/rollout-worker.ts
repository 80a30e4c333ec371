/** Reads the record of each process for its roll-out, off the page's thread: a large record takes a second. */

import type { ProblemCategory } from '../../../lib/domain/codes.ts';
import { processOfOutput } from '../../../lib/domain/gate/asked.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { hashedWordsOf } from '../../../lib/domain/reuse/words.ts';
import { MOST_APART, middleApart } from '../../../lib/domain/rollout/apart.ts';
import { learnedIn } from '../../../lib/domain/rollout/copied.ts';
import { type ProcessRecorded, recordedOf } from '../../../lib/domain/rollout/recorded.ts';
import { countedSince } from '../../../lib/store/ask/counted.ts';
import { textsOf } from '../../../lib/store/ask/queries.ts';

export interface RolloutQuestion {
  policy: GovernancePolicy;
  from: string;
}

export interface RolloutRead {
  processId: string;
  recorded: ProcessRecorded;
  /** How far apart answers to its brief are, from 0 to 1; absent where there are not two. */
  apart?: number;
  learned: ProblemCategory[];
}

export type RolloutAnswer = { kind: 'read'; processes: RolloutRead[] } | { kind: 'failed' };

async function read({ policy, from }: RolloutQuestion): Promise<RolloutAnswer> {
  const outputs = (await countedSince(from)).filter(({ trace }) => trace.completedAt >= from);
  const byProcess = Map.groupBy(outputs, (output) => processOfOutput(policy, output)?.id);
  const recorded = recordedOf(outputs, policy);
  const processes = [...recorded].map(async ([processId, one]): Promise<RolloutRead> => {
    const own = byProcess.get(processId) ?? [];
    // Only those with the same standard input can be set beside each other.
    const briefed = own.filter(({ trace }) => trace.brief?.processId === processId).slice(-MOST_APART);
    const texts = await textsOf(briefed.map(({ hash }) => hash));
    const apart = middleApart(texts.map((text) => new Set(hashedWordsOf(text).hashes)));
    return { processId, recorded: one, ...(apart === undefined ? {} : { apart }), learned: learnedIn(own) };
  });
  return { kind: 'read', processes: await Promise.all(processes) };
}

const answer = (said: RolloutAnswer): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<RolloutQuestion>) => {
  read(data).then(answer, (error) => {
    console.error('Countersign could not read the record for a roll-out:', error);
    answer({ kind: 'failed' });
  });
});
