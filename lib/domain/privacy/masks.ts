/** What stands in a text instead of personal data. Free of libraries, for those who only show it. */

/** Where two overlap, the one that stands first here wins. */
export const PERSONAL_KINDS = ['email', 'iban', 'tax_code', 'card', 'phone', 'name'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** The same in every language, since it is part of the record. */
export const MASKS: Record<PersonalKind, string> = {
  email: '[e-mail]',
  iban: '[IBAN]',
  tax_code: '[tax code]',
  card: '[card]',
  phone: '[phone]',
  name: '[name]',
};
