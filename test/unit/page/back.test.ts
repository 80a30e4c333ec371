import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { backTo } from '../../../lib/page/ground/back.ts';

const pageOf = (html: string): Document =>
  parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document;
const at = (page: Document, id: string): Element => page.querySelector(`#${id}`) as Element;

it('gives the parts of a tree from its end back to the first that is wanted', () => {
  const page = pageOf(
    '<i id="a"></i><main><i id="b"></i><i id="c"></i><i id="d"></i></main><i id="e"></i><i id="f"></i>',
  );
  expect(Array.from(backTo(at(page, 'c')), ({ id }) => id)).toEqual(['f', 'e', 'd', 'c']);
});

it('goes on from the end where the part that it stood at was taken out or put elsewhere', () => {
  const page = pageOf('<i id="a"></i><i id="b"></i><i id="c"></i><i id="d"></i>');
  const seen: string[] = [];
  for (const { id } of backTo(at(page, 'a'))) {
    seen.push(id);
    if (id === 'c') at(page, 'c').remove();
  }
  expect(seen).toEqual(['d', 'c', 'd', 'b', 'a']);
});

it('ends where the first that is wanted was taken out itself', () => {
  const page = pageOf('<i id="a"></i><i id="b"></i><i id="c"></i>');
  const seen: string[] = [];
  for (const { id } of backTo(at(page, 'b'))) {
    seen.push(id);
    if (id === 'c') at(page, 'b').remove();
  }
  expect(seen).toEqual(['c', 'b']);
});
