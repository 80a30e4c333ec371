/**
 * Where the detector and the reader meet. The reader is a script of its own, injected with the first answer of a frame:
 * most frames have none, and while an answer streams its rough text is enough.
 */
import type { Turns } from '../detect/turns.ts';
import type { TextReading } from './reading.ts';

type Read = (elements: readonly Element[], exclude?: readonly string[]) => TextReading;

interface ReaderPort {
  /** Has a script injected. */
  readonly load: (script: 'reader' | 'formulas') => unknown;
  /** When the reader was last asked for. */
  askedMs?: number;
  /** Reads the canonical text. Set by the reader, as is what follows. */
  read?: Read;
  /** Whether what was read just now lacks something that is on its way. */
  lacks?: () => boolean;
  /** What stands around an answer and may state how sure the tool is of it. */
  stated?: (turn: Element, turns: Turns) => string[];
  /** Writes a formula in one line. Set by the script for formulas. */
  writeFormula?: (formula: Element) => string;
}

/** A script that has not come by then is asked for again. */
const AGAIN_MS = 2_000;

const KEY = Symbol.for('countersign.reader');
const world = globalThis as { [KEY]?: ReaderPort };

/** Opens the port of this frame; what an earlier detector had loaded is not for this one. */
export function openReader(load: ReaderPort['load']): void {
  world[KEY] = { load };
}

/** What the scripts offer themselves to; undefined where no detector runs. */
export const findReader = (): ReaderPort | undefined => world[KEY];

/** Whether what was read just now is the text for good. Where there is no reader, it has it injected. */
export function canRead(): boolean {
  const port = world[KEY];
  if (!port || port.read) return port?.lacks?.() !== true;
  const now = performance.now();
  if (now - (port.askedMs ?? -AGAIN_MS) >= AGAIN_MS) {
    port.askedMs = now;
    port.load('reader');
  }
  return false;
}

/** Reads the canonical text of elements; undefined while the reader is not there. */
export const readCanonical: (...asked: Parameters<Read>) => TextReading | undefined = (elements, exclude) =>
  world[KEY]?.read?.(elements, exclude);

/** Nothing while the reader is not there. */
export const readStated = (turn: Element, turns: Turns): string[] | undefined => world[KEY]?.stated?.(turn, turns);
