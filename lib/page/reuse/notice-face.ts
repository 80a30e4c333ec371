/** What is in the notice's box: where the text comes from, its status, why, and what can be done. */
import type { Status } from '../../domain/codes.ts';
import { STATUS_LOOK } from '../../look/status.ts';
import { setTone } from '../../look/tone.ts';
import { iconOf } from '../ours/icon.ts';

const CLOSE_PATH = 'M6 6l12 12M18 6 6 18';

/** What the notice says. */
export interface NoticeWords {
  from: string;
  status: Status;
  /** Label of the status. */
  label: string;
  why: string;
  close: string;
}

export class NoticeFace {
  readonly box = document.createElement('div');
  readonly act = document.createElement('button');
  readonly close = document.createElement('button');

  constructor() {
    this.box.className = 'notice';
    setTone(this.box, 'neutral');
    this.box.setAttribute('role', 'status');
    this.close.className = 'close';
    for (const button of [this.act, this.close]) button.type = 'button';
  }

  get isSeen(): boolean {
    return this.box.dataset.known !== undefined;
  }

  say({ from, status, label, why, close }: NoticeWords): void {
    const { tone, icon } = STATUS_LOOK[status];
    this.box.dataset.status = status;
    setTone(this.box, tone);
    this.box.dataset.known = '';
    this.close.setAttribute('aria-label', close);
    this.close.replaceChildren(iconOf(CLOSE_PATH));
    this.box.replaceChildren(
      partOf('from', said(from)),
      partOf('status', iconOf(icon), said(label)),
      partOf('why', said(why)),
      partOf('buttons', this.act),
      this.close,
    );
  }

  /** The one thing that can be done besides closing, if there is one. */
  offer(label: string | undefined): void {
    this.act.hidden = label === undefined;
    this.act.replaceChildren(said(label ?? ''));
  }

  /** Says another second line. */
  tell(why: string): void {
    this.box.querySelector('.why')?.replaceChildren(said(why));
  }

  clear(): void {
    delete this.box.dataset.known;
    this.box.replaceChildren();
  }

  /** Gives the keyboard to what can be done, else to what closes it. */
  focus(): void {
    (this.act.hidden ? this.close : this.act).focus({ preventScroll: true });
  }

  /** Whether a press of the pointer is on it: it takes none, so a press is known by its place. */
  isAt(event: MouseEvent): boolean {
    return isIn(this.box, event);
  }

  buttonAt(event: MouseEvent): HTMLButtonElement | undefined {
    return [this.act, this.close].find((button) => !button.hidden && isIn(button, event));
  }
}

function partOf(name: string, ...children: Element[]): HTMLElement {
  const part = document.createElement('div');
  part.className = name;
  part.append(...children);
  return part;
}

function isIn(element: Element, { clientX, clientY, detail }: MouseEvent): boolean {
  // A press by the keyboard has no place: it is the button's own.
  if (detail === 0 && clientX === 0 && clientY === 0) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** Words that a page's searches and selections do not find. */
export function said(words: string): HTMLElement {
  const span = document.createElement('span');
  span.dataset.said = words;
  return span;
}
