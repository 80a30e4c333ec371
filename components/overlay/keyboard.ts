/**
 * Keeps the keyboard with the frame in which somebody types. A page may move the focus at any time, and what is typed
 * next would go to it: the focus is taken back before the next key, and keys that would still go to the page are held
 * back. A listener that the page put on its window before ours still hears those.
 */

/** So often the focus is taken back from a page that keeps at it, within `WITHIN_MS`. */
const MOST_RETURNS = 5;
const WITHIN_MS = 2_000;
const KEYS = ['keydown', 'keypress', 'keyup', 'beforeinput'];

interface Keyboard {
  /** The page took the focus. `back`: it could be taken back; else keys are held back until the person clicks. */
  taken(back: boolean): void;
}

/** Watches over the focus of `frame` until the signal; from when it first has it until the person goes elsewhere. */
export function keepKeyboard(frame: HTMLIFrameElement, { taken }: Keyboard, signal: AbortSignal): void {
  const root = frame.getRootNode() as ShadowRoot;
  let typing = false;
  let returns: number[] = [];
  const isOurs = () => root.activeElement !== null;
  const look = () => {
    if (typing && document.hasFocus() && !isOurs()) bring();
  };
  const bring = () => {
    const now = performance.now();
    returns = [...returns.filter((at) => now - at < WITHIN_MS), now];
    if (returns.length <= MOST_RETURNS) frame.focus();
    taken(returns.length <= MOST_RETURNS && isOurs());
  };
  const options = { capture: true, signal };
  for (const type of ['focus', 'blur', 'focusin', 'focusout']) {
    // After the page's own step, in which the focus may still be on its way.
    addEventListener(type, () => queueMicrotask(look), options);
    root.addEventListener(type, () => queueMicrotask(look), options);
  }
  frame.addEventListener(
    'focus',
    () => {
      typing = true;
    },
    { signal },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().includes(frame)) typing = false;
    },
    options,
  );
  const hold = (event: Event) => {
    if (!typing || isOurs()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    taken(false);
  };
  for (const type of KEYS) addEventListener(type, hold, options);
}
