/** What stands before an item of a list, as the reader writes numbers and boxes, and as people type dashes. */

interface ListMark {
  style: 'number' | 'letter' | 'box' | 'dash';
  /** Of the mark with the white space around it. */
  length: number;
  /** Of a number. */
  number?: number;
}

const STYLES: readonly [ListMark['style'], RegExp][] = [
  ['box', /^ *(?:\[[ x-]\]|\([ x]\)|[☐☑☒✓✔✗✘]) +(?=\S)/u],
  ['number', /^ *(-?\d{1,6})[.)] +(?=\S)/u],
  ['dash', /^ *[-*•◦▪–] +(?=\S)/u],
  ['letter', /^ *(?:[a-z]|[A-Z]|[ivxlcdm]{2,8}|[IVXLCDM]{2,8})[.)] +(?=\S)/u],
];

/** The mark that a line begins with, if it is an item of a list. */
export function listMarkIn(line: string): ListMark | undefined {
  for (const [style, pattern] of STYLES) {
    const [mark, number] = pattern.exec(line) ?? [];
    if (mark) return { style, length: mark.length, ...(number ? { number: Number(number) } : {}) };
  }
  return undefined;
}
