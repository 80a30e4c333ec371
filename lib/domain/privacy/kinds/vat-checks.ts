/** The VAT numbers of the EU, of Northern Ireland and Great Britain, and of Switzerland: their form, and what checks them. */
import { passesLuhn } from './luhn.ts';

interface VatForm {
  /** All of it that stands behind the country's letters; bounded, so that it is read in one step. */
  form: RegExp;
  holds(body: string): boolean;
}

const digitsOf = (body: string): number[] => Array.from(body.replace(/\D/g, ''), Number);

/** The sum of digits, each times its weight. */
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0);

const number = (body: string, from: number, to: number): number => Number(body.slice(from, to));

/** ISO 7064 MOD 11,10. */
function holdsMod11And10(body: string): boolean {
  let rest = 10;
  for (const digit of digitsOf(body).slice(0, -1)) {
    const sum = (rest + digit) % 10 || 10;
    rest = (sum * 2) % 11;
  }
  return (11 - rest) % 10 === Number(body.at(-1));
}

/** The last digit is 11 less the weighted sum's rest; what stands for 10 and 11 differs. */
const elevenLess =
  (weights: readonly number[], ten: number, eleven: number) =>
  (body: string): boolean => {
    const digits = digitsOf(body);
    const check = 11 - (weighted(digits, weights) % 11);
    return (check === 10 ? ten : check === 11 ? eleven : check) === digits[weights.length];
  };
/** No check digit: such numbers are not given. */
const NONE = -1;

/** The last digit is the weighted sum's rest. */
const restOf =
  (weights: readonly number[], modulus: number) =>
  (body: string): boolean =>
    (weighted(digitsOf(body), weights) % modulus) % 10 === digitsOf(body)[weights.length];

const DOWN_FROM_8 = [8, 7, 6, 5, 4, 3, 2];
const DOWN_FROM_9 = [9, ...DOWN_FROM_8];

/** Twice by turns, the digits of each product added. */
const luhnSum = (digits: readonly number[]): number =>
  digits.reduce((sum, digit, place) => sum + (place % 2 ? ((digit * 2) % 10) + Math.floor(digit / 5) : digit), 0);

const VAT_FORMS: Readonly<Record<string, VatForm>> = {
  AT: {
    form: /^U\d{8}$/,
    holds: (body) => {
      const digits = digitsOf(body);
      return (10 - ((luhnSum(digits.slice(0, 7)) + 4) % 10)) % 10 === digits[7];
    },
  },
  BE: { form: /^[01]\d{9}$/, holds: (body) => 97 - (number(body, 0, 8) % 97) === number(body, 8, 10) },
  BG: { form: /^\d{9,10}$/, holds: (body) => (body.length === 9 ? holdsBulgarian(body) : holdsBulgarianPerson(body)) },
  CY: { form: /^\d{8}[A-Z]$/, holds: holdsCypriot },
  CZ: { form: /^\d{8,10}$/, holds: holdsCzech },
  DE: { form: /^[1-9]\d{8}$/, holds: holdsMod11And10 },
  DK: { form: /^[1-9]\d{7}$/, holds: (body) => weighted(digitsOf(body), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { form: /^\d{9}$/, holds: (body) => weighted(digitsOf(body), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { form: /^\d{9}$/, holds: restOf([256, 128, 64, 32, 16, 8, 4, 2], 11) },
  ES: { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/, holds: holdsSpanish },
  FI: { form: /^\d{8}$/, holds: elevenLess([7, 9, 10, 5, 8, 4, 2], NONE, 0) },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, holds: holdsFrench },
  HR: { form: /^\d{11}$/, holds: holdsMod11And10 },
  HU: { form: /^\d{8}$/, holds: (body) => weighted(digitsOf(body), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { form: /^\d[A-Z0-9]\d{5}[A-W][A-I]?$/, holds: holdsIrish },
  IT: { form: /^\d{11}$/, holds: (body) => passesLuhn(body) && /[1-9]/.test(body) },
  LT: { form: /^(?:\d{9}|\d{12})$/, holds: holdsLithuanian },
  LU: { form: /^\d{8}$/, holds: (body) => number(body, 0, 6) % 89 === number(body, 6, 8) },
  LV: {
    form: /^[4-9]\d{10}$/,
    holds: (body) => weighted(digitsOf(body), [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3,
  },
  MT: {
    form: /^[1-9]\d{7}$/,
    holds: (body) => 37 - (weighted(digitsOf(body), [3, 4, 6, 7, 8, 9]) % 37) === number(body, 6, 8),
  },
  NL: { form: /^\d{9}B\d{2}$/, holds: holdsDutch },
  PL: {
    form: /^\d{10}$/,
    holds: (body) => weighted(digitsOf(body), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitsOf(body)[9],
  },
  PT: { form: /^[1-9]\d{8}$/, holds: elevenLess(DOWN_FROM_9, 0, 0) },
  RO: { form: /^[1-9]\d{5,9}$/, holds: holdsRomanian },
  SE: { form: /^\d{10}(?:0[1-9]|[1-8]\d|9[0-4])$/, holds: (body) => passesLuhn(body.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, holds: elevenLess(DOWN_FROM_8, 0, NONE) },
  SK: { form: /^[1-9]\d[2-47-9]\d{7}$/, holds: (body) => Number(body) % 11 === 0 },
  XI: { form: /^\d{9}(?:\d{3})?$/, holds: holdsBritish },
  GB: { form: /^\d{9}(?:\d{3})?$/, holds: holdsBritish },
  CHE: { form: /^\d{9}$/, holds: elevenLess([5, 4, 3, 2, 7, 6, 5, 4], NONE, 0) },
};
/** Greece has its own letters here; people write those of the country too. */
const ALIASES: Readonly<Record<string, string>> = { GR: 'EL' };

/** The longest letters first: `CHE` is more than `CH`. */
export const VAT_PREFIXES: readonly string[] = [...Object.keys(VAT_FORMS), ...Object.keys(ALIASES)].sort(
  (a, b) => b.length - a.length,
);

/** Whether a body is in the form of a country's numbers, and whether its check holds; undefined where it is not. */
export function checkVat(prefix: string, body: string): boolean | undefined {
  const vat = VAT_FORMS[ALIASES[prefix] ?? prefix];
  return vat?.form.test(body) && !/^0+$/.test(body) ? vat.holds(body) : undefined;
}

function holdsBulgarian(body: string): boolean {
  const digits = digitsOf(body);
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const check = first === 10 ? (weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
  return check === digits[8];
}

function holdsBulgarianPerson(body: string): boolean {
  const other = elevenLess([4, 3, 2, 7, 6, 5, 4, 3, 2], NONE, 0);
  return (
    restOf([2, 4, 8, 5, 10, 9, 7, 3, 6], 11)(body) || restOf([21, 19, 17, 13, 11, 9, 7, 3, 1], 10)(body) || other(body)
  );
}

function holdsCypriot(body: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = digitsOf(body).reduce((all, digit, place) => all + (place % 2 ? digit : (odd[digit] ?? 0)), 0);
  return body.charAt(8) === String.fromCharCode(0x41 + (sum % 26));
}

/** Companies have eight digits, people nine or ten with the day of their birth; nine have no check digit. */
function holdsCzech(body: string): boolean {
  if (body.length === 8) return body.charAt(0) !== '9' && elevenLess(DOWN_FROM_8, 0, 1)(body);
  const [month, day] = [number(body, 2, 4) % 50, number(body, 4, 6)];
  const isBorn = month >= 1 && month <= 32 && day >= 1 && day <= 31;
  return isBorn && (body.length === 9 ? number(body, 0, 2) <= 53 : Number(body) % 11 === 0);
}

/** People: 23 letters by the number's rest. Companies: a digit, or the letter in its place. */
function holdsSpanish(body: string): boolean {
  const [first, last] = [body.charAt(0), body.charAt(8)];
  const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
  if (/[0-9XYZKLM]/.test(first)) {
    const digits = body.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
    return letters.charAt(Number(digits.replace(/\D/g, '')) % 23) === last;
  }
  if (!/[A-HJNP-SUVW]/.test(first)) return false;
  // The first digit already counts twice.
  const check = (10 - (luhnSum([0, ...digitsOf(body.slice(1, 8))]) % 10)) % 10;
  return last === String(check) || last === 'JABCDEFGHI'.charAt(check);
}

/** The last nine are a company's number; the two before them, where they are digits, are computed from it. */
function holdsFrench(body: string): boolean {
  const company = body.slice(2);
  if (!passesLuhn(company)) return false;
  return !/^\d\d/.test(body) || number(body, 0, 2) === (12 + 3 * (Number(company) % 97)) % 97;
}

/** Older ones have a letter in the second place, and their first digit stands before the last letter. */
function holdsIrish(body: string): boolean {
  const isOld = /[A-Z]/.test(body.charAt(1));
  const digits = isOld ? `0${body.slice(2, 7)}${body.charAt(0)}` : body.slice(0, 7);
  const more = body.length === 9 ? 9 * (body.charCodeAt(8) - 0x40) : 0;
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt((weighted(digitsOf(digits), DOWN_FROM_8) + more) % 23) === body.charAt(7);
}

function holdsLithuanian(body: string): boolean {
  const digits = digitsOf(body);
  const size = digits.length - 1;
  if (digits[size - 1] !== 1) return false;
  const row = (from: number) => Array.from({ length: size }, (_, place) => ((from - 1 + place) % 9) + 1);
  const first = weighted(digits, row(1)) % 11;
  return (first === 10 ? (weighted(digits, row(3)) % 11) % 10 : first) === digits[size];
}

/** Companies: the ninth digit is the rest by 11. People: all of it, letters as 10 to 35, has the rest 1 by 97. */
function holdsDutch(body: string): boolean {
  const digits = digitsOf(body);
  if (weighted(digits, DOWN_FROM_9) % 11 === digits[8]) return true;
  let rest = 0;
  for (const character of `NL${body}`) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function holdsRomanian(body: string): boolean {
  const digits = digitsOf(body.padStart(10, '0'));
  return ((weighted(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digits[9];
}

function holdsBritish(body: string): boolean {
  const sum = weighted(digitsOf(body), DOWN_FROM_8) + number(body, 7, 9);
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}
