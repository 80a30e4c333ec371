/**
 * A text with its structure, as HTML for editors that take it: what a page that shows it would be read as is the same text
 * again. Words are escaped, so that whatever stands in them stays words. Zod-free.
 */
import { blocksOf, type TableBlock, type TextBlock, type TextSpan } from './blocks.ts';
import { listMarkIn } from './list-mark.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Words as they stand in HTML, also in an attribute. */
export const escapedHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);

/** A text as HTML: tables, blocks of code, numbered lists, and a paragraph for each line of words. */
export const htmlOfText = (text: string): string =>
  blocksOf(text)
    .map((block) => htmlOf(block, text))
    .join('');

/** The words that stand in that HTML, each with a space after it: without the numbers of lists, which are drawn. */
export const shownInHtml = (text: string): string =>
  htmlOfText(text)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS.get(sign) ?? sign)
    .trim();
const SIGNS = new Map(Object.entries(ESCAPED).map(([sign, written]) => [written, sign]));

function htmlOf(block: TextBlock, text: string): string {
  const of = ({ from, to }: TextSpan) => escapedHtml(text.slice(from, to));
  if (block.kind === 'table') return tableOf(block, of);
  if (block.kind === 'code') return `<pre><code>${of(block)}</code></pre>`;
  if (block.kind === 'list') return listOf(block.items, text) ?? paragraphs(of(block));
  return paragraphs(of(block));
}

/** Lines stand one under the other; an empty one is seen as such. */
const paragraphs = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => `<p>${line || '<br>'}</p>`)
    .join('');

/** The cells of a row that are left out at its end are cells of the table. */
function tableOf({ rows, columns }: TableBlock, of: (span: TextSpan) => string): string {
  const row = (cells: readonly TextSpan[], name: 'th' | 'td') => {
    const filled = Array.from({ length: columns }, (_, at) => {
      const cell = cells[at];
      return `<${name}>${cell ? of(cell) : ''}</${name}>`;
    });
    return `<tr>${filled.join('')}</tr>`;
  };
  const [head, ...body] = rows;
  const written = body.map(({ cells }) => row(cells, 'td')).join('');
  return `<table><thead>${row(head?.cells ?? [], 'th')}</thead><tbody>${written}</tbody></table>`;
}

/** Items that count up by one, whose numbers an editor draws; undefined of any other list. */
function listOf(items: readonly { from: number; to: number; mark: TextSpan }[], text: string): string | undefined {
  const numbers = items.map(({ from, to }) => listMarkIn(text.slice(from, to))?.number);
  const [first] = numbers;
  const isCounted = first !== undefined && numbers.every((number, at) => number === first + at);
  const isPlain = items.every(({ mark }, at) => text.slice(mark.from, mark.to) === `${numbers[at]}. `);
  if (!isCounted || !isPlain) return undefined;
  const written = items.map(({ mark, to }) => `<li>${escapedHtml(text.slice(mark.to, to))}</li>`).join('');
  return `<ol${first === 1 ? '' : ` start="${first}"`}>${written}</ol>`;
}
