/** Whether a text that was put in somewhere still says what an output says, so that a yes to the output is one to it. */
import { listMarkIn } from '../output/structure/list-mark.ts';
import { normaliseText } from '../output/text.ts';

/**
 * What tells texts apart for a reader: numbers with the signs within them, words, and signs that stand for words. Punctuation and quotes
 * do not, nor do signs by which a copy marks headings and lists. Scripts without spaces are told apart letter by letter.
 */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}`;
const TOLD = new RegExp(
  String.raw`[-−+±]?\p{N}[\p{N}.,:/'’]*|[${UNSPACED}]\p{M}*|(?![${UNSPACED}])\p{L}(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])*|[<>=≤≥≠≈±×÷+−%‰€$£¥✓✔✗✘☐☑☒]|\[[ x]\]`,
  'gu',
);
/** What a number ends with in a sentence. */
const TRAILING = /[.,:/'’]+$/;
/** What Markdown begins a line with: headings and quotes. */
const OPENING = /^\s*(?:#{1,6}|>+)\s+/;

function told(text: string): string {
  const lines = text.split('\n').map((line) => {
    const opened = line.replace(OPENING, '');
    const mark = listMarkIn(opened);
    return mark && mark.style !== 'box' ? opened.slice(mark.length) : opened;
  });
  const found = normaliseText(lines.join('\n')).toLowerCase().match(TOLD) ?? [];
  return ` ${found.map((one) => one.replace(TRAILING, '')).join(' ')} `;
}

/** Whether a text is all of an output, a part of it in one piece, or holds all of it: with no word, number or sign between that is not there. */
export function isUnchanged(text: string, output: string): boolean {
  const [own, other] = [told(text), told(output)];
  return other.includes(own) || own.includes(other);
}
