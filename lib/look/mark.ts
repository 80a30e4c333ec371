/** What each mark beside a status looks like, wherever it is shown. None looks like an approval. */
import type { TextMark } from '../domain/output/marks.ts';
import type { Tone } from './tone.ts';

interface MarkLook {
  tone: Tone;
  /** Path of its icon (SVG, 24 x 24, drawn as a line of 2). */
  icon: string;
}

/** A mark that is missing here does not compile. */
export const MARK_LOOK: Record<TextMark, MarkLook> = {
  bypass: { tone: 'raised', icon: 'M6 17v-4a6 6 0 0 1 12 0v4M4 21h16v-4H4ZM12 2v2' },
  override: { tone: 'change', icon: 'M3 12h12M10 7l5 5-5 5M20 4v16' },
  exception: { tone: 'change', icon: 'M12 15a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM11 12l9-9M16 7l3 3' },
  selfReview: { tone: 'notice', icon: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 21a7 7 0 0 1 14 0' },
};
