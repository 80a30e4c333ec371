import { askedBy } from './params.ts';

export const asked = askedBy(new URLSearchParams(location.search));

export function root(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'root';
  document.body.append(element);
  return element;
}
