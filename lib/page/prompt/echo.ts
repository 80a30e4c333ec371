/** Where the person's own words stand in a page: the prompt, turned up as a turn. */
import type { Work } from '../ground/schedule.ts';
import { shadowOf } from '../ground/shadow.ts';
import { childrenOf, deepText, foldSpaces, isMute, isNoText, parentOf } from '../ground/tree.ts';
import type { OwnWords, Shows } from './own-words.ts';
import { isEditable, isField, type Prompt } from './typed.ts';

/** The newest prompts, which may still turn up: asked at each change of a page. */
const MOST_AWAITED = 4;

interface Shown {
  prompt: Prompt;
  how: Shows;
}

/** Which of the prompts an element shows, the whole of it before a part of another. */
export function shownIn(element: Element, prompts: readonly Prompt[]): Shown | undefined {
  const awaited = prompts.slice(0, MOST_AWAITED);
  const longest = Math.max(0, ...awaited.map(({ words }) => words.longestShown));
  const content = longest > 0 ? deepText(element, undefined, longest) : '';
  if (content === '' || content.length > longest) return undefined;
  const shown = awaited.flatMap((prompt) => {
    const how = prompt.words.shownIn(content);
    return how ? [{ prompt, how }] : [];
  });
  return shown.find(({ how }) => how === 'all') ?? shown[0];
}

/** The lowest element around a part of a person's words that shows all of them, or as much as any does. */
export function echoAround(part: Element, { words }: Prompt): { echo: Element; isWhole: boolean } {
  let echo = part;
  for (let around = parentOf(part); around && around !== document.body; around = parentOf(around)) {
    const content = deepText(around, undefined, words.longestShown);
    const how = content.length > words.longestShown ? undefined : words.shownIn(content);
    if (how === 'all') return { echo: around, isWhole: true };
    if (!how) break;
    echo = around;
  }
  return { echo, isWhole: false };
}

/** The outermost element in `around` that shows all of a person's words and does not hold `other`; undefined where there is none. */
export function echoApart(around: Element, other: Element, words: OwnWords): Element | undefined {
  const inner = childrenOf(around).find((child) => words.shownIn(deepText(child)) === 'all');
  return inner?.contains(other) ? echoApart(inner, other, words) : inner;
}

/**
 * The last element in `region` that shows the words and little else, else the nearest one before it; innermost. Stops
 * again and again on its way, so that whoever asks can do the rest in another task.
 */
export function* echoFor(region: Element, words: OwnWords): Work<Element | undefined> {
  const search: Search = { words, left: MOST_SEARCHED, nodes: 0 };
  const inside = (yield* searched(region, search)).echo;
  if (inside && inside !== region) return inside;
  for (let branch: Element | undefined = region; branch; branch = parentOf(branch)) {
    for (let node = branch.previousElementSibling; node && search.left > 0; node = node.previousElementSibling) {
      const { echo } = isNoText(node) || isEditable(node) ? {} : yield* searched(node, search);
      if (echo) return echo;
    }
  }
  return undefined;
}

/** Characters that are looked through for one prompt: a long conversation holds many more. */
const MOST_SEARCHED = 150_000;
/** Nodes that are looked at between two stops; a text that is compared takes as long as some of them. */
const STEP = 250;
const COMPARED = 8;
/** Words cut short show more characters than this. */
const SHORTEST = 40;

interface Search {
  words: OwnWords;
  /** How many characters may still be looked through. */
  left: number;
  /** How many nodes were looked at. */
  nodes: number;
}

interface Searched {
  echo?: Element;
  /** All of its text, where that is short enough. */
  content?: string | undefined;
}

/** Looks through an element from its end. */
function* searched(element: Element, search: Search): Work<Searched> {
  const nodes = [...element.childNodes, ...(shadowOf(element)?.childNodes ?? [])];
  let content: string | undefined = '';
  for (const node of nodes.reverse()) {
    if (search.left <= 0) return {};
    if (++search.nodes % STEP === 0) yield;
    const inner: Searched =
      node instanceof Element ? yield* searchedChild(node, search) : { content: ownText(node, search) };
    if (inner.echo) return inner;
    content = joined(inner.content, content, search);
  }
  return isEcho(content, search) ? { echo: element } : { content };
}

/** Two texts in one, unless that is too long already. */
function joined(before: string | undefined, after: string | undefined, { words }: Search): string | undefined {
  if (before === undefined || after === undefined || before.length + after.length > words.longestShown)
    return undefined;
  return before + after;
}

function isEcho(content: string | undefined, search: Search): boolean {
  if (!content || content.length < Math.min(SHORTEST, search.words.length / 2)) return false;
  search.nodes += COMPARED;
  const how = search.words.shownIn(content);
  return how === 'all' || how === 'start';
}

function* searchedChild(child: Element, search: Search): Work<Searched> {
  return isMute(child) || isField(child) ? { content: '' } : yield* searched(child, search);
}

function ownText(node: Node, search: Search): string {
  const text = node instanceof Text ? foldSpaces(node.data) : '';
  search.left -= text.length;
  return text;
}

/** The innermost element that shows a person's words, the last one where there are several. */
export function innermost(element: Element, words: OwnWords): Element {
  const inner = childrenOf(element)
    .filter((child) => !isNoText(child) && !isEditable(child))
    .reverse()
    .find((child) => /all|start/.test(words.shownIn(deepText(child)) ?? ''));
  return inner ? innermost(inner, words) : element;
}
