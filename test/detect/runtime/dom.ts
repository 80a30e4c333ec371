/** What the scripts of plain pages share. */

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id} in this page`);
  return element as T;
}

/** A new element with text or children. */
export function make(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What stands in a field or an editable element. */
export function written(field: HTMLElement): string {
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : field.innerText;
}

export function empty(field: HTMLElement): void {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = '';
  else field.replaceChildren();
}

/** Enter sends, as in most chats. */
export function onEnter(field: HTMLElement, then: (text: string) => void): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const text = written(field).trim();
    empty(field);
    if (text) then(text);
  });
}

/** Paragraphs with `**bold**`, as forums and trackers render them. */
export function markdown(text: string): HTMLElement[] {
  return text
    .split('\n\n')
    .map((paragraph) =>
      make('p', {}, ...paragraph.split('**').map((part, at) => (at % 2 ? make('strong', {}, part) : part))),
    );
}

/** The page has played to its end once more. */
export function over(): void {
  window.__detect.done += 1;
}
