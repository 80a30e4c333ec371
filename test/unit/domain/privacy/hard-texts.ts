/** Texts made to cost a scanner or a pattern as much as can be, at any length. */

const repeated = (words: string) => (length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** Characters in no order, the same ones each time (Lehmer's generator). */
const mixed = (alphabet: string) => (length: number) => {
  let seed = 20_260_812;
  let text = '';
  for (let at = 0; at < length; at++) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += alphabet.charAt(seed % alphabet.length);
  }
  return text;
};

export const HARD_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'one long word': repeated('a'),
  'one long number': repeated('1'),
  'digits and blanks': repeated('1 '),
  'digits and stops': repeated('1.'),
  'pairs of digits': repeated('06 12 34 56 78 '),
  'pairs that are no number': repeated('33 12 34 56 '),
  'telephone numbers': repeated('333 1234567 335 7654321 '),
  'telephone numbers, joined': repeated('333-1234567-'),
  'plus signs': repeated('+'),
  'plus signs and digits': repeated('+12345678 1 1 1 1 1 1 1 '),
  'brackets and zeros': repeated('(0) '),
  'at signs': repeated('@'),
  'letters and at signs': repeated('a@'),
  'addresses that never end': repeated('a@b.'),
  addresses: repeated('anna@example.com '),
  'parts of hosts': repeated('a.'),
  'begun IBANs': repeated('IT60X'),
  'IBANs with a wrong digit': repeated('DE89 3704 0044 0532 0130 01 '),
  'letters of tax codes': repeated('LLLLLLLL'),
  'tax codes with a wrong letter': repeated('RSSMRA85T10A562T'),
  'capitals in no order': mixed('ABCDEFGHILMNPRSTU0123456789'),
  'cards with a wrong digit': repeated('4111 1111 1111 1112 '),
  'fours of digits': repeated('4111 '),
  'VAT numbers with a wrong digit': repeated('IT12345678901 '),
  'letters of countries': repeated('DE IT '),
  'labels and numbers': repeated('order number no. 333 1234567 '),
  'lists behind a label': repeated('3331234567, '),
  ampersands: repeated('&'),
  entities: repeated('&amp;'),
  percents: repeated('%25'),
  'half percents': repeated('%4'),
  backslashes: repeated('\\u00'),
  blanks: repeated(' '),
  breaks: repeated('\n'),
  'nothing to see': repeated('\u200b'),
  accents: repeated('e\u0323\u0301'),
  'accents alone': repeated('\u0323\u0301'),
  'Chinese without an end': repeated('王'),
  'Chinese and at signs': repeated('王@'),
  'a begun name': repeated(`${'a'.repeat(99)} `),
  'half characters': repeated('\ud83d'),
  emoji: repeated('😀'),
  'digits and signs in no order': mixed('03 3123-456.789/()+'),
  'all of it in no order': mixed('abIT0123@. -+%&;#\n王é'),
  prose: repeated('Dear all, the 12 1 2 3 4 5 offers hold until a.b.c.d.e-f@ 4111 1111. '),
};

/** Names whose beginnings the texts above have. */
export const HARD_NAMES = ['Mario Rossi', 'a'.repeat(100), '王'.repeat(100), 'Dear all, the 12 1 2'];
