/** Whether digits are a telephone number, by the numbering plans. What cannot be one costs no more than a pattern. */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** A number that a plan has. */
interface Numbered {
  /** Written as people of the country write it, or with a country's code: not just any digits that fit. */
  isUsual: boolean;
}

export interface Plan {
  /** The country's own numbers; `isInternational`: with a country's code before them. */
  numberOf(digits: string, isInternational: boolean): Numbered | undefined;
  /** The country's own code; empty where no country is known. */
  callingCode: string;
}

/** Numbers for calling are of these types; what else a plan has (voice mail, pagers) nobody writes down. */
const TYPES = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'TOLL_FREE']);
const RARE_TYPES = new Set(['PREMIUM_RATE', 'SHARED_COST', 'VOIP', 'PERSONAL_NUMBER', 'UAN']);
/** E.164; fewer than seven digits behind a `+` are no number that is in use. */
const [SHORTEST, LONGEST] = [8, 15];

/** The same digits are asked for once or twice more, from the groups beside them. */
const MOST_REMEMBERED = 1_000;

/** The plan of a region; without a region, or one that has none, only numbers with a country's code are known. */
export function planOf(region: string | undefined, budget: number): Plan {
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined;
  const own = country ? ownNumbers(country) : undefined;
  let left = budget;
  const asked = new Map<string, Numbered | undefined>();
  const ask = (digits: string, isInternational: boolean): Numbered | undefined => {
    const key = isInternational ? `+${digits}` : digits;
    if (asked.has(key)) return asked.get(key);
    // What was tried too often is masked without being looked up: a text can be made of nothing but such digits.
    if (left-- <= 0) return { isUsual: true };
    if (asked.size >= MOST_REMEMBERED) asked.clear();
    const answer = isInternational ? parsed(key) : parsed(key, country, own);
    asked.set(key, answer);
    return answer;
  };
  return {
    callingCode: country ? getCountryCallingCode(country) : '',
    numberOf(digits, isInternational) {
      if (isInternational ? digits.length < SHORTEST || digits.length > LONGEST : !own?.mayBe(digits)) return undefined;
      return ask(digits, isInternational);
    },
  };
}

interface OwnNumbers {
  mayBe(digits: string): boolean;
  prefix: string;
  callingCode: string;
}

/** What the library has of a plan, and its types leave out. */
interface PlanPatterns {
  nationalNumberPattern(): string;
  nationalPrefix(): string | undefined;
}

const known = new Map<CountryCode, OwnNumbers>();

function ownNumbers(country: CountryCode): OwnNumbers {
  const before = known.get(country);
  if (before) return before;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as unknown as PlanPatterns | undefined;
  const pattern = new RegExp(`^(?:${plan?.nationalNumberPattern() ?? '(?!)'})$`);
  const prefix = plan?.nationalPrefix() ?? '';
  const callingCode = getCountryCallingCode(country);
  const rest = (digits: string, head: string) => (head && digits.startsWith(head) ? digits.slice(head.length) : '');
  const made: OwnNumbers = {
    mayBe: (digits) =>
      pattern.test(digits) || pattern.test(rest(digits, prefix)) || pattern.test(rest(digits, callingCode)),
    prefix,
    callingCode,
  };
  known.set(country, made);
  return made;
}

function parsed(digits: string, country?: CountryCode, own?: OwnNumbers): Numbered | undefined {
  const number = parsePhoneNumberFromString(digits, country);
  if (!number?.isValid()) return undefined;
  const type = number.getType() ?? '';
  if (!TYPES.has(type) && !RARE_TYPES.has(type)) return undefined;
  if (!own) return { isUsual: true };
  const usual = number.formatNational().replace(/\D/g, '');
  const isWritten =
    digits === usual ||
    digits === own.prefix + number.nationalNumber ||
    digits === own.callingCode + number.nationalNumber;
  return { isUsual: isWritten && TYPES.has(type) };
}
