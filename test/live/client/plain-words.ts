/** An endless, always equal flow of words out of the answers. */
import { answersIn, type LiveLang } from '../answers.ts';

/** What the stream says next: a word and its space, or the start of a new block. */
export interface Word {
  text: string;
  starts?: 'p' | 'li';
}

const PARAGRAPH = 60;
const LIST_ITEM = 12;

/** A function that says the next word: paragraphs of sixty words, every third of them a list of five. */
export function wordsFrom(lang: LiveLang): () => Word {
  const all = answersIn(lang)
    .flatMap(({ answer }) => answer.split(/\s+/))
    .filter((word) => /^[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*$/u.test(word));
  let said = 0;
  return () => {
    const text = `${all[(said * 7) % all.length] ?? ''} `;
    const block = Math.floor(said / PARAGRAPH);
    const list = block % 3 === 2;
    const inBlock = said % PARAGRAPH;
    said += 1;
    if (list) return inBlock % LIST_ITEM === 0 ? { text, starts: 'li' } : { text };
    return inBlock === 0 ? { text, starts: 'p' } : { text };
  };
}
