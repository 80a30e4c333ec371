/**
 * The notice beside a field: where the text that was put in comes from. A page must not learn whether there is anything to
 * be seen. So there is one host, from the first paste on and whatever becomes of it; the box stands beside the field after
 * every paste, in one size, and is filled and opaque only where the text was recognised; it takes no pointer events, so that
 * hit tests pass through it, and presses on it are taken by where they are.
 */
import { closedHost } from '../ours/host.ts';
import { NoticeFace, type NoticeWords } from './notice-face.ts';
import { NOTICE_CSS } from './notice-look.ts';
import { NoticeStand } from './notice-stand.ts';

/** The one thing that can be done about it, besides closing. */
interface NoticeAction {
  label: string;
  press(): void;
}

/** What has only just come up under the pointer was not meant. */
const HOLD_MS = 500;
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu', 'auxclick'];

export class ReuseNotice {
  readonly #host: HTMLElement;
  readonly #face = new NoticeFace();
  readonly #stand: NoticeStand;
  #shownMs = Number.POSITIVE_INFINITY;
  #action: NoticeAction | undefined;
  /** It was not asked for by what the person does now, and goes only when they close it. */
  #stays = false;

  constructor(signal: AbortSignal) {
    const { host, shadow } = closedHost(NOTICE_CSS, signal);
    const { box, act, close } = this.#face;
    this.#host = host;
    shadow.append(box);
    this.#stand = new NoticeStand(host, box, () => this.hide());
    // The pointer is taken by where it is; this is for the keyboard.
    for (const button of [act, close])
      button.addEventListener('click', (event) => event.isTrusted && this.#press(button), { signal });
    box.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && this.#dismiss(), {
      signal,
    });
    for (const type of PRESSES)
      window.addEventListener(type, (event) => this.#pointed(event as MouseEvent), { capture: true, signal });
    signal.addEventListener('abort', () => {
      this.hide();
      host.remove();
    });
  }

  /** Puts the box beside a field; nothing is to be seen of it yet. The same after every paste. */
  stand(field: HTMLElement): void {
    this.hide();
    this.#stand.at(field);
  }

  /** Says where the text comes from, and what can be done. */
  say(words: NoticeWords, action?: NoticeAction): void {
    this.#face.say(words);
    this.offer(action);
    this.#shownMs = performance.now();
  }

  /** Says beside a field what has become of the text there, whatever the person is at. */
  warn(field: HTMLElement, words: NoticeWords): void {
    this.stand(field);
    this.say(words);
    this.#stays = true;
  }

  /** What can be done now. */
  offer(action: NoticeAction | undefined): void {
    this.#action = action;
    this.#face.offer(action?.label);
  }

  /** Says another second line. */
  tell(why: string): void {
    this.#face.tell(why);
  }

  /** Takes the box away. The host stays: that it is there says nothing. */
  hide(): void {
    this.#stand.leave();
    this.#action = undefined;
    this.#stays = false;
    this.#shownMs = Number.POSITIVE_INFINITY;
    this.#face.clear();
  }

  /** Whether the box stands beside this field. */
  standsAt(field: HTMLElement): boolean {
    return this.#stand.field === field;
  }

  /** The keyboard is in `field` now, or in none: a notice beside another one goes, unless it has the keyboard itself. */
  moved(field: HTMLElement | undefined): void {
    if (this.#stays) return;
    if (document.activeElement !== this.#host && field !== this.#stand.field) this.hide();
  }

  /** Gives it the keyboard; answers whether there is anything to be seen. */
  focus(): boolean {
    const { isSeen } = this.#face;
    if (isSeen) this.#face.focus();
    return isSeen;
  }

  #dismiss(): void {
    const { field } = this.#stand;
    this.hide();
    field?.focus({ preventScroll: true });
  }

  /** What the pointer does on the notice is not for the page below it. */
  #pointed(event: MouseEvent): void {
    if (!event.isTrusted || !this.#face.isSeen || !this.#face.isAt(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.type === 'click' && this.#face.buttonAt(event);
    if (button) this.#press(button);
  }

  #press(button: HTMLButtonElement): void {
    if (!this.#face.isSeen || performance.now() - this.#shownMs < HOLD_MS) return;
    if (button === this.#face.close) this.#dismiss();
    else this.#action?.press();
  }
}
