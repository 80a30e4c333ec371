/** What the person typed or picked, so that it is never taken for AI text, and what comes next to it is known for an answer. */
import { normaliseText } from '../../domain/output/text.ts';
import { BUTTONS } from '../working/buttons.ts';
import { OwnWords } from './own-words.ts';

/** A prompt is looked for in the page for this long after it was sent: a report may take its half hour. */
const REMEMBER_MS = 3_600_000;
/** Most prompts that are remembered at once. */
const MOST = 24;
/** A key pressed in an element this long ago still explains that its text grew. */
const TYPING_MS = 1_500;

export interface Prompt {
  text: string;
  words: OwnWords;
  sentMs: number;
  /** Where it was written. */
  field?: Element;
  /** At how many looks at which something grew it stood there still. */
  stood?: number;
  /** Where its words turned up in the page, and whether all of them. */
  echo?: Element;
  isWhole?: boolean;
  /** When they did. */
  shownMs?: number | undefined;
}

/** Levels around a button in which the field is looked for that it sends. */
const DEEPEST = 6;

const EDITABLE =
  'textarea, input, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

export class Typed {
  #prompts: Prompt[] = [];
  #draft: { field: Element; text: string; sent: boolean } | undefined;
  #typedMs = Number.NEGATIVE_INFINITY;
  #typedIn: Element | undefined;
  readonly #fields = new WeakSet<Element>();
  readonly #signal: AbortSignal;
  readonly #tell: () => void;

  /** `sent` is told of each prompt. */
  constructor(signal: AbortSignal, sent: () => void) {
    this.#signal = signal;
    this.#tell = sent;
  }

  /** Listens in a root; a closed shadow root tells nobody outside what is typed in it. */
  observe(root: Document | ShadowRoot): void {
    const options = { capture: true, passive: true, signal: this.#signal };
    root.addEventListener('input', (event) => this.#typed(event), options);
    root.addEventListener('keydown', (event) => this.#sending(event), options);
    root.addEventListener('pointerdown', (event) => this.#picked(event), options);
  }

  /** Something grew: whether what was asked last stands in its field still. Whoever asks on writes something else there. */
  noteField(): void {
    const [prompt] = this.#prompts;
    if (!prompt?.field || prompt.echo || (prompt.stood ?? 0) >= STOOD) return;
    if (standsInField(prompt)) prompt.stood = (prompt.stood ?? 0) + 1;
  }

  /** Prompts that were sent and not yet forgotten, newest first. */
  prompts(): Prompt[] {
    const since = performance.now() - REMEMBER_MS;
    const oldest = this.#prompts.at(-1);
    // Asked at each change of a page.
    if (!oldest || oldest.sentMs > since) return this.#prompts;
    this.#prompts = this.#prompts.filter((prompt) => prompt.sentMs > since);
    return this.#prompts;
  }

  /** Whether a person is typing in `element` or in something that holds it. */
  isTypedIn(element: Element): boolean {
    if (this.isField(element)) return true;
    const recent = performance.now() - this.#typedMs < TYPING_MS;
    return recent && (this.#typedIn?.contains(element) === true || element.contains(this.#typedIn ?? null));
  }

  /** Whether an element stands where people write. An editor in which only the machine has written yet is none. */
  isField(element: Element): boolean {
    const field = element.closest(EDITABLE);
    return field !== null && (field.matches('textarea, input') || this.#fields.has(field) || !isRich(field));
  }

  #typed(event: Event): void {
    const field = fieldOf(event);
    if (!event.isTrusted || !field) return;
    this.#typedMs = performance.now();
    this.#typedIn = field;
    this.#fields.add(field);
    const text = textIn(field);
    if (text) this.#draft = { field, text, sent: false };
    else this.#sent(); // emptied: sent by a way that we did not see
  }

  #sending(event: Event): void {
    if (!event.isTrusted || (event as KeyboardEvent).key !== 'Enter') return;
    const field = fieldOf(event);
    const text = field && textIn(field);
    if (field && text && text !== this.#draft?.text) this.#draft = { field, text, sent: false };
    this.#sent();
  }

  /** A click sends the draft, or picks one of the prompts that a tool offers. */
  #picked(event: Event): void {
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    const draft = this.#draft;
    // What was sent is no draft: another text in its field was spoken since then, or taken from a list.
    if (draft?.sent !== false) this.#fill(target);
    else if (draft.field.isConnected) draft.text = textIn(draft.field) || draft.text;
    this.#sent();
    const offer = target instanceof Element ? target.closest('button, a, [role="button"], li') : null;
    const text = offer?.textContent ?? '';
    if (text.trim().length >= 8 && text.length <= 600) this.#remember(text);
  }

  /** What stands in the field beside a button is sent by it, though nobody typed it: it was spoken, or taken from a list. */
  #fill(target: EventTarget | undefined): void {
    let around = target instanceof Element ? target.closest(BUTTONS) : null;
    for (let depth = 0; depth < DEEPEST && around; depth++) {
      around = around.parentElement;
      const field = around?.querySelector(EDITABLE);
      if (!field) continue;
      const text = textIn(field);
      if (text && text !== this.#draft?.text) this.#draft = { field, text, sent: false };
      return;
    }
  }

  #sent(): void {
    if (!this.#draft || this.#draft.sent) return; // what was sent is not sent again by the next click
    this.#draft.sent = true;
    this.#remember(this.#draft.text, this.#draft.field);
  }

  #remember(typed: string, field?: Element): void {
    const text = normaliseText(typed);
    if (!text) return;
    // Where Enter makes a new line, each line so far was taken for a prompt.
    const others = this.#prompts.filter((prompt) => !text.startsWith(prompt.text) || prompt.echo);
    const prompt = { text, words: new OwnWords(typed), sentMs: performance.now(), ...(field ? { field } : {}) };
    this.#prompts = [prompt, ...others.filter((other) => other.text !== text)].slice(0, MOST);
    this.#tell();
  }
}

/** A page may empty the field only once the answer begins: what stands there at so many looks at which that grew, stays. */
const STOOD = 3;

/** Whether what was asked stays in its field, and stands nowhere else. */
export const isKept = (prompt: Prompt): boolean =>
  prompt.echo?.isConnected !== true && ((prompt.stood ?? 0) >= STOOD || standsInField(prompt));

const standsInField = ({ field, words }: Prompt): boolean =>
  field?.isConnected === true && words.shownIn(textIn(field)) === 'all';

/** Whether a field holds a text with blocks: an editor, and no line to write in. */
const isRich = (field: Element): boolean => field.querySelector('p, h1, h2, h3, h4, li, div') !== null;

/** The field that an event is about, also in an open shadow root. */
export function fieldOf(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return target instanceof Element ? (target.closest(EDITABLE) ?? undefined) : undefined;
}

/** What stands in a field; nothing of a password. */
export function textIn(field: Element): string {
  const value = (field as Partial<HTMLInputElement>).value;
  const secret = field instanceof HTMLInputElement && field.type === 'password';
  return secret ? '' : (value ?? field.textContent ?? '').trim();
}

/** Whether an element is a place where people write. */
export const isField = (element: Element): boolean => element.matches(EDITABLE);

/** Whether an element is, or stands in, a place where people write. */
export const isEditable = (element: Element): boolean => element.closest(EDITABLE) !== null;

/** Whether there is a place in a root where a person could write a prompt. */
export const hasComposer = (root: ParentNode): boolean =>
  [...root.querySelectorAll(EDITABLE)].some(
    (field) => !/^(checkbox|radio|hidden|button|submit|search)$/.test((field as HTMLInputElement).type ?? ''),
  );
