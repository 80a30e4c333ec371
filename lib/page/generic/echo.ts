/** Where the person's own words stand in a page: the prompt, turned up as a turn. */
import { normaliseText } from '../../domain/text.ts';
import { childrenOf, deepText, isNoText, parentOf } from './tree.ts';
import { isEditable, type Prompt } from './typed.ts';

/** Most characters beside the prompt in what shows it: a name, a time, a few buttons. */
export const MOST_BESIDE = 200;
/** Fewer characters may stand in a prompt by chance. */
const SHORTEST_PART = 12;
/** Longer texts are not looked through for a prompt. */
const LONGEST = 20_000;

/** Whether an element shows one of the prompts and little else. */
export function showsPrompt(element: Element, prompts: readonly Prompt[]): Prompt | undefined {
  const content = prompts.length > 0 ? deepText(element) : '';
  if (content === '' || content.length > LONGEST) return undefined;
  const text = normaliseText(content);
  return prompts.find((prompt) => text.length <= prompt.text.length + MOST_BESIDE && text.includes(prompt.text));
}

/** Whether an element shows a part of one of the prompts: a line of it. */
export function showsPart(element: Element, prompts: readonly Prompt[]): boolean {
  const text = prompts.length > 0 ? normaliseText(element.textContent ?? '') : '';
  return text.length >= SHORTEST_PART && prompts.some((prompt) => prompt.text.includes(text));
}

/** The innermost element with `text` in `region`, else the nearest one before it. */
export function echoFor(region: Element, text: string): Element | undefined {
  if (shows(region, text)) {
    const echo = innermost(region, text);
    if (echo !== region && normaliseText(deepText(echo)).length <= text.length + MOST_BESIDE) return echo;
  }
  for (let branch: Element | undefined = region; branch; branch = parentOf(branch)) {
    for (let node = branch.previousElementSibling; node; node = node.previousElementSibling) {
      if (isNoText(node) || isEditable(node)) continue;
      if (shows(node, text)) return innermost(node, text);
    }
  }
  return undefined;
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
