/**
 * JUMBF (ISO/IEC 19566-5), as far as C2PA manifests need it: boxes within labelled boxes. Nothing in a box is believed:
 * lengths are bounded by the box around it, and depth and number of boxes by what a manifest can have.
 */

/** A superbox with its label and what is in it. */
export interface Box {
  label: string;
  boxes: Box[];
  /** The content boxes beside them, by type (`cbor`, `json`, …). */
  contents: { type: string; bytes: Uint8Array }[];
}

const DEEPEST = 8;
const MOST_BOXES = 2_000;

/** The superbox that `bytes` begin with. Throws a `RangeError` where they are none. */
export function readSuperbox(bytes: Uint8Array): Box {
  const left = { boxes: MOST_BOXES };
  const [first] = split(bytes, left);
  if (first?.type !== 'jumb') throw new RangeError('no JUMBF');
  return superbox(first.bytes, left, 0);
}

interface Raw {
  type: string;
  bytes: Uint8Array;
}

function split(bytes: Uint8Array, left: { boxes: number }): Raw[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Raw[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (--left.boxes < 0) throw new RangeError('too many boxes');
    const { header, length } = sizeAt(view, at);
    if (length < header || at + length > bytes.length) throw new RangeError('a box is longer than what holds it');
    const type = ascii(bytes.subarray(at + 4, at + 8));
    boxes.push({ type, bytes: bytes.subarray(at + header, at + length) });
    at += length;
  }
  return boxes;
}

/** Length of a box with its header: 1 means that it stands in eight further bytes, 0 that the box goes on to the end. */
function sizeAt(view: DataView, at: number): { header: number; length: number } {
  if (at + 8 > view.byteLength) throw new RangeError('a box without a header');
  const length = view.getUint32(at);
  if (length === 0) return { header: 8, length: view.byteLength - at };
  if (length !== 1) return { header: 8, length };
  if (at + 16 > view.byteLength) throw new RangeError('a box without a header');
  return { header: 16, length: Number(view.getBigUint64(at + 8)) };
}

function superbox(bytes: Uint8Array, left: { boxes: number }, depth: number): Box {
  if (depth > DEEPEST) throw new RangeError('boxes too deep');
  const [description, ...rest] = split(bytes, left);
  if (description?.type !== 'jumd') throw new RangeError('a superbox without a description');
  const box: Box = { label: labelOf(description.bytes), boxes: [], contents: [] };
  for (const raw of rest) {
    if (raw.type === 'jumb') box.boxes.push(superbox(raw.bytes, left, depth + 1));
    else box.contents.push(raw);
  }
  return box;
}

/** A description: type (16 bytes), toggles, and with the second toggle a label that ends with NUL. */
function labelOf(bytes: Uint8Array): string {
  const toggles = bytes[16];
  if (toggles === undefined) throw new RangeError('a description without toggles');
  if (!(toggles & 2)) return '';
  const end = bytes.indexOf(0, 17);
  if (end < 0) throw new RangeError('a label without an end');
  return new TextDecoder().decode(bytes.subarray(17, Math.min(end, 17 + 300)));
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
