/** Whether a text looks as if it went on: in the middle of a sentence, before something that it announces. */
import { shadowOf } from '../ground/shadow.ts';
import { aroundIt } from '../ground/tree.ts';

/** More quiet than after the end of a sentence, for a line that may be whole: an item, a signature, a single word. */
const LINE_MS = 2_300;
/** For a sentence that is not at its end, or that announces something: a tool may be asked meanwhile. */
const SENTENCE_MS = 6_500;
/** A shorter line without a full stop may be a signature, a title, a short answer. */
const SHORT_LINE = 45;

const ENDS = /(?:[.!?…。！？؟۔।։]["'“”‘’»)\]}*_`」』\s]*|\p{Extended_Pictographic}\uFE0F?)$/u;
const ANNOUNCES = /[:：]\s*$/u;
const GOES_ON = /[,;、،\-–—(«„“]\s*$/u;
const ENDS_SOMEWHERE = /[.!?。！？؟۔।]/u;
/** Blocks that end without a full stop as often as with one. */
const LINES = 'li, td, th, pre, code, h1, h2, h3, h4, h5, h6, dt, dd, [role="cell"], [role="row"]';

/**
 * The machine says what it does next, in the languages of the first users and of their neighbours: what it found comes after
 * that. What it offers to do ("let me know") is an end.
 */
const DOES_NEXT = new RegExp(
  [
    String.raw`\b(?:let me (?!know)|i(?:['’]ll| will|['’]m going to|['’]m now)? (?:now )?(?:look|check|search|fetch|query|consult)\b)`,
    String.raw`^(?:now )?(?:looking|checking|searching|fetching|reading|querying|one moment|just a (?:moment|second))\b`,
    String.raw`\b(?:(?:ora|adesso|prima|lo|la|li) (?:controllo|cerco|verifico|guardo|consulto|leggo|chiedo)|(?:vado a|fammi|sto) (?:controlla|cerca|verifica|guarda|consulta|legge)\w*|^un (?:attimo|momento))\b`,
    String.raw`\b(?:ich (?:sehe|schaue|suche|prüfe|frage|rufe|hole|lese)|lass mich|^einen moment)\b`,
    String.raw`\b(?:je (?:vais|cherche|vérifie|consulte|regarde)|laissez-moi|^un instant)\b`,
    String.raw`\b(?:voy a|déjame|(?:busco|consulto|reviso|verifico)|vou (?:verificar|procurar|consultar)|deixe-me)\b`,
    '(?:確認します|調べます|検索します|お待ちください|让我|我来|正在|稍等|查一下|확인하겠습니다|찾아보겠습니다|잠시만|سأبحث|سأتحقق|دعني|لحظة)',
  ].join('|'),
  'iu',
);
/** A text with more before that is an answer already: what it will do is its last word then. */
const SHORT_SAY = 200;

/** Whether all that was said so far is what the machine does next. */
function announces(said: string): boolean {
  if (said.length > SHORT_SAY) return false;
  const last = said
    .replace(/[\s.!?…。！？]+$/u, '')
    .split(/[.!?…。！？]\s*|\n/u)
    .at(-1);
  return DOES_NEXT.test(last?.trim() ?? '');
}

/** How letters begin. One that has said a single sentence since then is hardly over. */
const LETTER =
  /(?:^|\n)(?:dear|gentil[ei]|egregi[oa]|spett(?:abile|\.le)|car[oaie]|sehr geehrte[rs]?|liebe[rs]?|ch[eè]re?s?|estimad[oa]s?|prezad[oa]s?|geachte|beste)\s[^,:\n]{1,60},(.*)$/isu;

function beginsLetter(said: string): boolean {
  const begun = LETTER.exec(said)?.[1];
  return begun !== undefined && (begun.match(/[.!?…]+(?=\s|$)/gu) ?? []).length <= 1;
}

/** Some tools draw what is in an item by a component with a root of its own. */
const isInLine = (block: Element | undefined): boolean =>
  block !== undefined && aroundIt(block).some((node) => node.matches(LINES));

/** How long an answer with this text must have been quiet before it is over. `block`: what its last words stand in. */
export function quietAfter(text: string, block: Element | undefined): number {
  const said = text.trimEnd();
  if (said === '') return 0;
  if (announces(said)) return SENTENCE_MS;
  if (ENDS.test(said)) return beginsLetter(said) ? SENTENCE_MS : 0;
  const line = said.slice(said.lastIndexOf('\n') + 1);
  if (ANNOUNCES.test(said)) return SENTENCE_MS;
  if (line.length <= SHORT_LINE || isInLine(block)) return LINE_MS;
  return GOES_ON.test(said) || ENDS_SOMEWHERE.test(said) ? SENTENCE_MS : LINE_MS;
}

/**
 * The element that the last words in an element stand in. Behind them may stand what shows none, such as a cursor, and what
 * is none of the text: `beside`.
 */
export function lastBlock(element: Element | undefined, beside: readonly string[] = []): Element | undefined {
  return element && lastIn(element, [SILENT, ...beside].join(', '));
}

const SILENT = 'script, style, template, svg, button';

function lastIn(element: Element, beside: string): Element | undefined {
  for (const parent of [element, shadowOf(element)])
    for (let node = parent?.lastChild; node; node = node.previousSibling) {
      if (node instanceof Text && node.data.trim() !== '') return element;
      const inner = node instanceof Element && !node.matches(beside) ? lastIn(node, beside) : undefined;
      if (inner) return inner;
    }
  return undefined;
}
