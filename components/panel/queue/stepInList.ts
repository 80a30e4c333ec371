const placeOf = (item: Element): number => Number(item.getAttribute('aria-posinset'));

/** Puts the focus on the item so many places further in the list that is shown, on the first where none has it; false at its ends. */
export function stepInList(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('li[data-output-hash]')];
  items.sort((a, b) => placeOf(a) - placeOf(b));
  const here = items.find((item) => item.contains(document.activeElement));
  const next = here ? items.find((item) => placeOf(item) === placeOf(here) + by) : items[0];
  next?.querySelector('button')?.focus();
  return next !== undefined;
}
