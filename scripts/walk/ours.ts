/** Words that are ours and not those of whoever reads a screen: the table in docs/architecture.md names them. */

const TABLE = /^\| in code and on the wire \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)/m;
/** What people say as well, of other things. */
const EVERYBODYS = new Set(['target', 'modified']);

/** The first column of the table, word by word. */
export function wordsOfOurs(architecture: string): string[] {
  const [, rows = ''] = TABLE.exec(architecture) ?? [];
  const words = rows
    .trim()
    .split('\n')
    .flatMap((row) => row.split('|')[1]?.split(',') ?? [])
    .map((word) => word.replaceAll('`', '').trim())
    .filter((word) => word && !EVERYBODYS.has(word));
  if (words.length === 0) throw new Error('docs/architecture.md has no table of words');
  return words;
}

/** Those of them that stand in a text, as words of their own. */
export const oursIn = (text: string, ours: readonly string[]): string[] =>
  ours.filter((word) => new RegExp(`(?<![\\w/.-])${word.replaceAll('_', '[ _]')}s?(?![\\w/-]|\\.\\w)`, 'i').test(text));
