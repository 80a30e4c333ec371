/** From answers and prompts to a profile: selectors that tell answers, prompts and their text on this site. */
import type { ToolProfile } from '../../tools/profile.ts';
import { firstMatches } from '../detect/matches.ts';
import type { Turns } from '../detect/turns.ts';
import { turnsBy } from '../detect/turns-by.ts';
import { ALWAYS_BESIDE, framesIn } from '../framing/framing.ts';
import { BESIDE, spoken } from '../framing/region.ts';
import { speakerFor, turnsNamed } from '../framing/speakers.ts';
import { isFolded } from '../ground/folded.ts';
import { allOf, type Work } from '../ground/schedule.ts';
import { aroundIt, deepMatches, holds, hostsAround, hostsIn, liftedTo } from '../ground/tree.ts';
import { innermost } from '../prompt/echo.ts';
import type { OwnWords } from '../prompt/own-words.ts';
import { type Telling, tellingSelector } from './telling.ts';
import { pathsTo } from './tokens.ts';

/** An answer that was seen, and the person's turn before it. */
export interface Exemplar {
  turn: Element;
  /** The element whose text is the answer, in the turn or in a shadow root of it. */
  region: Element;
  /** The elements in it that were seen to hold its text, where that is in several. */
  parts?: readonly Element[];
  user?: Element;
  /** What the person wrote, where it stands in that turn. */
  words?: OwnWords;
  /** The newest turn comes first. */
  newestFirst?: boolean;
}

/** Matches nothing: for a page on which no prompt was seen. */
const NOTHING = '[data-countersign-none]';

/**
 * A profile that reads all `exemplars` (the newest first), or undefined where nothing tells answers from prompts, or from
 * `others`: elements that a person said are none.
 */
export const profileFrom = (exemplars: readonly Exemplar[], others?: readonly Element[]): ToolProfile | undefined =>
  allOf(profileOf(exemplars, others));

/** As `profileFrom`, stopping on its way: in a long page each selector takes its time to try. */
export function* profileOf(
  exemplars: readonly Exemplar[],
  others: readonly Element[] = [],
  documents: readonly Exemplar[] = [],
  meanwhile: readonly Element[] = [],
): Work<ToolProfile | undefined> {
  const prompts = exemplars.flatMap(({ user, words }) => (user && words ? echoed(user, words) : []));
  const users = prompts.map(({ turn: element }) => element);
  const answers = exemplars.map(({ turn: element }) => element);
  const asking = tellingSelector(levelsOf(prompts), answers);
  yield;
  const levels = levelsOf(exemplars);
  const named = turnsNamed(levels, exemplars, users, others);
  const apart = [...users, ...others];
  const told = named ? undefined : tellingApart(levels, asking, answers, apart, meanwhile);
  yield;
  const spoken = named ?? (told ? undefined : speakerFor(exemplars, prompts));
  const turn = told ?? spoken?.turn;
  if (!turn) return undefined;
  const user = spoken && !named ? spoken.turn : asking;
  const prose = pathsIn(turn, exemplars);
  yield;
  const userText = user ? pathsIn(user, prompts) : [];
  yield;
  const extras = [...(spoken?.label ? [spoken.label] : []), ...framesIn(exemplars)];
  yield;
  const beside = spoken ? undefined : documentIn(documents, turn, prose, [...users, ...answers, ...others]);
  yield;
  const hosts = [...new Set(exemplars.flatMap(({ region }) => [...hostsAround(region), ...hostsIn(region)]))];
  return {
    id: 'site',
    name: location.hostname || 'this page',
    checkedAt: new Date().toISOString().slice(0, 10),
    match: { hosts: [location.hostname], markers: [turn.selector] },
    ...(exemplars.every(({ newestFirst }) => newestFirst) ? { newestFirst: true } : {}),
    ...filled('shadowHosts', hosts),
    turn: [beside ? `:is(${turn.selector}, ${beside})` : turn.selector],
    ...(spoken ? { speaker: spoken.speaker } : {}),
    ...filled('prose', prose),
    exclude: [...ALWAYS_BESIDE, ...extras],
    user: [user?.selector ?? NOTHING],
    ...filled('userText', userText),
  };
}

/**
 * Questions that nobody saw being asked are drawn in other ways perhaps: they are told apart from answers too, as is what came
 * `meanwhile`, where that can be.
 */
const tellingApart = (
  levels: readonly Element[][],
  asking: Telling | undefined,
  answers: readonly Element[],
  apart: readonly Element[],
  meanwhile: readonly Element[],
): Telling | undefined => {
  const kin = [...apart, ...kinOf(asking, answers)];
  const told = meanwhile.length > 0 ? tellingSelector(levels, [...kin, ...meanwhile]) : undefined;
  return told ?? tellingSelector(levels, kin) ?? tellingSelector(levels, apart);
};

const filled = <Key extends string>(key: Key, list: string[]): { [key in Key]?: string[] } =>
  list.length > 0 ? ({ [key]: list } as { [key in Key]: string[] }) : {};

/** Most turns of the person that were not seen being asked. */
const MOST_KIN = 8;

/** What else is told as a person's turn, and is no answer, nor around one. */
const kinOf = (asking: Telling | undefined, answers: readonly Element[]): Element[] =>
  asking
    ? [...document.querySelectorAll(asking.selector)]
        .filter((user) => !answers.some((answer) => holds(user, answer) || holds(answer, user)))
        .slice(-MOST_KIN)
    : [];

/** A selector of the text of documents beside the conversation, whose `prose` is nothing in them, or they themselves. */
function documentIn(
  documents: readonly Exemplar[],
  turn: Telling,
  prose: readonly string[],
  unwanted: readonly Element[],
): string | undefined {
  if (documents.length === 0) return undefined;
  const told = tellingSelector(levelsOf(documents).reverse(), unwanted);
  const reads = told?.elements.every(
    (element) => element.matches(told.selector) && prose.every((path) => firstMatches(element, [path]).length === 0),
  );
  return reads && told?.selector !== turn.selector ? told?.selector : undefined;
}

/** A person's turn with the element that holds their words. */
const echoed = (user: Element, words: OwnWords): Exemplar => ({ turn: user, region: innermost(user, words), words });

/** The elements at each depth of the turns, from the turns inwards to their text, as far as they are built alike. */
function levelsOf(exemplars: readonly Exemplar[]): Element[][] {
  const chains = exemplars.map(({ turn, region }) => {
    const around = aroundIt(region);
    return around.slice(0, around.indexOf(turn) + 1).reverse();
  });
  const [first = []] = chains;
  const levels = first.map((_, depth) => chains.flatMap((chain) => chain[depth] ?? []));
  const end = levels.findIndex(
    (level) => level.length < chains.length || level.some(({ tagName }) => tagName !== level[0]?.tagName),
  );
  return end < 0 ? levels : levels.slice(0, Math.max(1, end));
}

/** Whether a profile finds an answer that was seen, with its text, and does not take the prompt for one. */
export function reads(profile: ToolProfile, exemplar: Exemplar): boolean {
  const { region, user } = exemplar;
  const turns = turnsBy(profile);
  const found = turnIn(turns, exemplar);
  if (!found || (user?.isConnected && turns.within(user).length > 0)) return false;
  return isTextOf(turns.prose(found), region);
}

/** Blocks that no note is made of. */
const OF_TEXT = 'li, pre, table, blockquote';

/** Whether a profile finds a text in an answer that was seen, and nothing of an answer's blocks beside it. */
export function readsAll(profile: ToolProfile, exemplar: Exemplar): boolean {
  const turns = turnsBy(profile);
  const found = turnIn(turns, exemplar);
  const prose = found ? turns.prose(found) : [];
  return (
    prose.some((element) => spoken(element) !== '') &&
    [...deepMatches(exemplar.region, OF_TEXT)].every((block) => prose.some((element) => holds(element, block)))
  );
}

function turnIn(turns: Turns, { turn, region }: Exemplar): Element | undefined {
  const found = turns.of(region) ?? turns.within(turn)[0];
  return found && holds(turn, found) ? found : undefined;
}

/** Whether a profile knows what frames the texts of answers that were seen: a clock, say, that came once one was complete. */
export const leavesOut = (profile: ToolProfile, exemplars: readonly Exemplar[]): boolean =>
  framesIn(exemplars).every((selector) => profile.exclude?.includes(selector));

/** What an answer is made of: where a part of it is none of these, it is a name or a step that a tool took. */
const PARTS = 'p, li, td, th, pre, h1, h2, h3, h4';

/** Whether what a profile reads is the text of an answer: its element, or several with nothing that people read between them. */
function isTextOf(prose: readonly Element[], region: Element): boolean {
  const [first, ...more] = prose;
  if (!first || more.length === 0) return first !== undefined && (first === region || spoken(first) === spoken(region));
  return [...deepMatches(region, PARTS)].every(
    (part) =>
      prose.some((element) => holds(element, part)) ||
      part.closest(BESIDE) !== null ||
      spoken(part) === '' ||
      isFolded(part, region),
  );
}

/** Whether a profile takes an element for a part of an answer. */
export const isReadBy = (profile: ToolProfile, element: Element): boolean => turnsBy(profile).of(element) !== undefined;

/** Whether a profile reads a document beside the conversation. */
export const readsDocument = (profile: ToolProfile, { region }: Exemplar): boolean => isReadBy(profile, region);

/** Paths to a text that a profile keeps. */
const MOST_PATHS = 3;

/** Selectors of the text in the turns, in order of trust; none where the turn is nothing but the text. */
function pathsIn({ elements }: Telling, exemplars: readonly Exemplar[]): string[] {
  const all = elements.flatMap((turn, at) => {
    const { region, parts = [] } = exemplars[at] ?? {};
    const lifted = region && liftedTo(region, turn);
    return lifted ? { turn, region: lifted, parts: parts.filter((part) => part !== turn && turn.contains(part)) } : [];
  });
  const inner = all.filter(({ region, turn }) => region !== turn);
  const found = pathsThatRead(all);
  // Where all that was seen fits nothing, most of it decides.
  return found.length > 0 || 2 * inner.length <= all.length ? found : pathsThatRead(inner);
}

interface Seen {
  turn: Element;
  region: Element;
  parts: readonly Element[];
}

function pathsThatRead(seen: readonly Seen[]): string[] {
  const finds = (selector: string) => {
    const found = seen.map(({ region, turn, parts }) => {
      const prose = firstMatches(turn, [selector]).filter((one) => spoken(one) !== '');
      const isKnown = prose.length === 1 || (prose.length > 1 && prose.every((one) => parts.includes(one)));
      return { reads: isTextOf(prose, region), isKnown };
    });
    // What is in several parts is known by an answer that is in one, or whose parts were seen to come one after another.
    return found.every(({ reads }) => reads) && found.some(({ isKnown }) => isKnown);
  };
  for (const { region, turn, parts } of seen)
    for (const part of [region, ...parts]) {
      const paths = part === turn ? [] : some(pathsTo(part, turn), finds);
      if (paths.length > 0) return paths;
    }
  return [];
}

/** A few of those that find. */
function some(paths: Iterable<string>, finds: (path: string) => boolean): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    if (!found.has(path) && finds(path)) found.add(path);
    if (found.size === MOST_PATHS) break;
  }
  return [...found];
}
