/** Names above the texts of turns: who speaks, where a colleague may take over from the machine. */
import type { ToolProfile } from '../../tools/profile.ts';
import { firstMatches } from '../detect/matches.ts';
import { deepMatches, deepText, holds } from '../ground/tree.ts';
import { type Telling, tellingSelector } from '../learn/telling.ts';
import { tellingName } from '../learn/tokens.ts';

/** A turn with its text. */
interface Said {
  turn: Element;
  region: Element;
}

interface Named {
  /** A selector of the name in a turn. */
  at: string;
  name: string;
}

/** Turns that are told by the name in them. */
interface NamedTurns {
  turn: Telling;
  speaker: NonNullable<ToolProfile['speaker']>;
  /** Nothing of the text is that name. */
  label?: never;
}

/** Each word begins as names do, or in a script that has no capitals; it says no time and no state. */
const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{N}.'’-]{0,30}(?: [\p{Lu}\p{Lo}\p{N}(][\p{L}\p{N}.'’)-]{0,30}){0,3}$/u;
/** Most elements of a turn that are looked at for a name. */
const MOST_LOOKED_AT = 40;

/** The name that stands above the text of each of several turns, in the same place. */
export function nameAbove(turns: readonly Said[]): Named | undefined {
  const [first, ...others] = turns;
  if (!first) return undefined;
  let looked = 0;
  for (const label of deepMatches(first.turn, ':not(button, time, :has(*))')) {
    if (holds(first.region, label) || ++looked > MOST_LOOKED_AT) return undefined;
    const name = deepText(label).trim();
    const at = NAME.test(name) ? tellingName(label) : undefined;
    if (at && [first, ...others].every(({ turn }) => nameAt(turn, at) === name)) return { at, name };
  }
  return undefined;
}

/** What name stands at a place in a turn. */
export function nameAt(turn: Element, at: string): string | undefined {
  const [label] = firstMatches(turn, [at]);
  const name = label ? deepText(label, undefined, 200).trim() : '';
  return NAME.test(name) ? name : undefined;
}

/** Where a colleague has taken over in turns that are built alike: by the name above each answer, which that one's have not. */
export function turnsNamed(
  levels: readonly Element[][],
  exemplars: readonly Said[],
  users: readonly Element[],
  others: readonly Element[],
): NamedTurns | undefined {
  const known = others.length > 0 ? nameAbove(exemplars) : undefined;
  const turn = known && tellingSelector(levels, users);
  if (!turn || others.some((other) => nameAt(other, known.at) === known.name)) return undefined;
  return { turn, speaker: { at: [known.at], says: [known.name] } };
}
