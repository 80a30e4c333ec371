/** What the words before a number say that it is. */

import type { LabelKind } from './label-words.ts';
import { LABELS, NEUTRAL, SPACELESS_LABELS } from './label-words.ts';
import { type Plain, plainWordsOf } from './plain.ts';

/** As much of a line as may hold a label: longer ones are sentences. */
const REACH = 48;
/** `numero di telefono del cliente`: words that say nothing by themselves are passed over. */
const MOST_WORDS = 4;

/** What the words directly before a place call the number there; undefined if they do not say. */
export function labelBefore(plain: Plain, place: number): LabelKind | undefined {
  let words = plainWordsOf(plain, place - REACH, place);
  for (let count = 0; count < MOST_WORDS; count++) {
    words = withoutList(words).replace(/[ \n"'<>(*[:=#|+·/~_-]{1,48}$/, '');
    if (/[,;!?)\]]$/.test(words)) return undefined;
    const stopped = words.endsWith('.');
    words = words.replace(/[.°º ]{1,48}$/, '');
    const word = /[\p{L}\p{M}]{1,48}$/u.exec(words)?.[0] ?? '';
    if (!word) return undefined;
    const label = labelOf(word, words.slice(0, -word.length));
    // A sentence ends with the stop, unless the word is cut short.
    if (stopped && word.length > LONGEST_SHORTENED) return undefined;
    words = words.slice(0, -word.length);
    if (label === 'other' && BEHIND_TAX.has(word.toLowerCase()) && /(?:vat|tax|iva|ust|tva)[ .-]{1,2}$/i.test(words))
      return 'tax';
    if (label !== 'neutral') return label;
  }
  return undefined;
}

/** `VAT ID`, `tax code`. */
const BEHIND_TAX = new Set(['id', 'ids', 'code', 'no', 'ref', 'account']);

/** `orders 4412345678, 3331234567`: what names the first of a list names all. Short numbers before it are none of it. */
function withoutList(words: string): string {
  let rest = words;
  for (let count = 0; count < MOST_WORDS; count++) {
    const listed = /(?:^|[^\d])([\d .()-]{6,24})(?: ?[,;/&|、] ?| (?:(?:and|or|e|o|oppure|und|oder|et|ou|y) )?)$/.exec(
      rest,
    );
    if (!listed || (listed[1] ?? '').replace(/\D/g, '').length < 6) return rest;
    rest = rest.slice(0, listed.index + listed[0].indexOf(listed[1] ?? ''));
  }
  return rest;
}

/** `tel.`, `rif.`, `codice` is no abbreviation. */
const LONGEST_SHORTENED = 5;

function labelOf(word: string, before: string): LabelKind | 'neutral' | undefined {
  const small = word.toLowerCase();
  // Letters with stops between them: `c.f.`, `P.IVA`, `p. iva`.
  const initial = word.length <= 3 ? /(?:^|[^\p{L}])(\p{L})\. ?$/u.exec(before)?.[1] : undefined;
  const joined = initial ? LABELS.get(initial.toLowerCase() + small) : undefined;
  if (joined) return joined;
  const whole = LABELS.get(small);
  if (whole) return whole;
  if (NEUTRAL.has(small)) return 'neutral';
  const spaceless = SPACELESS_LABELS.find(([label]) => small.endsWith(label));
  if (spaceless) return spaceless[1];
  const last = word
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .split(' ')
    .reverse();
  if (last.length < 2) return COMPOUNDS.find(([part]) => small.endsWith(part) && small !== part)?.[1];
  for (const part of last) {
    const label = LABELS.get(part.toLowerCase());
    if (label) return label;
    if (!NEUTRAL.has(part.toLowerCase())) return undefined;
  }
  return 'neutral';
}

/** German puts words together. */
const COMPOUNDS: readonly (readonly [part: string, label: LabelKind])[] = [
  ['telefonnummer', 'phone'],
  ['rufnummer', 'phone'],
  ['handynummer', 'phone'],
  ['mobilnummer', 'phone'],
  ['nummer', 'other'],
  ['zeichen', 'other'],
  ['nr', 'other'],
];
