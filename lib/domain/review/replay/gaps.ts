/** How far a record carries, by kind of text: of which kinds nobody has reviewed one for a while, though they go on. */
import type { CountedOutput } from '../../figures/counted.ts';
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
/** What waits is looked at within this; what comes later is of a time that the record knows nothing of. */
const LONGEST_WAIT_MS = 14 * 86_400_000;

/** Those of which the most came first. */
export function gapsIn(outputs: readonly CountedOutput[], from: string): Gap[] {
  const inTime = outputs.filter(({ trace }) => trace.completedAt >= from);
  const kinds = Map.groupBy(inTime, ({ trace: { tool, model = '' } }) => `${tool} ${model}`);
  return [...kinds.values()].flatMap(gapOf).sort((a, b) => b.texts - a.texts || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ tool, model = '' }: Gap): string => `${tool} ${model}`;

function gapOf(outputs: readonly CountedOutput[]): Gap[] {
  const sorted = outputs.toSorted((a, b) => (a.trace.completedAt < b.trace.completedAt ? -1 : 1));
  const at = sorted.findLastIndex((output) => firstLook(output) !== undefined);
  const [last, newest, texts] = [sorted[at]?.trace, sorted.at(-1)?.trace, sorted.length - 1 - at];
  if (!newest || texts < FEWEST_SINCE) return [];
  const kind = { tool: newest.toolName, ...(newest.model ? { model: newest.model } : {}), texts };
  if (!last) return [kind];
  const isLong = Date.parse(newest.completedAt) - Date.parse(last.completedAt) > LONGEST_WAIT_MS;
  return isLong ? [{ ...kind, since: last.completedAt }] : [];
}
