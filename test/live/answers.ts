/** Questions that people ask an assistant at work, and what it answers: about half of the answers are worth a flag. */
import type { Category, Severity } from '../../lib/domain/codes.ts';
import { ENGLISH } from './answers-en.ts';
import { ITALIAN } from './answers-it.ts';

export type LiveLang = 'en' | 'it';

export interface LiveAnswer {
  id: string;
  lang: LiveLang;
  prompt: string;
  /** Markdown. */
  answer: string;
  /** What a reviewer would say of it, where it is wrong. */
  wrong?: { category: Category; severity: Severity; why: string };
}

/** One question and its answer, of a conversation that was there before. */
export interface PastTurn {
  prompt: string;
  answer: string;
}

const ANSWERS: readonly LiveAnswer[] = [...ENGLISH, ...ITALIAN];

export function answersIn(lang: LiveLang): readonly LiveAnswer[] {
  return lang === 'it' ? ITALIAN : ENGLISH;
}

/** The answer of this id; throws where there is none. */
export function answerOf(id: string): LiveAnswer {
  const found = ANSWERS.find((answer) => answer.id === id);
  if (!found) throw new Error(`No answer is called ${id}: there are ${ANSWERS.map((answer) => answer.id).join(', ')}.`);
  return found;
}

/** The answer to a prompt: its own, else one of the language, always the same for the same prompt. */
export function answerTo(prompt: string, lang: LiveLang): LiveAnswer {
  const asked = prompt.trim();
  const own = ANSWERS.find((answer) => answer.prompt === asked);
  if (own) return own;
  const choice = answersIn(lang);
  const taken = choice[hashOf(asked) % choice.length];
  if (!taken) throw new Error(`There are no answers in ${lang}.`);
  return taken;
}

/** So many past turns, oldest first. From the second round on each has a case number, so that no two texts are alike. */
export function pastTurns(count: number, lang: LiveLang): PastTurn[] {
  const choice = answersIn(lang);
  const word = lang === 'it' ? 'Pratica' : 'Case';
  return Array.from({ length: count }, (_, index) => {
    const { prompt, answer } = choice[index % choice.length] ?? { prompt: '', answer: '' };
    if (index < choice.length) return { prompt, answer };
    return { prompt: `${word} ${index + 1}: ${prompt}`, answer: `**${word} ${index + 1}**\n\n${answer}` };
  });
}

/** FNV-1a, 32 bits: spreads prompts over the answers. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
