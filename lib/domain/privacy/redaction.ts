/**
 * Personal data masked before it is recorded, as the policy says. What is recorded is what is sent: there is no other
 * copy. The check digits decide (IBAN, cards, tax codes, VAT numbers; telephone: the numbering plans), so that order numbers
 * and sums stay as they are. Masking never fails: what cannot be read is veiled as a whole, and the record is kept.
 */

import * as z from 'zod';
import { LONGEST_NAME, MOST_NAMES } from '../limits.ts';
import { codePointLength, stripInvisible } from '../output/text.ts';
import { MASKS, PERSONAL_KINDS } from './masks.ts';
import { type Personal, placesOf, type Sought } from './places.ts';

/** What a record can hold: what people typed, the prompt, and the AI text with the words that are quoted from it. */
export const REDACTED_PARTS = ['typed', 'prompt', 'text'] as const;

export const redactionSchema = z.strictObject({
  kinds: z.array(z.enum(PERSONAL_KINDS)),
  /** Names (of people, customers, projects) that are masked wherever they stand as whole words. */
  names: z.array(z.string().trim().min(2).max(LONGEST_NAME)).max(MOST_NAMES),
  parts: z.array(z.enum(REDACTED_PARTS)),
  /** Country (ISO 3166-1 alpha-2) whose telephone numbers are known without their `+`; the browser's language if none. */
  region: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Redaction = z.infer<typeof redactionSchema>;

/** Everything of personal kind in what is typed and prompted. The AI text stays: it is what reviewers judge. */
export const DEFAULT_REDACTION: Redaction = { kinds: [...PERSONAL_KINDS], names: [], parts: ['typed', 'prompt'] };

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
