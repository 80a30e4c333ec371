/** How far a record carries, by kind of text: of which kinds nobody has reviewed one for a while, though they go on. */
import type { CountedOutput } from '../../figures/counted.ts';
import { dayOf, type Tally } from '../../figures/tally.ts';
import { stratumOf, stratumParts } from '../../output/stratum.ts';
import { textsByDay } from '../../rollout/daily.ts';
import { firstLook } from './first-look.ts';

/** A kind of text of which more came after somebody last looked. */
export interface Gap {
  /** The tool as people call it. */
  tool: string;
  model?: string;
  /** When the last one came that was looked at; absent where none was in this time. */
  since?: string;
  /** So many came after that. */
  texts: number;
}

/** Fewer may be what waits for a look. */
const FEWEST_SINCE = 10;
/** What waits is looked at within so many days; what comes later is of a time that the record knows nothing of. */
const LONGEST_WAIT_DAYS = 14;

interface Seen {
  outputs: readonly CountedOutput[];
  /** What browsers counted: texts of which nobody has said anything stand nowhere else. */
  tallies: readonly Tally[];
}

/** All texts of a process: as browsers counted them, or as they stand in the record where that is more. */
export const textsFound = (processId: string, seen: Seen): number =>
  [...textsByDay(processId, seen).values()].reduce((sum, texts) => sum + texts, 0);

/** Those of which the most came first. */
export function gapsIn(processId: string, { outputs, tallies }: Seen): Gap[] {
  const own = tallies.filter(({ stratum }) => stratumParts(stratum)?.process === processId);
  const keyOf = ({ trace }: CountedOutput) => stratumOf(processId, trace.tool, trace.model ?? '');
  const [recorded, counted] = [Map.groupBy(outputs, keyOf), Map.groupBy(own, ({ stratum }) => stratum)];
  const names = new Map(outputs.map(({ trace }) => [trace.tool, trace.toolName]));
  const gaps = [...new Set([...recorded.keys(), ...counted.keys()])].flatMap((key) => {
    const { tool = '', model = '' } = stratumParts(key) ?? {};
    const kind = { tool: names.get(tool) ?? tool, ...(model ? { model } : {}) };
    return gapOf(processId, kind, { outputs: recorded.get(key) ?? [], tallies: counted.get(key) ?? [] });
  });
  return gaps.sort((a, b) => b.texts - a.texts || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ tool, model = '' }: Gap): string => `${tool} ${model}`;

/** By whole days, as texts are counted. */
function gapOf(processId: string, kind: Pick<Gap, 'tool' | 'model'>, seen: Seen): Gap[] {
  const looked = seen.outputs.filter((output) => firstLook(output) !== undefined).map(({ trace }) => trace.completedAt);
  const since = looked.sort().at(-1);
  const after = [...textsByDay(processId, seen)].filter(([day]) => since === undefined || day > dayOf(since));
  const texts = after.reduce((sum, [, count]) => sum + count, 0);
  const newest = after.at(-1)?.[0];
  if (newest === undefined || texts < FEWEST_SINCE) return [];
  if (since === undefined) return [{ ...kind, texts }];
  const days = (Date.parse(newest) - Date.parse(dayOf(since))) / DAY_MS;
  return days > LONGEST_WAIT_DAYS ? [{ ...kind, since, texts }] : [];
}

const DAY_MS = 86_400_000;
