/**
 * Personal data masked before it is recorded, as the policy says. What is recorded is what is sent: there is no other
 * copy. The check digits decide (IBAN: ISO 13616; cards and Italian VAT numbers: Luhn; codice fiscale: its control
 * letter; telephone: the numbering plans), so that order numbers and sums stay as they are.
 */
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import isCreditCard from 'validator/es/lib/isCreditCard.js';
import isEmail from 'validator/es/lib/isEmail.js';
import isIBAN from 'validator/es/lib/isIBAN.js';
import isLuhnNumber from 'validator/es/lib/isLuhnNumber.js';
import isTaxID from 'validator/es/lib/isTaxID.js';
import * as z from 'zod';
import { MASKS, PERSONAL_KINDS, type PersonalKind } from './masks.ts';

/** What a record can hold: what people typed, the prompt, and the AI text with the words that are quoted from it. */
export const REDACTED_PARTS = ['typed', 'prompt', 'text'] as const;

export const redactionSchema = z.strictObject({
  kinds: z.array(z.enum(PERSONAL_KINDS)),
  /** Names (of people, customers, projects) that are masked wherever they stand as whole words. */
  names: z.array(z.string().trim().min(2).max(100)).max(2_000),
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

/** A place in a text, in UTF-16 offsets; `end` is behind its last character. */
interface Personal {
  kind: PersonalKind;
  start: number;
  end: number;
}

type Find = (text: string, redaction: Redaction) => Iterable<{ start: number; end: number }>;

/** Every place of personal data in a text, in order, none overlapping another. */
export function findPersonal(text: string, redaction: Redaction): Personal[] {
  const taken: Personal[] = [];
  for (const kind of PERSONAL_KINDS) {
    if (!redaction.kinds.includes(kind)) continue;
    for (const { start, end } of FIND[kind](text, redaction))
      if (!taken.some((other) => start < other.end && other.start < end)) taken.push({ kind, start, end });
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** A text with its personal data masked. `spare`: what stands in this text already, and is not masked again. */
export function mask(text: string, redaction: Redaction, spare = ''): string {
  return replaced(text, redaction, ({ kind }, found) => (spare.includes(found) ? found : MASKS[kind]));
}

/** As `mask`, with as many characters as before, so that every position in the text still holds. */
export function veil(text: string, redaction: Redaction): string {
  return replaced(text, redaction, (_, found) => '•'.repeat(Array.from(found).length));
}

function replaced(text: string, redaction: Redaction, by: (place: Personal, found: string) => string): string {
  let at = 0;
  let result = '';
  for (const place of findPersonal(text, redaction)) {
    result += text.slice(at, place.start) + by(place, text.slice(place.start, place.end));
    at = place.end;
  }
  return result + text.slice(at);
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/giu;
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gu;
const FISCAL = /(?<![A-Z0-9])[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![A-Z0-9])/giu;
const VAT = /(?<![A-Z0-9])(?:IT ?)?\d{11}(?!\d)/giu;

const FIND: Record<PersonalKind, Find> = {
  email: (text) => matches(text, EMAIL, (found) => isEmail(found)),
  iban: function* (text) {
    const pattern = new RegExp(IBAN);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const length = ibanLength(match[0]);
      // What looked like more of it may be another.
      pattern.lastIndex = match.index + (length ?? match[0].length);
      if (length) yield { start: match.index, end: match.index + length };
    }
  },
  tax_code: function* (text) {
    yield* matches(text, FISCAL, (found) => isTaxID(found.toUpperCase(), 'it-IT'));
    yield* matches(text, VAT, (found) => isLuhnNumber(found.replace(/\D/g, '')) && !/^0+$/.test(found));
  },
  card: (text) => matches(text, CARD, (found) => isCreditCard(found.replace(/\D/g, ''))),
  phone: (text, { region }) =>
    findPhoneNumbersInText(text, region as Parameters<typeof findPhoneNumbersInText>[1]).map(
      ({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }),
    ),
  name: (text, { names }) => {
    const pattern = namePattern(names);
    return pattern ? matches(text, pattern) : [];
  },
};

interface Match {
  start: number;
  end: number;
  found: string;
}

function matches(text: string, pattern: RegExp, holds: (found: string) => boolean = () => true): Match[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    holds(found) ? [{ start: index, end: index + found.length, found }] : [],
  );
}

/** How many characters of a candidate are an IBAN: what follows one may look like more of it. */
function ibanLength(candidate: string): number | undefined {
  for (let length = candidate.length; length >= 15; length--)
    if (isIBAN(candidate.slice(0, length).replace(/[ -]/g, '')) && /[A-Z0-9]$/i.test(candidate.slice(0, length)))
      return length;
  return undefined;
}

/** Whole words only, longest name first, whatever white space and case a text has them in. */
function namePattern(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const words = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
