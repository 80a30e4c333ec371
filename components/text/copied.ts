/** Puts a text on the clipboard so that it is pasted with its structure: as HTML for what takes it, and as it is for the rest. */
import { blocksOf, hasStructure } from '../../lib/domain/output/structure/blocks.ts';
import { htmlOfText } from '../../lib/domain/output/structure/html.ts';

export async function copyText(text: string): Promise<void> {
  if (!hasStructure(blocksOf(text))) return navigator.clipboard.writeText(text);
  const as = (type: string, words: string) => ({ [type]: new Blob([words], { type }) });
  const item = new ClipboardItem({ ...as('text/plain', text), ...as('text/html', htmlOfText(text)) });
  return navigator.clipboard.write([item]);
}
