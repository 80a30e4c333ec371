/** The ways by which a text leaves a page: copied, cut, dragged, by the tool's own buttons, with a form. */
import { browser } from 'wxt/browser';
import { selectedElement } from '../ground/selected.ts';
import { labelLine } from './box-words.ts';
import type { Judge, Leaving } from './judge.ts';
import type { Keeper } from './keeper.ts';
import { pastedIn } from './pasted.ts';
import { selectedInField } from './touched.ts';
import { WRITES } from './writes.ts';

/** A write to the clipboard this soon after a press of a button is what the button does. */
const OF_PRESS_MS = 5_000;
const BUTTONS = 'button, [role="button"], [role="menuitem"], a[href], summary';

interface Exits {
  judge: Judge;
  keeper: Keeper;
  /** Selectors of the tool's own buttons that take an answer out; empty where its profile names none. */
  buttons(): readonly string[];
  /** Retires everything at the gate: the extension is gone from under it. */
  retire(): void;
}

/** Stands at all of them until the signal. */
export function standAtExits(exits: Exits, signal: AbortSignal): void {
  const options = { capture: true, signal };
  const isOurs = ({ isTrusted }: Event) => isTrusted && stillThere(exits);
  for (const type of ['copy', 'cut'])
    addEventListener(type, (event) => isOurs(event) && atCopy(event as ClipboardEvent, exits), options);
  const judged = new WeakSet<Event>();
  const atDrag = (event: Event) => {
    if (isOurs(event) && !judged.has(event) && atDragStart(event as DragEvent, exits)) judged.add(event);
  };
  addEventListener('dragstart', atDrag, options);
  // What a page puts into a drag by itself is there once its own listeners are done.
  addEventListener('dragstart', atDrag, { signal });
  addEventListener('submit', (event) => isOurs(event) && atSubmit(event as SubmitEvent, exits), options);
  standAtButtons(exits, isOurs, options);
}

/** No gate outlives its extension. */
function stillThere({ retire }: Exits): boolean {
  if (browser.runtime?.id) return true;
  retire();
  return false;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function atCopy(event: ClipboardEvent, { judge, keeper }: Exits): void {
  const inField = selectedInField(event);
  const came = inField === undefined ? judge.selection() : judge.text(inField);
  const verdict = keeper.decide(came, 'copy', placeOfSelection());
  if (verdict === 'goes' || !came) return;
  // With nothing put onto it, a copy that is prevented leaves the clipboard as it was; a listener of the page that came before
  // ours may have put something.
  event.clipboardData?.clearData();
  stop(event);
  if (verdict !== 'labelled') return;
  const line = labelLine();
  event.clipboardData?.setData('text/plain', `${came.text}\n\n${line}`);
  if (came.html) event.clipboardData?.setData('text/html', `${came.html}<p>${line}</p>`);
}

/** Whether it was about anything at a gate. */
function atDragStart(event: DragEvent, { judge, keeper }: Exits): boolean {
  if (event.defaultPrevented) return false;
  const dragged = event.dataTransfer?.getData('text/plain') ?? '';
  const isElement = event.target instanceof Element && event.target.closest('[draggable="true"]') !== null;
  const came = isElement || dragged !== '' ? judge.text(dragged) : judge.selection();
  if (keeper.decide(came, 'drag', placeOf(event.target)) !== 'goes') stop(event);
  return came !== undefined;
}

function atSubmit(event: SubmitEvent, { keeper }: Exits): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  for (const came of pastedIn(form)) {
    if (
      keeper.decide(came, 'submit', placeOf(event.submitter ?? form), () => form.requestSubmit(event.submitter)) ===
      'goes'
    )
      continue;
    return stop(event);
  }
}

function standAtButtons(exits: Exits, isOurs: (event: Event) => boolean, options: AddEventListenerOptions): void {
  const { judge, keeper } = exits;
  let pressed: { button: Element; atMs: number } | undefined;
  /** Buttons of this page that were seen to write to the clipboard, by what is the same in every answer. */
  const writers = new Set<string>();
  const atPress = (event: Event) => {
    if (!isOurs(event)) return;
    const button = buttonOf(event);
    if (!button) return;
    if (event.type === 'click') pressed = { button, atMs: event.timeStamp };
    const isExit = writers.has(lookOf(button)) || exits.buttons().some((selector) => button.matches(selector));
    const came = isExit ? judge.button(button) : undefined;
    if (!came || came.said.effect === 'pass' || came.said.effect === 'tell') return;
    stop(event);
    if (event.type === 'click') keeper.decide(came, 'button', button.getBoundingClientRect());
  };
  for (const type of ['pointerdown', 'mousedown', 'click']) addEventListener(type, atPress, options);
  addEventListener(
    WRITES,
    (event) => {
      if (!stillThere(exits)) return;
      const { detail } = event as CustomEvent<unknown>;
      const came = typeof detail === 'string' ? judge.text(detail) : undefined;
      const own = pressed && event.timeStamp - pressed.atMs < OF_PRESS_MS ? pressed.button : undefined;
      if (!came || mayGoUnasked(came)) return;
      // A page may forge this, and gets no more by it than by writing: its own text is not written.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (own) writers.add(lookOf(own));
      if (navigator.userActivation?.isActive !== false) keeper.decide(came, 'write', own?.getBoundingClientRect());
    },
    options,
  );
}

/** A write is judged where something could be held; what goes needs no word, the button has said enough. */
const mayGoUnasked = ({ said: { effect } }: Leaving): boolean => effect === 'pass' || effect === 'tell';

function buttonOf(event: Event): Element | undefined {
  const first = event.composedPath()[0];
  const element = first instanceof Element ? first : undefined;
  return element?.closest(BUTTONS) ?? undefined;
}

/** What is the same of a button in every answer of a tool. */
const lookOf = (button: Element): string =>
  [button.localName, button.className, button.getAttribute('aria-label'), button.getAttribute('data-testid')].join(
    '\0',
  );

function placeOfSelection(): DOMRect | undefined {
  const selection = document.getSelection();
  const place = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : undefined;
  // Of a selection in a shadow root a range tells nothing but the host.
  return place && place.width + place.height > 0 ? place : selectedElement()?.getBoundingClientRect();
}

function placeOf(target: EventTarget | null): DOMRect | undefined {
  if (target instanceof Text) return target.parentElement?.getBoundingClientRect();
  return target instanceof Element ? target.getBoundingClientRect() : undefined;
}
