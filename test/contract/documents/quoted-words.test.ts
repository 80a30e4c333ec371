/** What a document quotes of a screen, for whoever looks for the words that they see, is what the screen says. */
import { describe, expect, it } from 'vitest';
import { files, read } from '../tree.ts';

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const screens = words(read('locales/en.yml'));

/** What stands between quotation marks in the first column of a table of what one sees. */
function quotedIn(document: string): string[] {
  const tables = document.split(/^\| what you see \|.*$/m).slice(1);
  const rows = tables.flatMap((table) => table.split('\n\n')[0]?.split('\n') ?? []);
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, said = '']) => said));
}

describe('what documents quote of screens', () => {
  const quoting = files.filter(
    (path) => path.startsWith('docs/') && path.endsWith('.md') && quotedIn(read(path)).length > 0,
  );

  it.each(quoting)('in %s is said there', (path) => {
    expect(quotedIn(read(path)).filter((said) => !screens.includes(words(said)))).toEqual([]);
  });

  it('(there are such tables, and what no screen says would be found)', () => {
    expect(quoting).toContain('docs/admin.md');
    const [said = ''] = quotedIn('| what you see | why |\n|---|---|\n| "This endpoint takes tokens only" | x |\n');
    expect(screens.includes(words(said))).toBe(false);
  });
});
