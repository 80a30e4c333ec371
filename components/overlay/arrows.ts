/**
 * Arrow keys within a group of buttons: right and left to the next one, down and up to the next row, Home and End to the
 * ends, as in a toolbar (ARIA Authoring Practices). No letters: a page hears which keys are pressed, and must not learn
 * what was chosen.
 */
import type { KeyboardEvent } from 'react';

type Finds = (buttons: readonly HTMLElement[], at: number) => HTMLElement | undefined;

const KEYS: Record<string, Finds> = {
  ArrowRight: (buttons, at) => buttons[(at + 1) % buttons.length],
  ArrowLeft: (buttons, at) => buttons.at(at - 1),
  ArrowDown: (buttons, at) => inRow(buttons, at, 1),
  ArrowUp: (buttons, at) => inRow(buttons, at, -1),
  Home: (buttons) => buttons[0],
  End: (buttons) => buttons.at(-1),
};

/** Moves the focus within the element that hears this. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const find = KEYS[event.key];
  if (!find || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')];
  const at = buttons.findIndex((button) => button.contains(event.target as Node));
  if (at < 0) return;
  event.preventDefault();
  find(buttons, at)?.focus();
}

/** The nearest button of the next row, down (1) or up (-1). */
function inRow(buttons: readonly HTMLElement[], at: number, direction: 1 | -1): HTMLElement | undefined {
  const boxes = buttons.map((button) => button.getBoundingClientRect());
  const from = boxes[at];
  if (!from) return undefined;
  const away = (box: DOMRect): number => (direction > 0 ? box.top - from.bottom : from.top - box.bottom);
  const beside = (box: DOMRect): number => Math.abs(box.left + box.width / 2 - from.left - from.width / 2);
  const [next] = boxes
    .map((box, index) => ({ index, rows: away(box), aside: beside(box) }))
    .filter(({ rows }) => rows >= -1)
    .sort((a, b) => a.rows - b.rows || a.aside - b.aside);
  return next && buttons[next.index];
}
