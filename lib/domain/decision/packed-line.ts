/** A line of outputs, by their hashes: 32 bytes each, since a hundred thousand of them go from one thread to another. */

/** `sha256:` and 64 hex digits. */
const FORM = /^sha256:[0-9a-f]{64}$/;
const BYTES = 32;

const NAME = 'sha256:';
/** Where the digits begin. */
const DIGITS = NAME.length;
const LETTERS = DIGITS + 2 * BYTES;
/** The value of a digit, by its code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);
const valueAt = (hash: string, at: number): number => VALUES[hash.charCodeAt(at)] ?? 0;
const byteAt = (hash: string, at: number): number =>
  16 * valueAt(hash, DIGITS + 2 * at) + valueAt(hash, DIGITS + 2 * at + 1);
const bytesOf = (hash: string): number[] => Array.from({ length: BYTES }, (_, at) => byteAt(hash, at));

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const NAME_CODES = encoder.encode(NAME);
const DIGIT_CODES = encoder.encode('0123456789abcdef');

/** The line of some hashes; `length`: of the whole line, where these are the first of it. */
export function packed(hashes: readonly string[], length = hashes.length): PackedLine {
  const bytes = new Uint8Array(hashes.length * BYTES);
  for (const [at, hash] of hashes.entries())
    for (let byte = 0; byte < BYTES; byte += 1) bytes[at * BYTES + byte] = byteAt(hash, byte);
  return new PackedLine(bytes, length);
}

export class PackedLine {
  /** How many stand in it; `bytes` may hold only the first of them. */
  readonly length: number;
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, length = bytes.length / BYTES) {
    this.bytes = bytes;
    this.length = length;
  }

  /** The hashes at some places; fewer where the line ends, or where they are not known yet. */
  slice(from: number, to: number): string[] {
    const known = Math.min(to, this.bytes.length / BYTES);
    const count = Math.max(0, known - from);
    const text = this.#textOf(from, count);
    return Array.from({ length: count }, (_, at) => text.slice(at * LETTERS, (at + 1) * LETTERS));
  }

  /** The hash at a place; undefined where there is none. */
  at(place: number): string | undefined {
    return place < 0 ? undefined : this.slice(place, place + 1)[0];
  }

  /** The place of a hash, -1 where it is not in the line. */
  indexOf(hash: string): number {
    if (!FORM.test(hash)) return -1;
    const wanted = bytesOf(hash);
    for (let at = 0; at < this.bytes.length; at += BYTES) if (this.#isAt(at, wanted)) return at / BYTES;
    return -1;
  }

  /** Some hashes, one behind the other: a list shows thousands, and made digit by digit they kept the page busy. */
  #textOf(from: number, count: number): string {
    const codes = new Uint8Array(count * LETTERS);
    for (let at = 0; at < count; at += 1) {
      codes.set(NAME_CODES, at * LETTERS);
      for (let byte = 0; byte < BYTES; byte += 1) {
        const value = this.bytes[(from + at) * BYTES + byte] ?? 0;
        const place = at * LETTERS + DIGITS + 2 * byte;
        codes[place] = DIGIT_CODES[value >> 4] ?? 0;
        codes[place + 1] = DIGIT_CODES[value & 15] ?? 0;
      }
    }
    return decoder.decode(codes);
  }

  #isAt(offset: number, wanted: readonly number[]): boolean {
    for (let byte = 0; byte < BYTES; byte += 1) if (this.bytes[offset + byte] !== wanted[byte]) return false;
    return true;
  }
}
