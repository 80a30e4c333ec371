import type { Lang } from '../contract.ts';
import type { Exchange, Format } from '../words/blocks.ts';
import { source } from '../words/blocks.ts';
import { past } from '../words/script.ts';

/** What the page's address asks for: `?lang=it&whole=1&history=4&pause=800`. */
export interface Asked {
  lang: Lang;
  /** Answers come in one piece. */
  whole: boolean;
  history: number;
  /** How long the model falls silent in the middle of an answer. */
  pauseMs: number;
}

export function askedBy(search: URLSearchParams): Asked {
  return {
    lang: search.get('lang') === 'it' ? 'it' : 'en',
    whole: search.has('whole'),
    history: Number(search.get('history') ?? 0),
    pauseMs: Number(search.get('pause') ?? 0),
  };
}

export interface PastTurn {
  id: string;
  role: 'user' | 'assistant';
  text: string;
}

/** Past turns, oldest first, as components take them for a start. */
export function pastTurns({ lang, history }: Asked, format: Format): PastTurn[] {
  return past(lang, history).flatMap(({ prompt, answer }: Exchange, at): PastTurn[] => [
    { id: `past-${at}-q`, role: 'user', text: prompt },
    { id: `past-${at}-a`, role: 'assistant', text: source(answer, format) },
  ]);
}
