/** Puts a prompt into the place where the page's prompts are written, as if the person had typed it. It is never sent. */
import { deepMatches } from '../ground/tree.ts';
import { hasComposer } from '../prompt/typed.ts';
import { activeField, fieldTextOf, isSecret, replaceIn } from '../reuse/field.ts';

const FIELDS =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

/** Whether the text stands in a field now. */
export function fillComposer(text: string): boolean {
  const field = composerNow();
  if (!field) return false;
  const before = fieldTextOf(field);
  const end = before.length;
  // What the person began to write stays, above.
  const put = replaceIn(field, { from: end, to: end }, { text: before.trim() === '' ? text : `\n\n${text}` });
  return put && bare(fieldTextOf(field)).includes(bare(text));
}

/** The field that the person is in, else the one that stands lowest in the page: that is where tools have theirs. */
function composerNow(): HTMLElement | undefined {
  const active = activeField();
  if (active && !isSecret(active) && active.matches(FIELDS)) return active;
  if (!hasComposer(document) && !document.body) return undefined;
  const fields = [...deepMatches(document.documentElement, FIELDS)].filter(
    (field): field is HTMLElement => field instanceof HTMLElement && !isSecret(field) && isOpenTo(field),
  );
  return fields.sort((a, b) => b.getBoundingClientRect().bottom - a.getBoundingClientRect().bottom)[0];
}

/** Whether somebody could write there now. */
function isOpenTo(field: HTMLElement): boolean {
  const { width, height } = field.getBoundingClientRect();
  const { disabled = false, readOnly = false } = field as Partial<HTMLTextAreaElement>;
  return width > 0 && height > 0 && !disabled && !readOnly && field.checkVisibility({ visibilityProperty: true });
}

/** Editors set white-space as they like. */
const bare = (text: string): string => text.replace(/\s+/g, '');
