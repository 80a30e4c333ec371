/** Where personal data stands in a text. Every scanner goes through the text once; where two overlap, the first kind wins. */
import { findCards } from './kinds/card.ts';
import { findEmails } from './kinds/email.ts';
import { findIbans } from './kinds/iban.ts';
import { findNames } from './kinds/name.ts';
import { findPhones } from './kinds/phone.ts';
import { findTaxCodes } from './kinds/tax-code.ts';
import { findVatNumbers } from './kinds/vat.ts';
import { PERSONAL_KINDS, type PersonalKind } from './masks.ts';
import { digitGroups } from './reading/groups.ts';
import type { PlainStretch } from './reading/plain.ts';
import { type Plain, readPlain } from './reading/plain.ts';

/** A place in a text, in UTF-16 offsets; `end` is behind its last character. */
export interface Personal {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** What is looked for. */
export interface Sought {
  kinds: readonly PersonalKind[];
  names: readonly string[];
  region?: string;
}

/** Every place of personal data in a text, in order, none overlapping another. */
export function placesOf(text: string, sought: Sought): Personal[] {
  const plain = readPlain(text);
  const found = stretchesOf(plain, sought);
  const covered = new Uint8Array(plain.length);
  const places: Personal[] = [];
  for (const kind of PERSONAL_KINDS) {
    if (!sought.kinds.includes(kind)) continue;
    for (const { start, end } of found[kind]) {
      if (covered.subarray(start, end).includes(1)) continue;
      covered.fill(1, start, end);
      places.push({ kind, start: plain.from[start] ?? 0, end: plain.to[end - 1] ?? 0 });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Where each kind stands. All are looked for, also those that are not masked: a part of an IBAN is no telephone number, whatever is masked. */
export function stretchesOf(plain: Plain, { kinds, names, region }: Sought): Record<PersonalKind, PlainStretch[]> {
  const groups = digitGroups(plain);
  const email = findEmails(plain);
  const ibans = findIbans(plain);
  const people = findTaxCodes(plain);
  const companies = findVatNumbers(plain, groups, region);
  const cards = findCards(plain, groups);
  const tax_code = [...people.found, ...companies.found];
  const alike = [...ibans.alike, ...people.alike, ...companies.alike, ...cards.alike];
  const taken = [...email, ...ibans.found, ...tax_code, ...cards.found, ...alike];
  const phone = kinds.includes('phone') ? findPhones(plain, groups, taken, region) : [];
  return { email, iban: ibans.found, tax_code, card: cards.found, phone, name: findNames(plain, names) };
}
