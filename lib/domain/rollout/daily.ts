/** A pilot day by day: how many texts there were, how many were reviewed, and what was found. Days on which too few decided are told together. */
import type { CountedOutput } from '../figures/counted.ts';
import { dayOf, type Tally } from '../figures/tally.ts';
import { stratumParts } from '../output/stratum.ts';
import { type Calendar, hoursBetween } from '../policy/calendar.ts';
import type { Process } from '../policy/process.ts';
import { firstLook } from '../review/replay/first-look.ts';

/** One day, or several in a row. */
export interface PilotDays {
  from: string;
  to: string;
  texts: number;
  /** Missing where fewer decided than are told of. */
  looks?: { reviewed: number; defects: number; medianHours: number };
}

interface Look {
  by: string;
  defect: boolean;
  hours: number;
}

interface OneDay {
  day: string;
  texts: number;
  looks: Look[];
}

interface Asked {
  outputs: readonly CountedOutput[];
  tallies: readonly Tally[];
  calendar: Calendar | undefined;
  /** From so many people on a figure is told. */
  fewest: number;
}

const isOf = ({ stratum }: Tally, processId: string): boolean => stratumParts(stratum)?.process === processId;

/** How many texts of a process each day had: as browsers counted them, or as they stand in the record where that is more. */
export function textsByDay(
  processId: string,
  { outputs, tallies }: Pick<Asked, 'outputs' | 'tallies'>,
): Map<string, number> {
  const [counted, recorded] = [new Map<string, number>(), new Map<string, number>()];
  for (const tally of tallies)
    if (isOf(tally, processId)) counted.set(tally.day, (counted.get(tally.day) ?? 0) + tally.found);
  for (const { trace } of outputs) {
    const day = dayOf(trace.completedAt);
    recorded.set(day, (recorded.get(day) ?? 0) + 1);
  }
  const days = [...new Set([...counted.keys(), ...recorded.keys()])].sort();
  return new Map(days.map((day) => [day, Math.max(counted.get(day) ?? 0, recorded.get(day) ?? 0)]));
}

/** The days of a process, the oldest first; those without a text and a look are left out. */
export function dailyOf(
  { id: processId, review: { defectFrom } }: Pick<Process, 'id' | 'review'>,
  asked: Asked,
): PilotDays[] {
  const byDay = new Map<string, OneDay>();
  const on = (day: string): OneDay => {
    const found = byDay.get(day) ?? { day, texts: 0, looks: [] };
    byDay.set(day, found);
    return found;
  };
  for (const [day, texts] of textsByDay(processId, asked)) on(day).texts = texts;
  for (const output of asked.outputs) {
    const look = firstLook(output, defectFrom);
    if (!look) continue;
    const { by, defect, at } = look;
    on(dayOf(at)).looks.push({ by, defect, hours: hoursBetween(output.trace.completedAt, at, asked.calendar) });
  }
  const days = [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
  return together(days, asked.fewest).map((group) => told(group, asked.fewest));
}

/** Days on which too few decided go together with the next; what is left at the end, with what is before it. */
function together(days: readonly OneDay[], fewest: number): OneDay[][] {
  const groups: OneDay[][] = [];
  let open: OneDay[] = [];
  for (const day of days) {
    open.push(day);
    if (peopleIn(open) < fewest && peopleIn(open) > 0) continue;
    groups.push(open);
    open = [];
  }
  // Taken from the whole, the last ones would stand alone: they are told with those before, back to a day of enough people.
  while (open.length > 0 && groups.length > 0 && peopleIn(open) < fewest) open = [...(groups.pop() ?? []), ...open];
  return open.length > 0 ? [...groups, open] : groups;
}

const peopleIn = (days: readonly OneDay[]): number =>
  new Set(days.flatMap(({ looks }) => looks.map(({ by }) => by))).size;

function told(days: readonly OneDay[], fewest: number): PilotDays {
  const looks = days.flatMap((day) => day.looks);
  const hours = looks.map((look) => look.hours).sort((a, b) => a - b);
  return {
    ...{ from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' },
    texts: days.reduce((sum, { texts }) => sum + texts, 0),
    ...(looks.length > 0 && peopleIn(days) >= fewest
      ? {
          looks: {
            reviewed: looks.length,
            defects: looks.filter(({ defect }) => defect).length,
            medianHours: hours[hours.length >> 1] ?? 0,
          },
        }
      : {}),
  };
}
