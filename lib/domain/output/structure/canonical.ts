/** A text that somebody typed, in the form in which a page that shows it would be read. Zod-free. */
import { tidyText } from '../text.ts';
import { blocksOf, type TextBlock } from './blocks.ts';

/** The canonical form: no white space at the ends of lines and cells, no more than one empty line. Words stay as they are. */
export function canonicalText(text: string): string {
  const tidy = tidyText(text.replace(/\r\n?/g, '\n'));
  return tidyText(
    blocksOf(tidy)
      .map((block) => written(block, tidy))
      .join('\n'),
  );
}

function written(block: TextBlock, text: string): string {
  if (block.kind !== 'table') return text.slice(block.from, block.to);
  const rows = block.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from, to).trim()).join('\t'));
  return rows.join('\n');
}
