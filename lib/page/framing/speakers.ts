/** Names above the texts of turns: who speaks, where a colleague may take over from the machine. */
import type { ToolProfile } from '../../tools/profile.ts';
import { firstMatches } from '../detect/matches.ts';
import { speakerOf } from '../detect/turns.ts';
import { aroundIt, deepMatches, deepText, holds } from '../ground/tree.ts';
import { isAlike } from '../grow/redrawn.ts';
import { labelsAi } from '../learn/names.ts';
import { type Telling, tellingSelector } from '../learn/telling.ts';
import { pathsTo, sharedTokens, tellingName } from '../learn/tokens.ts';
import { spoken } from './region.ts';

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

/** Whether another name than that of the answers stands above a turn's text. */
export function isOtherSpeaker(turn: Element, answers: readonly (Said & { hasGrown: boolean })[]): boolean {
  const known = nameAbove(answers);
  if (!known || answers.some((seen) => holds(turn, seen.turn))) return false;
  const name = nameAt(turn, known.at);
  if (!name || name === known.name) return false;
  return answers.every(({ hasGrown }) => hasGrown) || (labelsAi(known.name) && !labelsAi(name));
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
  if (!turn) return undefined;
  if (others.some((other) => nameAt(other, known.at) === known.name || isInTurn(other, exemplars))) return undefined;
  return { turn, speaker: { at: [known.at], says: [known.name] } };
}

const isInTurn = (element: Element, exemplars: readonly Said[]): boolean =>
  exemplars.some(({ turn }) => turn !== element && holds(turn, element));

/** Turns in which a label says who speaks, or right before which one does. */
interface Labelled {
  turn: Telling;
  speaker: NonNullable<ToolProfile['speaker']>;
  /** A selector of that label, where it stands in the text. */
  label?: string;
}

/** Where turns are built alike: the label that says who speaks, in them or before them. */
export const speakerFor = (exemplars: readonly Said[], prompts: readonly Said[]): Labelled | undefined =>
  speakerIn(
    exemplars,
    prompts.map(({ turn }) => turn),
  ) ?? speakerBefore(exemplars, prompts);

function speakerIn(exemplars: readonly Said[], users: readonly Element[]): Labelled | undefined {
  const [first] = exemplars;
  if (!first || users.length === 0) return undefined;
  const turns = exemplars.map(({ turn }) => turn);
  const turn = tellingSelector([[...turns, ...users]], []);
  if (!turn) return undefined;
  const labels = [...first.turn.querySelectorAll('*')].filter((inner) => isSpeaking(inner, first.region));
  for (const label of labels)
    for (const at of pathsTo(label, first.turn)) {
      const speaker = saidAt({ at: [at] }, turns, users);
      if (speaker)
        return {
          turn: { ...turn, elements: turns },
          speaker,
          ...(first.region.contains(label) ? { label: at.replace(':scope', turn.selector) } : {}),
        };
    }
  return undefined;
}

/** The label in what stands right before the texts, or all of that. */
function speakerBefore(exemplars: readonly Said[], prompts: readonly Said[]): Labelled | undefined {
  const [first] = exemplars;
  const levels = first ? aroundIt(first.region).slice(0, aroundIt(first.region).indexOf(first.turn) + 1) : [];
  for (const level of levels) {
    const [turns, users] = [exemplars, prompts].map((all) => all.flatMap((one) => alikeIn(one, level) ?? []));
    const before = level.previousElementSibling;
    if (!before || turns?.length !== exemplars.length || users?.length !== prompts.length || users.length === 0)
      continue;
    const selector = nameOf([...turns, ...users]);
    const labels = [...before.querySelectorAll(':not(:has(*))')];
    const paths = [...labels.flatMap((label) => [...pathsTo(label, before)]), before.localName];
    for (const at of paths) {
      const speaker = selector && saidAt({ at: [at], isBefore: true }, turns, users);
      if (speaker) return { turn: { selector, elements: turns }, speaker };
    }
  }
  return undefined;
}

/** What all of them are called, and nothing around them: the label says the rest, however deep each of them stands. */
function nameOf(texts: readonly Element[]): string | undefined {
  const name = sharedTokens(texts).find(({ worth }) => worth >= 1)?.selector ?? texts[0]?.localName;
  return texts.some((text) => name && text.parentElement?.closest(name)) ? undefined : name;
}

/** What is built like an element, in a turn around its text. */
const alikeIn = ({ turn, region }: Said, like: Element): Element | undefined =>
  aroundIt(region).find((node) => isAlike(node, like) && holds(turn, node));

/** What all answers and no question say at a place. */
function saidAt(
  place: Pick<Labelled['speaker'], 'at' | 'isBefore'>,
  turns: readonly Element[],
  users: readonly Element[],
): Labelled['speaker'] | undefined {
  const [name, ...others] = turns.map((turn) => speakerOf(turn, place));
  const asking = users.map((user) => speakerOf(user, place));
  const isTheirs = name && SPEAKER.test(name) && others.every((other) => other === name);
  return isTheirs && asking.every((other) => other && other !== name) ? { ...place, says: [name] } : undefined;
}

const SPEAKER = /^[@\p{L}][\p{L}\p{N} ._'’-]{0,39}[:：]?$/u;

function isSpeaking(element: Element, region: Element): boolean {
  const said = element.textContent?.trim() ?? '';
  if (element.childElementCount > 0 || !SPEAKER.test(said)) return false;
  return !region.contains(element) || (/[:：]$/.test(said) && spoken(region).startsWith(said));
}
