/** What changed in the months of a chart: whoever reads a step in it should know of new rules and a new model before they look further. */
import { type CountedOutput, countedAt } from './counted.ts';
import { FEWEST_PEOPLE } from './groups.ts';
import { monthOf, monthsUpTo, RANGES } from './months.ts';
import type { Scope } from './view.ts';

/**
 * In that month rules came into force, a model came up that was not there before, the profile of a tool read its pages no more, or
 * a lead had the limits of the chart computed anew.
 */
export interface Change {
  month: string;
  what: 'policy' | 'model' | 'profile' | 'limits';
  name: string;
}

/** A version of the policy, and from when it is in force. */
export interface Published {
  version: string;
  inForceFrom: string;
}

/** A profile of a tool that some browser could read nothing with any more. */
export interface Degraded {
  tool: string;
  toolName: string;
  /** Of the profile. */
  version: string;
  at: string;
}

/** What the log tells of, besides the outputs. */
interface ToldChanges {
  published: readonly Published[];
  degraded: readonly Degraded[];
}

/**
 * By month, the oldest first. A model of a team is named from the month on in which five people had to do with it, a tool once
 * five had to do with it at all.
 */
export function changesIn(
  outputs: readonly CountedOutput[],
  { published, degraded }: ToldChanges,
  { now, scope }: { now: string; scope: Scope },
): Change[] {
  const shown = new Set(monthsUpTo(now, RANGES.year));
  const rules = published
    .filter(({ inForceFrom }) => inForceFrom <= now)
    .map(({ version, inForceFrom }): Change => ({ month: monthOf(inForceFrom), what: 'policy', name: version }));
  const fewest = scope === 'own' ? 1 : FEWEST_PEOPLE;
  return [...rules, ...newModels(outputs, fewest), ...brokenProfiles(outputs, degraded, fewest)]
    .filter(({ month }) => shown.has(month))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** Whether so many people had a part in some outputs; of most, a few outputs say so. */
function isOfMany(outputs: readonly CountedOutput[], fewest: number): boolean {
  const people = new Set<string>();
  return outputs.some((output) => {
    for (const person of countedAt(output).people) people.add(person);
    return people.size >= fewest;
  });
}

/** In the first month that anything is known of, every model is new. */
function newModels(outputs: readonly CountedOutput[], fewest: number): Change[] {
  const firsts = [...Map.groupBy(outputs, ({ trace }) => trace.model ?? '')].flatMap(([model, all]) => {
    const months = [...Map.groupBy(all, ({ trace }) => monthOf(trace.completedAt))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const first = months.find(([, some]) => isOfMany(some, fewest));
    return model !== '' && first ? { month: first[0], what: 'model' as const, name: model } : [];
  });
  const begun = outputs.reduce((least, { trace }) => (trace.completedAt < least ? trace.completedAt : least), '\uffff');
  return firsts.filter(({ month }) => month !== monthOf(begun));
}

/** Each profile in the first month in which it read its pages no more: from then on texts were missed, or read by another one. */
function brokenProfiles(outputs: readonly CountedOutput[], degraded: readonly Degraded[], fewest: number): Change[] {
  if (degraded.length === 0) return [];
  const byTool = Map.groupBy(outputs, ({ trace }) => trace.tool);
  const isKnown = (tool: string) => isOfMany(byTool.get(tool) ?? [], fewest);
  const first = new Map<string, Degraded>();
  for (const one of degraded) {
    const key = `${one.tool} ${one.version}`;
    const known = first.get(key);
    if (!known || one.at < known.at) first.set(key, one);
  }
  const changes = [...first.values()]
    .filter(({ tool }) => isKnown(tool))
    .map(({ toolName, at }): Change => ({ month: monthOf(at), what: 'profile', name: toolName }));
  // Two versions of one profile in the same month are said once.
  return [...new Map(changes.map((one) => [`${one.month} ${one.name}`, one])).values()];
}
