/** Characters that a text writes in another way: `&nbsp;`, `&#8217;`, `%40`, `\n`. */

/** A character, and where the text goes on behind what stands for it. */
export interface Written {
  character: string;
  end: number;
}

/** The names of U+00A0 to U+00FF, in order, as HTML has them. */
const LATIN_1 =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );

const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LATIN_1.map((name, at) => [name, String.fromCharCode(0xa0 + at)])),
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", commat: '@', period: '.', comma: ',', plus: '+', sol: '/' },
  ...{ lpar: '(', rpar: ')', colon: ':', semi: ';', num: '#', lowbar: '_', equals: '=', Tab: '\t', NewLine: '\n' },
  ...{ ensp: ' ', emsp: ' ', thinsp: ' ', numsp: ' ', puncsp: ' ', hairsp: ' ', hyphen: '-', dash: '-' },
  ...{ ndash: '–', mdash: '—', minus: '−', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”' },
  ...{ zwj: '\u200d', zwnj: '\u200c', lrm: '\u200e', rlm: '\u200f', bull: '•', hellip: '…' },
  ...{ scaron: 'š', Scaron: 'Š', oelig: 'œ', OElig: 'Œ', Yuml: 'Ÿ', zcaron: 'ž', Zcaron: 'Ž', ccaron: 'č' },
  ...{ Ccaron: 'Č', cacute: 'ć', Cacute: 'Ć', lstrok: 'ł', Lstrok: 'Ł', eogon: 'ę', aogon: 'ą', inodot: 'ı' },
};

/** The longest of them, `&#x10FFFF;` included, has ten characters. */
const LONGEST_ENTITY = 10;

/** The character for which an entity at `at` stands. */
export function entityAt(text: string, at: number): Written | undefined {
  const semicolon = text.slice(at + 1, at + LONGEST_ENTITY).indexOf(';');
  if (semicolon < 1) return undefined;
  const name = text.slice(at + 1, at + 1 + semicolon);
  const character = name.startsWith('#')
    ? numbered(name.slice(1))
    : Object.hasOwn(NAMED, name)
      ? NAMED[name]
      : undefined;
  if (character === undefined) return undefined;
  const end = at + semicolon + 2;
  // Encoded twice: `&amp;#39;`.
  const inner = character === '&' ? entityAt(`&${text.slice(end, end + LONGEST_ENTITY)}`, 0) : undefined;
  return inner && inner.character !== '&'
    ? { character: inner.character, end: end + inner.end - 1 }
    : { character, end };
}

function numbered(number: string): string | undefined {
  const point = /^[xX][0-9a-fA-F]+$/.test(number)
    ? Number.parseInt(number.slice(1), 16)
    : /^\d+$/.test(number)
      ? Number(number)
      : 0;
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** The character for which `%40`, `%C3%A9` or, encoded twice, `%2540` at `at` stands. */
export function percentAt(text: string, at: number): Written | undefined {
  const first = byteAt(text, at);
  if (!first) return undefined;
  if (first.value === 0x25) {
    const inner = byteAt(`%${text.slice(first.end, first.end + 2)}`, 0);
    if (inner && isPlain(inner.value)) return { character: String.fromCharCode(inner.value), end: first.end + 2 };
  }
  if (isPlain(first.value)) return { character: String.fromCharCode(first.value), end: first.end };
  return manyBytes(text, first);
}

const isPlain = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x09;

interface Byte {
  value: number;
  end: number;
}

function byteAt(text: string, at: number): Byte | undefined {
  const digits = text.slice(at + 1, at + 3);
  return text[at] === '%' && /^[0-9a-fA-F]{2}$/.test(digits)
    ? { value: Number.parseInt(digits, 16), end: at + 3 }
    : undefined;
}

/** A character beyond ASCII: two to four bytes of UTF-8. */
function manyBytes(text: string, first: Byte): Written | undefined {
  const count = first.value >= 0xf0 ? 3 : first.value >= 0xe0 ? 2 : first.value >= 0xc2 ? 1 : 0;
  if (count === 0 || first.value > 0xf4) return undefined;
  let point = first.value & (0x3f >> count);
  let { end } = first;
  for (let more = 0; more < count; more++) {
    const next = byteAt(text, end);
    if (!next || (next.value & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (next.value & 0x3f);
    end = next.end;
  }
  return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? { character: String.fromCodePoint(point), end }
    : undefined;
}

/** What `\n`, `\t` or `\u2019` at `at` stands for, in JSON that somebody pasted. */
export function escapedAt(text: string, at: number): Written | undefined {
  const letter = text[at + 1];
  const hex = letter === 'u' ? text.slice(at + 2, at + 6) : '';
  if (/^[0-9a-fA-F]{4}$/.test(hex)) return { character: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6 };
  return letter === 'n' || letter === 'r' || letter === 't'
    ? { character: letter === 't' ? '\t' : '\n', end: at + 2 }
    : undefined;
}
