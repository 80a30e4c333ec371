/** From texts that a person pointed at to a profile: the one place where teaching meets learning. */
import { normaliseText } from '../../domain/output/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { deepText, parentOf } from '../ground/tree.ts';
import { profileFrom } from '../learn/learn.ts';

/** A wrapper holds at most this much beside the text: a name, a time, a few buttons. */
const MOST_BESIDE = 60;

/**
 * A profile that takes all of `answers` (the one pointed at last comes first) and none of `others` for AI text; where not
 * all answers can be read alike, one for the first alone. Undefined where nothing tells it from the others.
 */
export function profileTaught(answers: readonly Element[], others: readonly Element[]): ToolProfile | undefined {
  const exemplars = answers.map((region) => ({ turn: turnAround(region), region }));
  const turns = others.map(turnAround);
  return profileFrom(exemplars, turns) ?? (exemplars[0] && profileFrom([exemplars[0]], turns));
}

/** The widest element around a text that holds nearly nothing else: what repeats in the page is a turn, not its text. */
function turnAround(region: Element): Element {
  const length = normaliseText(deepText(region)).length;
  let turn = region;
  for (let parent = parentOf(region); parent && parent !== document.body; parent = parentOf(parent)) {
    if (normaliseText(deepText(parent)).length > length + MOST_BESIDE || hasKin(turn, parent)) break;
    turn = parent;
  }
  return turn;
}

/** Whether `turn` is one of several alike in its parent, which then is the list of them. */
const hasKin = (turn: Element, parent: Element): boolean =>
  [...parent.children].some(
    (child) => child !== turn && child.tagName === turn.tagName && deepText(child).trim().length > MOST_BESIDE / 3,
  );

/** Parts of a text that are formatted by themselves: a selection in one of them means the text that it stands in. */
const PART =
  /^(p|ul|ol|li|pre|code|h[1-6]|table|thead|tbody|tr|td|th|blockquote|dl|dt|dd|a|b|i|u|s|em|strong|span|small|sub|sup|mark|br|q|cite|abbr|kbd|img|details|summary)$/i;

/** The text that is meant by something in it: as a first proposal, which the person may widen and narrow. */
export function regionAround(element: Element): Element {
  let region = element;
  for (let parent = parentOf(region); parent && PART.test(region.tagName); parent = parentOf(region)) {
    if (parent === document.body || parent === document.documentElement) break;
    region = parent;
  }
  return region;
}

/** Whether two turns are built alike at the top: the same element with the same classes and role. */
export function areAlike(a: Element, b: Element): boolean {
  const built = (turn: Element) => [turn.tagName, turn.getAttribute('role'), ...[...turn.classList].sort()].join(' ');
  return built(a) === built(b);
}
