/** What the record knows of a process for its roll-out: how much, how varied, how it was reviewed. Without a word of any text. */
import type { CountedOutput } from '../figures/counted.ts';
import type { Tally } from '../figures/tally.ts';
import { countedProcess } from '../gate/asked.ts';
import { type Calendar, hoursBetween } from '../policy/calendar.ts';
import type { GovernancePolicy } from '../policy/policy.ts';
import type { Process } from '../policy/process.ts';
import { firstLook } from '../review/replay/first-look.ts';
import { textsByDay } from './daily.ts';

export interface ProcessRecorded {
  /** Texts of the time: as browsers counted them, or as they stand in the record where that is more. */
  texts: number;
  /** The fewest, the middle and the most on a day that had any. */
  perDay?: readonly [low: number, middle: number, high: number];
  /** The tenth, half and nine tenths of their lengths, in characters; absent where there is none. */
  lengths?: readonly [low: number, middle: number, high: number];
  /** Those that a person has decided on, those in which that found a defect, and how many people decided. */
  reviewed: number;
  defects: number;
  people: number;
  /** Half of them were decided within so many working hours. */
  medianHours?: number;
  /** Passed on, and answered by somebody else within the time of the process's first step. */
  answeredInTime: number;
}

/** Of each process, by its id. Which one a text belongs to is by the rules that are asked about. */
export function recordedOf(
  outputs: readonly CountedOutput[],
  policy: GovernancePolicy,
  tallies: readonly Tally[] = [],
): Map<string, ProcessRecorded> {
  const byProcess = Map.groupBy(outputs, (output) => countedProcess(policy, output)?.id);
  return new Map(
    (policy.processes ?? []).map((process) => [
      process.id,
      ofOne(byProcess.get(process.id) ?? [], process, { calendar: policy.calendar, tallies }),
    ]),
  );
}

interface Around {
  calendar: Calendar | undefined;
  tallies: readonly Tally[];
}

function ofOne(outputs: readonly CountedOutput[], process: Process, { calendar, tallies }: Around): ProcessRecorded {
  const perDay = [...textsByDay(process.id, { outputs, tallies }).values()].sort((a, b) => a - b);
  const lengths = outputs.map(({ trace }) => trace.characters).sort((a, b) => a - b);
  const looks = outputs.flatMap((output) => {
    const look = firstLook(output, process.review.defectFrom);
    return look ? [{ ...look, hours: hoursBetween(output.trace.completedAt, look.at, calendar) }] : [];
  });
  const hours = looks.map((look) => look.hours).sort((a, b) => a - b);
  const passes = outputs.flatMap((output) => passesIn(output, process, calendar));
  return {
    texts: perDay.reduce((sum, texts) => sum + texts, 0),
    ...(perDay.length > 0 ? { perDay: [at(perDay, 0), at(perDay, 0.5), at(perDay, 1)] as const } : {}),
    ...(lengths.length > 0 ? { lengths: [at(lengths, 0.1), at(lengths, 0.5), at(lengths, 0.9)] as const } : {}),
    reviewed: looks.length,
    defects: looks.filter(({ defect }) => defect).length,
    people: new Set(looks.map(({ by }) => by)).size,
    ...(hours.length > 0 ? { medianHours: at(hours, 0.5) } : {}),
    answeredInTime: passes.filter((isInTime) => isInTime).length,
  };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Of each time that it was passed on: whether somebody else answered within the time. Silence is no answer. */
function passesIn({ decisions, inProcess }: CountedOutput, process: Process, calendar?: Calendar): boolean[] {
  const within = process.escalation?.[0]?.escalateAfterHours;
  if (within === undefined) return [];
  const escalated = decisions.filter(({ verdict }) => verdict === 'escalate');
  const passed = [
    ...escalated.map(({ decidedAt, source, author }) => ({ from: decidedAt, by: author ?? source })),
    ...(inProcess?.handoffs ?? [])
      .filter(({ why }) => why === 'handed_off' || why === 'escalated')
      .map(({ madeAt, source, author }) => ({ from: madeAt, by: author ?? source })),
  ];
  return passed.map(({ from, by }) =>
    decisions.some(
      ({ verdict, decidedAt, source, author }) =>
        verdict !== 'escalate' &&
        decidedAt > from &&
        (author ?? source) !== by &&
        hoursBetween(from, decidedAt, calendar) <= within,
    ),
  );
}
