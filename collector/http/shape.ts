/**
 * How large a thing a text of JSON is, told from its bytes. An object of hundreds of thousands of keys costs seconds to parse, so
 * it is not.
 */

/** Keys of one object; the largest of an event has some dozens. */
const KEYS = 500;
/** Elements of one list; a decision names a thousand reports at most. */
const ELEMENTS = 5_000;
/** Values in all: the largest request of a browser has some two hundred thousand. */
const VALUES = 500_000;
const DEPTH = 32;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether JSON is small enough in shape to be parsed. Of what is no JSON it says anything: the parser then says so. */
export function isBounded(bytes: Uint8Array): boolean {
  const most: number[] = [];
  const counted: number[] = [];
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfString(bytes, at);
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        if (most.push(bytes[at] === OPEN_OBJECT ? KEYS : ELEMENTS) > DEPTH) return false;
        counted.push(1);
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        most.pop();
        counted.pop();
        break;
      case COMMA: {
        const [inner, here = 0] = [counted.length - 1, counted.at(-1)];
        if (++values > VALUES || here >= (most[inner] ?? 0)) return false;
        counted[inner] = here + 1;
        break;
      }
    }
  }
  return true;
}

/** Where the string ends that begins at a quote. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
