/** docs/categories.md says of categories and severities what the code says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATEGORIES, SEVERITIES, SEVERITY_WEIGHT } from '../../lib/domain/codes.ts';
import { TAXONOMY } from '../../lib/domain/report/taxonomy.ts';

const rows = readFileSync('docs/categories.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const names = (cell: string | undefined) => (cell ? cell.split('; ') : []);

it('every category has its row, with the names that the code gives', () => {
  const documented = rows
    .filter((cells) => cells.length === 5)
    .map(([category = '', mqm, nist, owasp, mit]) => [
      category.replaceAll('`', ''),
      { mqm: names(mqm), nist: names(nist), owasp: names(owasp), mit: names(mit) },
    ]);
  expect(Object.fromEntries(documented)).toEqual(TAXONOMY);
  expect(documented.map(([category]) => category)).toEqual([...CATEGORIES]);
});

it('names are of the form that each taxonomy gives them', () => {
  for (const { owasp, mit } of Object.values(TAXONOMY)) {
    for (const name of owasp) expect(name).toMatch(/^LLM(0[1-9]|10) [A-Z]/);
    for (const name of mit) expect(name).toMatch(/^[1-7]\.[1-6] [A-Z]/);
  }
});

it('every severity has its weight', () => {
  const documented = rows.filter((cells) => cells.length === 3);
  expect(documented.map(([name = '', , weight]) => [name.replaceAll('`', ''), Number(weight)])).toEqual(
    SEVERITIES.map((severity) => [severity, SEVERITY_WEIGHT[severity]]),
  );
});
