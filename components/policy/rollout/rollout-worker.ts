/** Reads the record of each process for its roll-out, off the page's thread: a large record takes a second. */

import type { ProblemCategory } from '../../../lib/domain/codes.ts';
import { type CountedOutput, countedOf } from '../../../lib/domain/figures/counted.ts';
import { FEWEST_PEOPLE } from '../../../lib/domain/figures/groups.ts';
import { dayOf, type Tally } from '../../../lib/domain/figures/tally.ts';
import { countedProcess } from '../../../lib/domain/gate/asked.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { hashedWordsOf } from '../../../lib/domain/reuse/words.ts';
import { MOST_APART, middleApart } from '../../../lib/domain/rollout/apart.ts';
import { learnedIn } from '../../../lib/domain/rollout/copied.ts';
import { dailyOf, type PilotDays } from '../../../lib/domain/rollout/daily.ts';
import { type ProcessRecorded, recordedOf } from '../../../lib/domain/rollout/recorded.ts';
import { type Structured, structureIn } from '../../../lib/domain/rollout/structured.ts';
import { countedSince } from '../../../lib/store/ask/counted.ts';
import { seenLately } from '../../../lib/store/ask/lately.ts';
import { target, textsOf } from '../../../lib/store/ask/queries.ts';
import { talliesSince } from '../../../lib/store/ask/tallies.ts';

export interface RolloutQuestion {
  policy: GovernancePolicy;
  from: string;
}

export interface RolloutRead {
  processId: string;
  recorded: ProcessRecorded;
  /** How far apart answers to its brief are, from 0 to 1; absent where there are not two. */
  apart?: number;
  structure?: Structured;
  /** Day by day, for a pilot. */
  days: PilotDays[];
  learned: ProblemCategory[];
}

export type RolloutAnswer = { kind: 'read'; until: string; processes: RolloutRead[] } | { kind: 'failed' };

/** In an audit nobody reviews yet: what this browser has seen says how texts vary. With their words they are large. */
const MOST_SEEN = 1_000;

async function outputsSince(from: string): Promise<CountedOutput[]> {
  const [counted, seen] = await Promise.all([countedSince(from), seenLately(from, MOST_SEEN)]);
  const known = new Set(counted.map(({ hash }) => hash));
  const others = seen.filter(({ hash }) => !known.has(hash)).map(countedOf);
  return [...counted, ...others].filter(({ trace }) => trace.completedAt >= from);
}

async function read({ policy, from }: RolloutQuestion): Promise<RolloutAnswer> {
  const isAlone = (await target()) === undefined;
  const [outputs, tallies] = await Promise.all([outputsSince(from), talliesSince(dayOf(from), isAlone)]);
  const byProcess = Map.groupBy(outputs, (output) => countedProcess(policy, output)?.id);
  const recorded = recordedOf(outputs, policy, tallies);
  const around = { policy, tallies, fewest: isAlone ? 1 : FEWEST_PEOPLE };
  const processes = (policy.processes ?? []).flatMap((process) => {
    const found = recorded.get(process.id);
    return found ? ofOne(process, found, byProcess.get(process.id) ?? [], around) : [];
  });
  return { kind: 'read', until: new Date().toISOString(), processes: await Promise.all(processes) };
}

interface Around {
  policy: GovernancePolicy;
  tallies: readonly Tally[];
  fewest: number;
}

async function ofOne(
  process: Process,
  recorded: ProcessRecorded,
  outputs: readonly CountedOutput[],
  { policy, tallies, fewest }: Around,
): Promise<RolloutRead> {
  const newest = outputs.toSorted((a, b) => (a.trace.completedAt < b.trace.completedAt ? -1 : 1));
  // Only those with the same standard input can be set beside each other.
  const briefed = newest.filter(({ trace }) => trace.brief?.processId === process.id).slice(-MOST_APART);
  const [alike, some] = await Promise.all([textsAt(briefed), textsAt(newest.slice(-MOST_APART))]);
  const apart = middleApart(alike.map((text) => new Set(hashedWordsOf(text).hashes)));
  const structure = structureIn(some);
  return {
    ...{ processId: process.id, recorded, learned: learnedIn(outputs) },
    days: dailyOf(process, { outputs, tallies, calendar: policy.calendar, fewest }),
    ...(apart === undefined ? {} : { apart }),
    ...(structure ? { structure } : {}),
  };
}

const textsAt = (outputs: readonly CountedOutput[]): Promise<string[]> => textsOf(outputs.map(({ hash }) => hash));

const answer = (said: RolloutAnswer): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<RolloutQuestion>) => {
  read(data).then(answer, (error) => {
    console.error('Countersign could not read the record for a roll-out:', error);
    answer({ kind: 'failed' });
  });
});
