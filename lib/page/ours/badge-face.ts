/** One badge: the button of an output, with its status by icon, label and colour. */
import type { Status } from '../../domain/codes.ts';
import type { TextMark } from '../../domain/output/marks.ts';
import { MARK_LOOK } from '../../look/mark.ts';
import { STATUS_LOOK } from '../../look/status.ts';
import { setTone } from '../../look/tone.ts';
import type { Found } from '../detect/found.ts';
import { iconOf } from './icon.ts';
import type { Layer } from './layer.ts';

export interface PageBadge {
  found: Found;
  status: Status;
  /** What stands beside the status. */
  mark?: TextMark | undefined;
  /** Made when the output first comes into view: most of a long conversation never does. */
  drawn?: {
    button: HTMLButtonElement;
    /** As long as the answer beside it: within it, the badge stays in view as the page scrolls, by CSS alone. */
    track: HTMLElement;
    layer: Layer;
    /** Where the track is. */
    style?: string;
  };
}

/** A badge that has been in view. */
export type Drawn = PageBadge & Required<Pick<PageBadge, 'drawn'>>;

export const isDrawn = (badge: PageBadge): badge is Drawn => badge.drawn !== undefined;

export interface BadgeWords {
  /** What the badge says of a status: a short label. */
  label(status: Status): string;
  /** What a screen reader says of the badge. */
  title(status: Status, mark: TextMark | undefined): string;
}

/** Writes a badge's status on it, and its mark at the end. Its size stays: by that, a page would tell them apart. */
export function drawStatus({ drawn: { button }, status, mark }: Drawn, words: BadgeWords): void {
  const { tone, icon } = STATUS_LOOK[status];
  button.dataset.status = status;
  setTone(button, tone);
  button.setAttribute('aria-label', words.title(status, mark));
  button.setAttribute('aria-haspopup', 'dialog');
  const label = document.createElement('span');
  label.dataset.said = words.label(status);
  button.replaceChildren(iconOf(icon), label);
  if (!mark) return void delete button.dataset.mark;
  const sign = document.createElement('span');
  sign.className = 'sign';
  setTone(sign, MARK_LOOK[mark].tone);
  sign.append(iconOf(MARK_LOOK[mark].icon));
  button.dataset.mark = mark;
  button.append(sign);
}
