/** Whether a text looks as if it went on: in the middle of a sentence, before something that it announces. */

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

/** How long an answer with this text must have been quiet before it is over. `block`: what its last words stand in. */
export function quietAfter(text: string, block: Element | undefined): number {
  const said = text.trimEnd();
  if (said === '' || ENDS.test(said)) return 0;
  const line = said.slice(said.lastIndexOf('\n') + 1);
  if (ANNOUNCES.test(said)) return SENTENCE_MS;
  if (line.length <= SHORT_LINE || block?.closest(LINES)) return LINE_MS;
  return GOES_ON.test(said) || ENDS_SOMEWHERE.test(said) ? SENTENCE_MS : LINE_MS;
}

/** The element that the last words in an element stand in. */
export function lastBlock(element: Element | undefined): Element | undefined {
  let last = element;
  for (let inner = last?.lastElementChild; inner?.textContent?.trim(); inner = inner.lastElementChild) last = inner;
  return last;
}
