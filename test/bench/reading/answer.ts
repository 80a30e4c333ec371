/** A long answer as tools draw it: each element with a class, formulas by KaTeX, tables, lists. */
import katex from 'katex';

const WORDS =
  'the contract depends on delivery within thirty days of payment and both sides have signed it before'.split(' ');
const SECTIONS = 10;

const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_, at) => WORDS[(at * 7 + from) % WORDS.length]).join(' ');
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

const formula = (tex: string, displayMode = false): string => katex.renderToString(tex, { displayMode });

const paragraph = (at: number): string =>
  `<p class="my-2 leading-7" data-start="1" data-end="9">${words(22, at)} <strong class="font-bold">${words(3, at)}</strong>
  ${words(14, at)} ${formula('\\frac{a+b}{c-d}')} ${words(9, at)} <a class="link" href="https://shop.example/">${words(2, at)}</a>
  <code class="px-1">${words(1, at)}</code>.</p>`;

const list = `<ul class="list-disc pl-4">${times(5, (at) => `<li class="my-1"><p class="m-0">${words(10, at)} <em>${words(2, at)}</em></p></li>`)}</ul>`;

const table = `<div class="overflow-x-auto"><table class="w-full"><thead class="head"><tr class="row"><th class="p-1"></th>
  ${times(4, (at) => `<th class="p-1">${words(1, at)}</th>`)}</tr></thead><tbody>${times(
    6,
    (row) => `<tr class="row">${times(5, (at) => `<td class="p-1">${words(2, at + row)}</td>`)}</tr>`,
  )}</tbody></table></div>`;

/** The page that shows it. */
export const longAnswer = (): string =>
  `<!doctype html><style>.my-2{margin:2px}.font-bold{font-weight:bold}.katex-mathml{position:absolute;clip:rect(1px,1px,1px,1px)}</style>
  <main>${times(
    SECTIONS,
    (at) =>
      `<h2 class="text-xl mt-6">${words(5, at)}</h2>${times(2, paragraph)}${list}${at % 2 === 0 ? table : ''}${formula('\\sum_{i=1}^{n} x_i^2 = \\sqrt{16}', true)}`,
  )}</main>`;
