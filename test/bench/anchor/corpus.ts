/** A megabyte of text as chat tools write it, quotes from it, and the same text with characters changed. */
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';

export interface Case {
  passage: Passage;
  /** Where the quote is in truth, in code points. */
  truth: { start: number; end: number };
}

/** What a way answers: a place, a question, or nothing. */
export type Found = { start: number; end: number } | 'ask' | 'none';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi zo an er in or un st pra che gli tro qua'.split(' ');
const WORDS = 4_000;

/** Words as often as in real texts (Zipf's law); frequent ones are short. */
function vocabulary(next: () => number): string[] {
  const words = new Set<string>();
  while (words.size < WORDS) {
    const length = 1 + Math.floor(next() * (1 + Math.log10(1 + words.size)));
    words.add(Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join(''));
  }
  return [...words];
}

/**
 * A text of about `length` characters. One sentence in fifty is an earlier one again, one in fifty an earlier one with a
 * word changed: answers repeat themselves, and that is what makes finding hard.
 */
export function corpus(length: number): string {
  const next = numbers(7);
  const words = vocabulary(next);
  const word = () => words[Math.floor(WORDS ** next()) - 1] ?? 'a';
  const sentences: string[] = [];
  for (let size = 0; size < length; size += (sentences.at(-1)?.length ?? 0) + 1) {
    const earlier = sentences[Math.floor(next() * sentences.length)];
    const kind = next();
    if (earlier && kind < 0.02) sentences.push(earlier);
    else if (earlier && kind < 0.04) sentences.push(earlier.replace(/ \w+/, ` ${word()}`));
    else sentences.push(sentence(next, word));
  }
  return sentences.join(' ').slice(0, length).trimEnd();
}

function sentence(next: () => number, word: () => string): string {
  const words = Array.from({ length: 5 + Math.floor(next() * 20) }, () =>
    next() < 0.04 ? String(Math.floor(next() * 2_000)) : next() < 0.08 ? `${word()},` : word(),
  );
  const text = words.join(' ').replace(/,$/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${next() < 0.1 ? '!' : '.'}`;
}

/** `count` quotes of 20 to 200 characters that begin and end at words. */
export function casesIn(
  text: string,
  count: number,
  passageOf: (text: string, start: number, end: number) => Passage,
): Case[] {
  const next = numbers(11);
  return Array.from({ length: count }, () => {
    const start = text.indexOf(' ', Math.floor(next() * (text.length - 500))) + 1;
    const end = text.indexOf(' ', start + 20 + Math.floor(next() * 180));
    return { passage: passageOf(text, start, end), truth: { start, end } };
  });
}

/** The text with one character in fifty taken out, put in or made another, and where the quotes are in it. */
export function changedText(text: string, cases: readonly Case[]): { text: string; cases: Case[] } {
  const next = numbers(13);
  const letters = 'abcdefghijklmnopqrstuvwxyz ';
  const letter = () => letters.charAt(Math.floor(next() * letters.length));
  const parts: string[] = [];
  const places = new Int32Array(text.length + 1);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = length;
    const kind = next();
    const part =
      kind < 0.02 / 3 ? '' : kind < 0.04 / 3 ? text.charAt(at) + letter() : kind < 0.02 ? letter() : text.charAt(at);
    // White space is folded before anything is looked for: two spaces never come.
    const kept = part === ' ' && parts.at(-1)?.endsWith(' ') ? '' : part.replace(/ {2}/, ' ');
    parts.push(kept);
    length += kept.length;
  }
  places[text.length] = length;
  const moved = cases.map(({ passage, truth }) => ({
    passage,
    truth: { start: places[truth.start] ?? 0, end: places[truth.end] ?? 0 },
  }));
  return { text: parts.join(''), cases: moved };
}
