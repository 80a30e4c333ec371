/** What each status looks like, wherever it is shown. Its colours stand in `tones.css`. */
import type { Status } from '../domain/codes.ts';

import type { Tone } from './tone.ts';

interface StatusLook {
  tone: Tone;
  /** Path of its icon (SVG, 24 x 24, drawn as a line of 2). */
  icon: string;
}

/** A status that is missing here does not compile. */
export const STATUS_LOOK: Record<Status, StatusLook> = {
  unreviewed: { tone: 'neutral', icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 8v4M12 16h.01' },
  reported: { tone: 'notice', icon: 'M5 21V4M5 4h13l-3 4.5L18 13H5' },
  approved: { tone: 'good', icon: 'M20 6 9 17l-5-5' },
  approved_with_notes: { tone: 'good', icon: 'M14 6 6 15l-3-3M13 19h8M17 15h4' },
  modified: { tone: 'change', icon: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4' },
  blocked: { tone: 'danger', icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM6 6l12 12' },
  escalated: { tone: 'raised', icon: 'M12 20V5M5 12l7-7 7 7' },
};
