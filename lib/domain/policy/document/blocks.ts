/** A document as plain blocks: the screen, the print and the file show the same ones. */

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: [term: string, value: string][] }
  | { kind: 'table'; head: string[]; rows: string[][] };

export interface PolicyDocument {
  language: 'en' | 'it';
  title: string;
  /** Under the title: version, from when, printed when. */
  line: string;
  blocks: Block[];
}

export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'text', text });
/** A list, or nothing where there is nothing to list. */
export const listed = (items: string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);
/** Terms with their values; those without a value are left out. */
export const factsOf = (rows: [string, string | undefined][]): Block[] => {
  const known = rows.flatMap(([term, value]): [string, string][] => (value ? [[term, value]] : []));
  return known.length > 0 ? [{ kind: 'facts', rows: known }] : [];
};

/** A heading stands only over something. */
export const section = (title: string, blocks: Block[]): Block[] =>
  blocks.length > 0 ? [heading(2, title), ...blocks] : [];

/** Days as people write them, in the language of the document. */
export const dayIn = (language: PolicyDocument['language']): ((day: string) => string) => {
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => written.format(new Date(day));
};
