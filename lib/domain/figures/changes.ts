/** What changed in the months of a chart: whoever reads a step in it should know of new rules and a new model before they look further. */
import { type CountedOutput, peopleOf } from './counted.ts';
import { FEWEST_PEOPLE } from './groups.ts';
import { monthOf, monthsUpTo, RANGES } from './months.ts';
import type { Scope } from './view.ts';

/** In that month rules came into force, or a model came up that was not there before. */
export interface Change {
  month: string;
  what: 'policy' | 'model';
  name: string;
}

/** A version of the policy, and from when it is in force. */
export interface Published {
  version: string;
  inForceFrom: string;
}

/** By month, the oldest first. A model of a team is named from the month on in which five people had to do with it. */
export function changesIn(
  outputs: readonly CountedOutput[],
  published: readonly Published[],
  { now, scope }: { now: string; scope: Scope },
): Change[] {
  const shown = new Set(monthsUpTo(now, RANGES.year));
  const rules = published
    .filter(({ inForceFrom }) => inForceFrom <= now)
    .map(({ version, inForceFrom }): Change => ({ month: monthOf(inForceFrom), what: 'policy', name: version }));
  return [...rules, ...newModels(outputs, scope === 'own' ? 1 : FEWEST_PEOPLE)]
    .filter(({ month }) => shown.has(month))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** In the first month that anything is known of, every model is new. */
function newModels(outputs: readonly CountedOutput[], fewest: number): Change[] {
  const firsts = [...Map.groupBy(outputs, ({ trace }) => trace.model ?? '')].flatMap(([model, all]) => {
    const months = [...Map.groupBy(all, ({ trace }) => monthOf(trace.completedAt))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const first = months.find(([, some]) => new Set(some.flatMap(peopleOf)).size >= fewest);
    return model !== '' && first ? { month: first[0], what: 'model' as const, name: model } : [];
  });
  const begun = outputs.reduce((least, { trace }) => (trace.completedAt < least ? trace.completedAt : least), '\uffff');
  return firsts.filter(({ month }) => month !== monthOf(begun));
}
