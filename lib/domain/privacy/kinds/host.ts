/** Where the host of an address ends: at a known last part, at a change of script, at what no host has. */
import { isAsciiLetter, isCode, isDigit, isLetter, isUpper, kindOf, LATIN, MARK } from '../reading/letters.ts';
import { type Plain, plainWordsOf, unitAt } from '../reading/plain.ts';

const DOT = 0x2e;
const DASH = 0x2d;
/** RFC 1035: a part has at most 63 characters; the number of parts is bounded by the length of a host. */
const LONGEST_PART = 63;
const MOST_PARTS = 10;

/** Last parts that hosts have, beside those of two letters, which are countries. */
const KNOWN = new Set(
  `com org net edu gov mil int info biz name pro mobi tel app dev cloud online site store shop blog tech email agency digital
  company group consulting solutions services systems software support studio design media news world global international
  europe eus cat bank insurance finance legal law health care clinic academy school university example test invalid local
  internal lan corp home localhost xyz top club live life today space website work works team network academia berlin paris
  london amsterdam hamburg koeln wien swiss roma bayern`.split(/\s+/),
);
/** Those behind which a further part is another sentence's, with no blank before it. */
const BEFORE_OTHERS = new Set(['com', 'org', 'net', 'edu', 'gov', 'info', 'biz']);
/** Files whose name has an `@`, as pictures for screens with more pixels do. */
const FILES = new Set(
  'png jpg jpeg gif svg webp avif ico css scss js mjs cjs ts tsx jsx json html htm xml pdf zip exe dll whl jar map'.split(
    ' ',
  ),
);
/** Last parts without Latin letters; a sentence may go on directly behind them. */
const OTHER_KNOWN = [
  '公司',
  '中国',
  '中國',
  '网络',
  '网址',
  '网站',
  '商城',
  '香港',
  '台湾',
  '台灣',
  '新加坡',
  '集团',
  '在线',
  '中文网',
  '移动',
  '公益',
  '政务',
  '组织机构',
  '机构',
  '企业',
  '商店',
  '信息',
  '广东',
  '手机',
  'みんな',
  'コム',
  '한국',
  '닷컴',
  '닷넷',
  'рф',
  'бел',
  'укр',
  'срб',
  'бг',
  'мкд',
  'ελ',
  'ευ',
  'भारत',
  'ไทย',
  'مصر',
  'السعودية',
  'امارات',
  'قطر',
  'المغرب',
  'تونس',
  'ישראל',
];

interface Part {
  start: number;
  end: number;
  script: number;
}

/** The end of the host that begins at `start`; undefined where there is none. */
export function endOfHost(plain: Plain, start: number): number | undefined {
  const parts = partsFrom(plain, start);
  const first = parts[0];
  if (!first || parts.length < 2) return undefined;
  const ends = parts.map((part, place) => (place === 0 ? undefined : endOfLast(plain, part, place + 1 < parts.length)));
  const known = ends.findLastIndex((end, place) => end?.isKnown && !isNextSentence(plain, parts, ends, place));
  const last = known > 0 ? ends[known] : ends.at(-1);
  if (!last || isFile(plain, parts.at(-1))) return undefined;
  return last.end;
}

function partsFrom(plain: Plain, from: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  while (parts.length < MOST_PARTS) {
    const part = partFrom(plain, start);
    if (!part) break;
    parts.push(part);
    if (unitAt(plain, part.end) !== DOT) break;
    start = part.end + 1;
  }
  return parts;
}

function partFrom(plain: Plain, start: number): Part | undefined {
  let script = 0;
  let end = start;
  for (; end - start < LONGEST_PART; end++) {
    const own = scriptIn(unitAt(plain, end), script);
    if (own === undefined || (script && own !== script)) break;
    script = own;
  }
  while (end > start && unitAt(plain, end - 1) === DASH) end--;
  return end > start && unitAt(plain, start) !== DASH ? { start, end, script } : undefined;
}

/** The script that a character of a host is of; that of the others if it may be any, undefined if no host has it. */
function scriptIn(unit: number, script: number): number | undefined {
  if (isLetter(unit)) return kindOf(unit);
  if (isDigit(unit)) return script || LATIN;
  return kindOf(unit) === MARK || unit === DASH ? script : undefined;
}

interface Last {
  end: number;
  isKnown: boolean;
}

/** Where a host ends if this is its last part. What stands behind a dash or a digit is no more of it. */
function endOfLast(plain: Plain, part: Part, hasMore: boolean): Last | undefined {
  const { start } = part;
  const word = plainWordsOf(plain, start, part.end);
  if (part.script !== LATIN) return otherLast(start, word);
  if (/^xn--[a-z0-9-]+$/i.test(word)) return { end: part.end, isKnown: true };
  let end = start;
  while (end < part.end && (isLetter(unitAt(plain, end)) || kindOf(unitAt(plain, end)) === MARK)) end++;
  if (end - start < 2) return undefined;
  const letters = word.slice(0, end - start).toLowerCase();
  const isKnown =
    (hasMore ? BEFORE_OTHERS : KNOWN).has(letters) || (end - start === 2 && isAsciiLetter(unitAt(plain, start)));
  if (end < part.end && (hasMore || (isDigit(unitAt(plain, end)) && !isKnown))) return undefined;
  return { end, isKnown };
}

function otherLast(start: number, word: string): Last {
  const known = OTHER_KNOWN.filter((last) => word.startsWith(last)).sort((a, b) => b.length - a.length)[0];
  return { end: start + (known ?? word).length, isKnown: known !== undefined };
}

/** `anna@example.com.Then we`: a capital behind a host in small letters begins a sentence. */
function isNextSentence(
  plain: Plain,
  parts: readonly Part[],
  ends: readonly (Last | undefined)[],
  place: number,
): boolean {
  const [before, part] = [parts[place - 1], parts[place]];
  if (!before || !part || !ends[place - 1]?.isKnown) return false;
  const [initial, second] = [unitAt(plain, part.start), unitAt(plain, part.start + 1)];
  return isUpper(initial) && !isUpper(second) && !isUpper(unitAt(plain, before.start));
}

const isFile = (plain: Plain, part: Part | undefined): boolean =>
  part !== undefined &&
  isCode(unitAt(plain, part.start)) &&
  FILES.has(plainWordsOf(plain, part.start, part.end).toLowerCase());
