import type { Lang } from '../contract.ts';
import type { Exchange } from './blocks.ts';
import { ENGLISH, ENGLISH_PAST } from './english.ts';
import { ITALIAN, ITALIAN_PAST } from './italian.ts';

/** What the driver asks, in this order, and what the model answers. */
export function exchanges(lang: Lang): readonly Exchange[] {
  return lang === 'it' ? ITALIAN : ENGLISH;
}

/** `count` past exchanges, oldest first, none like another: each later round names its own day. */
export function past(lang: Lang, count: number): Exchange[] {
  const written = lang === 'it' ? ITALIAN_PAST : ENGLISH_PAST;
  return Array.from({ length: count }, (_, at) => {
    const { prompt, answer } = written[at % written.length] as Exchange;
    const round = Math.floor(at / written.length);
    if (!round) return { prompt, answer };
    const day = lang === 'it' ? `(giorno ${round + 1})` : `(day ${round + 1})`;
    return { prompt: `${prompt} ${day}`, answer: [...answer, { p: day }] };
  });
}

/** The model: knows the script, and says so when asked anything else. */
export function answerTo(prompt: string, lang: Lang): Exchange['answer'] {
  const asked = prompt.replace(/\s+/g, ' ').trim();
  const known = exchanges(lang).find((exchange) => exchange.prompt === asked);
  if (known) return known.answer;
  return [{ p: lang === 'it' ? 'A questo non so rispondere.' : 'I have no answer to that one.' }];
}
