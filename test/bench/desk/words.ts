/** What the answers of the bench's team say. */
const WORDS = 'resa rimborso contratto cliente ordine garanzia fattura consegna sconto termine recesso catalogo'.split(
  ' ',
);

const wordsOf = (n: number): string =>
  Array.from(
    { length: 120 },
    (_, at) => `${WORDS[(n * 7 + at * 11) % WORDS.length]}${at % 3 === 0 ? (n * at) % 997 : ''}`,
  ).join(' ');

/** The text of the nth answer. */
export const textOf = (n: number): string => `Answer ${n}: ${wordsOf(n)}`;
