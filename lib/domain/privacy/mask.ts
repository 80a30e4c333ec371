/**
 * Masks personal data before it is recorded. What is recorded is what is sent: there is no other copy. The check digits
 * decide (IBAN, cards, tax codes, VAT numbers; telephone: the numbering plans), so that order numbers and sums stay as they
 * are. Masking never fails: what cannot be read is veiled as a whole, and the record is kept.
 */
import { codePointLength, stripInvisible } from '../output/text.ts';
import { MASKS } from './masks.ts';
import { type Personal, placesOf, type Sought } from './places.ts';
import type { Redaction } from './redaction.ts';

/** Finds the places of personal data; another one only in the test of what becomes of a text when it fails. */
type FindPlaces = (text: string, sought: Sought) => Personal[];

/** A text with its personal data masked. `spare`: what stands in this text already, and is not masked again. */
export function mask(text: string, redaction: Redaction, spare = '', find: FindPlaces = placesOf): string {
  return safely(text, () => {
    const spared = spare ? new Set(wordsAt(spare, find(spare, soughtBy(redaction)))) : undefined;
    return replaced(text, find(text, soughtBy(redaction)), ({ kind }, found) =>
      spared?.has(found) ? found : MASKS[kind],
    );
  });
}

/** As `mask`, no longer than may be kept: the words are veiled where their masks would make the text too long. */
export function maskWithin(longest: number, text: string, redaction: Redaction, spare = ''): string {
  const masked = mask(text, redaction, spare);
  return masked.length <= longest ? masked : veil(text, redaction);
}

/** As `mask`, with as many characters as before, so that every position in the text still holds. */
export function veil(text: string, redaction: Redaction, find: FindPlaces = placesOf): string {
  return safely(text, () => replaced(text, find(text, soughtBy(redaction)), (_, found) => veiled(found)));
}

const soughtBy = ({ kinds, names, region }: Redaction): Sought => ({ kinds, names, ...(region ? { region } : {}) });

/** One sign for each character that counts where passages are: none for what nobody sees, one for a row of blanks. */
const veiled = (words: string): string =>
  '•'.repeat(codePointLength(stripInvisible(words.normalize('NFC')).replace(/\s+/g, ' ')));

/** What masking makes of a text, or, should it fail, the text with all that can be read veiled: a record is never lost. */
function safely(text: string, make: () => string): string {
  try {
    return make();
  } catch (error) {
    // Its message could hold the text.
    console.error('Countersign: a text could not be masked and is veiled', error instanceof Error ? error.name : '');
    return Array.from(text, (character) => (/\s/.test(character) ? character : '•')).join('');
  }
}

const wordsAt = (text: string, places: readonly Personal[]): string[] =>
  places.map(({ start, end }) => text.slice(start, end));

function replaced(text: string, places: readonly Personal[], by: (place: Personal, found: string) => string): string {
  let at = 0;
  let result = '';
  for (const place of places) {
    result += text.slice(at, place.start) + by(place, text.slice(place.start, place.end));
    at = place.end;
  }
  return result + text.slice(at);
}
