/** Captions of code blocks and tables: the language, the number of lines, "copy", "download as CSV". */
import { deepMatches, deepText } from '../ground/tree.ts';
import { tokensOf } from '../learn/tokens.ts';

const BLOCKS = 'pre, table, [role="table"], [role="grid"]';
const PROSE = 'p, ul, ol, dl, li, blockquote, td, th, h1, h2, h3, h4, h5, h6';
/** A caption is no longer than this; a wrapper that holds more beside its block holds more than the block. */
const LONGEST = 80;
/** Levels of wrappers around a block. */
const DEEPEST = 5;

const LANGUAGE =
  /^(sql|js|jsx|javascript|ts|tsx|typescript|python|py|bash|shell|sh|zsh|powershell|json|jsonc|html|xml|css|scss|java|go|rust|php|ruby|kotlin|swift|scala|perl|lua|r|c|c\+\+|cpp|c#|csharp|vba|yaml|yml|toml|ini|dockerfile|diff|markdown|md|text|plain ?text|plaintext|txt|code|console|output|excel|formula)$/i;
const ACTION =
  /\b(copy|copied|download|export|csv|expand|wrap|run|edit|open|copia|scarica|esporta|kopieren|herunterladen|copier|télécharger|copiar|descargar|table|tabella|tabelle)\b/i;
const COUNT = /^\d+ \p{L}+$/u;

/** Selectors of the captions in a text. */
export function captionsIn(region: Element): string[] {
  return [...deepMatches(region, BLOCKS)].flatMap((block) =>
    besideOf(block, region).flatMap((caption) => selectorOf(caption) ?? []),
  );
}

/** What stands beside a block in a wrapper that holds nothing else, and in the code's own element beside the code. */
function besideOf(block: Element, region: Element): Element[] {
  const beside = block.matches('pre') ? labelsInPre(block) : [];
  const own = deepText(block).length;
  let inner = block;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const box: Element | null = inner.parentElement;
    const isBox = box && box !== region && region.contains(box) && !box.matches(PROSE);
    const others = [...(box?.children ?? [])].filter((child) => child !== inner && isCaption(child, block));
    if (!isBox || deepText(box).length - own > LONGEST) {
      // In the text itself: only what names the code's own language right before it.
      const before = inner.previousElementSibling;
      return before && others.includes(before) && isLanguage(before, block) ? [...beside, before] : beside;
    }
    beside.push(...others);
    inner = box;
  }
  return beside;
}

const labelsInPre = (pre: Element): Element[] =>
  pre.querySelector('code')
    ? [...pre.children].filter(
        (child) => !child.matches('code') && !child.querySelector('code') && isCaption(child, pre),
      )
    : [];

function isCaption(element: Element, block: Element): boolean {
  const text = wordsIn(element).join(' ');
  if (text === '' || text.length > LONGEST || element.matches(PROSE) || /[:.!?]$/.test(text)) return false;
  // A table's title is what the answer says; the name of a file above code is the page's.
  return block.matches('pre') || ACTION.test(text);
}

/** Whether an element says the language of a block, and what can be done with it. */
function isLanguage(element: Element, block: Element): boolean {
  const named = [block, ...block.querySelectorAll('[class*="lang"]')].flatMap((node) => [...node.classList]);
  return wordsIn(element).every(
    (word) =>
      LANGUAGE.test(word) || ACTION.test(word) || COUNT.test(word) || named.includes(`language-${word.toLowerCase()}`),
  );
}

/** What the leaves of an element say, and it itself where it has none. */
const wordsIn = (element: Element): string[] =>
  [...deepMatches(element, '*')].flatMap((node) => (node.childElementCount === 0 && node.textContent?.trim()) || []);

/** By a name of its own, else by what it stands in. */
function selectorOf(caption: Element): string | undefined {
  const own = tokensOf(caption).find(({ worth }) => worth >= 1)?.selector;
  if (own) return own;
  const tag = caption.tagName.toLowerCase();
  const parent = caption.parentElement;
  const kin = [...(parent?.children ?? [])].filter((child) => child.tagName === caption.tagName);
  const place = kin.length > 1 ? `${tag}:nth-of-type(${kin.indexOf(caption) + 1})` : tag;
  const holder = parent && tokensOf(parent).find(({ worth }) => worth >= 1)?.selector;
  if (holder) return `${holder} > ${place}`;
  return /^(figcaption|header|footer|small)$/.test(tag) && parent
    ? `${parent.tagName.toLowerCase()} > ${tag}`
    : undefined;
}
