/** What the reader's own script does when it comes into a frame. */
import { statedAround } from '../detect/stated.ts';
import { lacksFormulas } from './formulas/ask.ts';
import { findReader } from './port.ts';
import { readText } from './read.ts';

/** Offers the reader to the detector of this frame. */
export function offerReader(): void {
  const port = findReader();
  if (port) Object.assign(port, { read: readText, lacks: lacksFormulas, stated: statedAround });
}
