/** Captions of code blocks and tables: the language, the number of lines, "copy", "download as CSV". */
import { deepMatches, deepText } from '../ground/tree.ts';
import { tellingName } from '../learn/tokens.ts';

const TABLES = 'table, [role="table"], [role="grid"]';
/** Code stands in `pre`, but for editors, and for what is styled so. */
const BLOCKS = `pre, .cm-editor, code[class*="language-"]:not(pre *), ${TABLES}`;
const PROSE = 'p, ul, ol, dl, li, blockquote, td, th, h1, h2, h3, h4, h5, h6';
/** A caption is no longer than this; a wrapper that holds more beside its block holds more than the block. */
const LONGEST = 80;
/** Levels of wrappers around a block. */
const DEEPEST = 12;

const LANGUAGE =
  /^(sql|js|jsx|javascript|ts|tsx|typescript|python|py|bash|shell|sh|zsh|powershell|json|jsonc|html|xml|css|scss|java|go|rust|php|ruby|kotlin|swift|scala|perl|lua|r|c|c\+\+|cpp|c#|csharp|vba|yaml|yml|toml|ini|dockerfile|diff|markdown|md|text|plain ?text|plaintext|txt|code|console|output|excel|formula)$/i;
const ACTION =
  /\b(copy|copied|download|export|csv|expand|wrap|run|edit|open|copia|scarica|esporta|kopieren|herunterladen|copier|télécharger|copiar|descargar|table|tabella|tabelle)\b/i;
const COUNT = /^\d+ \p{L}+$/u;
/** How many rows are shown: "1–10 of 24", "Page 2 of 3", "Righe 1-5 di 5". */
const ROWS = /^(?:\p{L}+ )?\d+(?: ?[-–—] ?\d+)?(?: \p{L}+ \d+(?: \p{L}+)?)?$/u;

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

/** What the code itself stands in, where a block holds more than that. */
const CODE = 'code, pre, [class*="code-content" i], [class*="cm-content" i]';

/** What stands beside the code in its own block, on each level of wrappers from there to the code. */
function labelsInPre(pre: Element): Element[] {
  const code = [...pre.querySelectorAll(CODE)].find((inner) => !inner.querySelector(CODE));
  const labels: Element[] = [];
  for (let inner = code; inner && inner !== pre; inner = inner.parentElement ?? undefined)
    for (const child of inner.parentElement?.children ?? [])
      if (child !== inner && !child.matches(CODE) && !child.querySelector(CODE) && isCaption(child, pre))
        labels.push(child);
  return labels;
}

function isCaption(element: Element, block: Element): boolean {
  const text = wordsIn(element).join(' ');
  if (text === '' || text.length > LONGEST || element.matches(PROSE) || /[:.!?：。！？؟।]$/u.test(text)) return false;
  // A table's title is what the answer says; the name of a file above code is the page's.
  return !block.matches(TABLES) || ACTION.test(text) || ROWS.test(text) || COUNT.test(text);
}

/** Whether an element says the language of a block, and what can be done with it. */
function isLanguage(element: Element, block: Element): boolean {
  const named = [block, ...block.querySelectorAll('[class*="lang"]')].flatMap((node) => [...node.classList]);
  return wordsIn(element).every(
    (word) =>
      LANGUAGE.test(word) || ACTION.test(word) || COUNT.test(word) || named.includes(`language-${word.toLowerCase()}`),
  );
}

/** What stands in an element, word for word as its parts have it: a picture may stand beside a word. */
const wordsIn = (element: Element): string[] =>
  [...deepMatches(element, ':not(style, script, svg, svg *)')].flatMap((node) =>
    [...node.childNodes].flatMap((part) => (part instanceof Text && part.data.trim()) || []),
  );

/** By a name of its own, else by what it stands in. */
function selectorOf(caption: Element): string | undefined {
  const inCode = caption.parentElement?.closest('pre') ? 'pre ' : '';
  const own = tellingName(caption);
  if (own) return inCode + own;
  const tag = caption.tagName.toLowerCase();
  const parent = caption.parentElement;
  const kin = [...(parent?.children ?? [])].filter((child) => child.tagName === caption.tagName);
  const place = kin.length > 1 ? `${tag}:nth-of-type(${kin.indexOf(caption) + 1})` : tag;
  const holder = parent && tellingName(parent);
  if (holder)
    return `${inCode && !parent.matches('pre') ? inCode : ''}${holder} > ${place}${inCode && ':not(:has(code))'}`;
  return /^(figcaption|header|footer|small)$/.test(tag) && parent
    ? `${parent.tagName.toLowerCase()} > ${tag}`
    : undefined;
}
