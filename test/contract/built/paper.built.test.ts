/** The record of an answer is a sheet of paper, also in the dark: files that pages share bring it none of their colours. */
import { expect, it } from 'vitest';
import { built } from '../tree.ts';

const TOKENS = /--cs-sunken:/;

const sheetsOf = (page: string): string[] =>
  [...built('chrome-mv3', page).matchAll(/href="\/(assets\/[^"]+\.css)"/g)].map(([, path = '']) =>
    built('chrome-mv3', path),
  );

it('no style sheet of the record has the colours of our pages', () => {
  const sheets = sheetsOf('record.html');
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.filter((sheet) => TOKENS.test(sheet))).toEqual([]);
});

it.each(['options', 'policy', 'figures', 'sidepanel', 'welcome', 'compose'])('(%s has them, once)', (page) => {
  expect(sheetsOf(`${page}.html`).filter((sheet) => TOKENS.test(sheet))).toHaveLength(1);
});
