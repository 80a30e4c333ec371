/** Where the person's own words stand in a page: the prompt, turned up as a turn. */
import { normaliseText } from '../../domain/output/text.ts';
import type { Work } from '../ground/schedule.ts';
import { shadowOf } from '../ground/shadow.ts';
import { childrenOf, deepText, isNoText, NO_TEXT, parentOf } from '../ground/tree.ts';
import { isEditable, isField, type Prompt } from './typed.ts';

/** Most characters beside the prompt in what shows it: a name, a time, a few buttons. */
export const MOST_BESIDE = 200;
/** Fewer characters may stand in a prompt by chance. */
const SHORTEST_PART = 12;
/** Longer texts are not looked through for a prompt. */
const LONGEST = 20_000;

/** Whether an element shows one of the prompts and little else. */
export function showsPrompt(element: Element, prompts: readonly Prompt[]): Prompt | undefined {
  const content = prompts.length > 0 ? deepText(element, undefined, LONGEST) : '';
  if (content === '' || content.length > LONGEST) return undefined;
  const text = normaliseText(content);
  return prompts.find((prompt) => text.length <= prompt.text.length + MOST_BESIDE && text.includes(prompt.text));
}

/** Whether an element shows a part of one of the prompts: a line of it. */
export function showsPart(element: Element, prompts: readonly Prompt[]): boolean {
  const content = prompts.length > 0 ? (element.textContent ?? '') : '';
  const text = content.length <= LONGEST ? normaliseText(content) : '';
  return text.length >= SHORTEST_PART && prompts.some((prompt) => prompt.text.includes(text));
}

/**
 * The last element in `region` that shows `text` and little else, else the nearest one before it; innermost. Stops again
 * and again on its way, so that whoever asks can do the rest in another task.
 */
export function* echoFor(region: Element, text: string): Work<Element | undefined> {
  const search: Search = { text, longest: 2 * (text.length + MOST_BESIDE), left: MOST_SEARCHED, nodes: 0 };
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
/** Nodes that are looked at between two stops. */
const STEP = 250;

interface Search {
  text: string;
  /** More characters, white space with them, than in what shows the prompt and little else. */
  longest: number;
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
  const isEcho = content && content.length >= search.text.length && normaliseText(content).includes(search.text);
  return isEcho ? { echo: element } : { content };
}

/** Two texts in one, unless that is too long already. */
function joined(before: string | undefined, after: string | undefined, { longest }: Search): string | undefined {
  if (before === undefined || after === undefined || before.length + after.length > longest) return undefined;
  return before + after;
}

function* searchedChild(child: Element, search: Search): Work<Searched> {
  return NO_TEXT.test(child.tagName) || isField(child) ? { content: '' } : yield* searched(child, search);
}

function ownText(node: Node, search: Search): string {
  const text = node instanceof Text ? node.data : '';
  search.left -= text.length;
  return text;
}

const shows = (element: Element, text: string): boolean => normaliseText(deepText(element)).includes(text);

/** The innermost element that holds a text, the last one where there are several. */
export function innermost(element: Element, text: string): Element {
  const inner = childrenOf(element)
    .filter((child) => !isNoText(child) && !isEditable(child))
    .reverse()
    .find((child) => shows(child, text));
  return inner ? innermost(inner, text) : element;
}
