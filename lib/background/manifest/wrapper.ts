/**
 * The C2PA manifest that a text carries in variation selectors, which survives copying and pasting: C2PA 2.4, A.8
 * "Embedding manifests into unstructured text". A wrapper is U+FEFF, then one selector for each byte of: `C2PATXT` and
 * a NUL, version (1), length (4 bytes, big-endian), the manifest store, padding.
 */
import type { TextManifest } from '../../domain/output/hidden.ts';

interface Wrapped {
  /** The JUMBF of the manifest store, where there is exactly one and it is whole. */
  store?: Uint8Array;
  problem?: TextManifest['problem'];
}

const MAGIC = 'C2PATXT\0';
const HEADER = 13;
const VERSION = 1;
/** Bytes; a manifest of a text is a few thousand, with a chain of certificates. */
const LARGEST = 256 * 1024;

const selectorOf = (byte: number): string => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16);
const FIRST = Array.from(MAGIC, (letter) => selectorOf(letter.charCodeAt(0))).join('');

const byteOf = (point: number): number | undefined => {
  if (point >= 0xfe00 && point <= 0xfe0f) return point - 0xfe00;
  return point >= 0xe0100 && point <= 0xe01ef ? point - 0xe0100 + 16 : undefined;
};

/** The wrapper in a text, and the text without its selectors; undefined where there is none. */
export function findWrapper(text: string): (Wrapped & { rest: string }) | undefined {
  const found: Wrapped[] = [];
  let rest = '';
  let from = 0;
  // A text with the marker only, whose page has lost it, is read as well: the magic is what tells a wrapper.
  for (let at = text.indexOf(FIRST); at >= 0; at = text.indexOf(FIRST, from)) {
    const { bytes, end } = runAt(text, at);
    found.push(unwrap(bytes));
    rest += text.slice(from, text[at - 1] === '\uFEFF' ? at - 1 : at);
    from = end;
  }
  const [first] = found;
  if (!first) return undefined;
  // What cannot be read beside one that can is stray bytes: else anybody could spoil a text by appending to it.
  const whole = found.filter(({ store }) => store);
  const one = whole.length > 1 ? { problem: 'several' as const } : (whole[0] ?? first);
  return { ...one, rest: rest + text.slice(from) };
}

function runAt(text: string, start: number): { bytes: Uint8Array; end: number } {
  const bytes: number[] = [];
  let end = start;
  for (;;) {
    const point = text.codePointAt(end);
    const byte = point === undefined ? undefined : byteOf(point);
    if (point === undefined || byte === undefined) return { bytes: Uint8Array.from(bytes), end };
    bytes.push(byte);
    end += point > 0xffff ? 2 : 1;
  }
}

function unwrap(bytes: Uint8Array): Wrapped {
  if (bytes.length < HEADER) return { problem: 'cut_off' };
  if (bytes[MAGIC.length] !== VERSION) return { problem: 'unknown_version' };
  const length = new DataView(bytes.buffer).getUint32(HEADER - 4);
  if (length > LARGEST) return { problem: 'too_large' };
  if (bytes.length < HEADER + length) return { problem: 'cut_off' };
  return { store: bytes.slice(HEADER, HEADER + length) };
}
