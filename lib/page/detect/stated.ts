/**
 * What stands around an answer and may state how sure the tool is of it: a chip, a meter, an attribute. Short pieces, as the page has
 * them; which of them states it is for the background (`domain/output/stated.ts`). The reader's script carries it, not the detector's,
 * which is in every frame.
 */
import { LONGEST_STATED, MOST_STATED } from '../../domain/limits.ts';
import { childrenOf, deepText, holds } from '../ground/tree.ts';
import { findsAny, MOST_BESIDE_TURN } from './matches.ts';
import type { Turns } from './turns.ts';

/** A piece that has none of this is not sent at all: words for it in the languages that the background knows. */
const NAMED = /onfi[dan]|ertain|certez|sure|sicur|fi[da]*bil|tendib/i;
const METERS = 'meter, progress, [role="meter"], [role="progressbar"]';
/** What holds words of an answer, of its reasoning or of a source: no line in there is about all of the answer. */
const PROSE = 'details, pre, table, ul, ol, blockquote, p:not(:only-of-type)';
/** Elements around a text that are looked at. */
const MOST_LOOKED_AT = 300;

/** The pieces around an answer, from the outside in. */
export function statedAround(turn: Element, turns: Turns): string[] {
  const prose = turns.prose(turn);
  const left = turns.profile.exclude?.join() || 'style';
  const pieces = new Set<string>();
  let rest = MOST_LOOKED_AT;
  const take = (piece: string): void => {
    if (piece.length <= LONGEST_STATED && NAMED.test(piece)) pieces.add(piece);
  };
  const look = (element: Element): void => {
    if (rest-- < 0 || element.matches(PROSE)) return;
    take(attributeOf(element));
    // What holds the text says what that says; in it only what is shown with it is none of its words.
    if (!prose.some((text) => holds(element, text))) take(pieceOf(element));
    if (prose.includes(element)) for (const beside of element.querySelectorAll(left)) take(pieceOf(beside));
    else if (!element.matches(left)) childrenOf(element).forEach(look);
  };
  look(holderOf(turn, turns));
  return [...pieces].slice(0, MOST_STATED);
}

/** What holds a turn and nothing else of the conversation: the tool may write beside it what it says of it. */
function holderOf(turn: Element, turns: Turns): Element {
  const holder = turn.parentElement;
  const isOwn =
    holder &&
    holder.childElementCount <= MOST_BESIDE_TURN &&
    turns.within(holder).length < 2 &&
    !findsAny(holder, turns.profile.user);
  return isOwn ? holder : turn;
}

function attributeOf({ attributes }: Element): string {
  const stating = [...attributes].find(({ name }) => /confidence/.test(name));
  return stating ? `confidence: ${stating.value}` : '';
}

/** What an element says, or is called; of a meter how it is called, or what stands beside it, and how far it is filled. */
function pieceOf(element: Element): string {
  const at = (name: string): string => element.getAttribute(name) || '';
  const words = deepText(element, undefined, LONGEST_STATED).trim();
  const label = at('aria-label') || at('title');
  if (!element.matches(METERS)) return NAMED.test(label) ? label : words;
  const value = at('value') || at('aria-valuenow');
  const most = at('max') || at('aria-valuemax') || (at('value') ? '1' : '100');
  const filled = value && value + (most === '1' ? '' : most === '100' ? '%' : `/${most}`);
  const beside = element.parentElement ? deepText(element.parentElement, METERS, LONGEST_STATED).trim() : '';
  return `${label || beside} ${at('aria-valuetext') || filled || words}`;
}
