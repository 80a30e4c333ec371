/** Where what grew stands beside a prompt: as the answer after it, right before it, or as a document beside them all. */
import { deepText, holds } from '../ground/tree.ts';
import { type Burst, grownIn, type Region } from '../grow/growth.ts';
import { MOST_BESIDE } from '../prompt/own-words.ts';
import { hasComposer, type Prompt } from '../prompt/typed.ts';
import { isBefore, oneOfSeveral, outOfColumns, type Place, partAfter, placeAfter } from './place.ts';

export interface Placed {
  place: Place;
  part: Region;
  /** What it answers. */
  prompt?: Prompt;
}

/** What a person's turn gains beside an answer: "sent", "seen by two". */
const MOST_LABEL = 25;
/** A document that is written beside the conversation has this much text at once, in so many pieces. */
const SHORTEST_DOCUMENT = 80;
const DOCUMENT_STEPS = 8;

/**
 * What grew after the prompt that stands at `echo`, in a turn beside it; undefined where that is no turn. `asked`: where earlier
 * prompts stand.
 */
export function placedAt(
  { echo, prompt, asked }: { echo: Element; prompt: Prompt; asked: readonly Element[] },
  grown: Region,
  burst: Burst,
): Placed | undefined {
  const all = partAfter(echo, grown, burst);
  const beside = placeAfter(echo, all.element) ?? placeBefore(echo, all);
  const around = beside && outOfColumns(beside, echo, all.element, asked);
  if (!around) return undefined;
  const one = oneOfSeveral(all, burst);
  const part = one ? { element: one, ...grownIn(burst, one) } : all;
  const place = one ? { ...around, turn: one } : around;
  const placed = { place, part, prompt };
  // What would be the person's turn holds much more than the prompt: then it is no turn, but a part of the page.
  const isTurn = place.user && deepText(place.user).trim().length <= prompt.text.length + MOST_BESIDE;
  return isTurn || isDocument(placed, burst) ? placed : undefined;
}

/** Where the newest turn comes first: the answer stands right before the question. Much else that grows stands before it. */
function placeBefore(echo: Element, part: Region): Place | undefined {
  const reversed = placeAfter(part.element, echo);
  const [turn, user] = [reversed?.user, reversed?.turn];
  if (!reversed || !turn || !user || !isBefore(turn, user)) return undefined;
  return { turn, user, list: reversed.list, newestFirst: true };
}

/** Whether what would be the person's turn is the whole conversation, beside which a document is written. */
export function isDocument({ place: { user, turn }, part }: Placed, burst: Burst): boolean {
  if (!user || part.gained < SHORTEST_DOCUMENT || part.steps < DOCUMENT_STEPS) return false;
  // An editor that is written in by the machine is no place to ask from, though a person may write in it.
  return (hasComposer(user) && !turn.querySelector('textarea')) || grownIn(burst, user).gained > MOST_LABEL;
}

/** A burst without what grew in an element. */
export const without = (burst: Burst, element: Element): Burst => ({
  ...burst,
  grown: new Map([...burst.grown].filter(([node]) => !holds(element, node))),
});
