/** The document for quality managers says what the product works out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operatingTable } from '../../scripts/review/table.ts';

test('the table of operating characteristics in the document is the one that is printed', () => {
  const page = readFileSync(new URL('../../docs/review.md', import.meta.url), 'utf8');
  const [, table] = /<!-- characteristics -->\n([\s\S]*?)\n<!-- \/characteristics -->/.exec(page) ?? [];
  expect(table?.trim()).toBe(operatingTable());
});
