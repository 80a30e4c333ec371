/** The standard brief of a process: a small form whose answers become the prompt, and how a prompt is known to be made of one. */
import { standsUnder } from '../json.ts';
import type { Process } from './process.ts';

export type Brief = NonNullable<Process['brief']>;
/** What was typed, by the id of its field. */
export type BriefAnswers = Readonly<Record<string, string>>;

const PLACE = /\{\{([a-z0-9]+(?:-[a-z0-9]+)*)\}\}/g;

/** Ids of the fields that must be answered and are not. */
export const missingIn = ({ fields }: Brief, answers: BriefAnswers): string[] =>
  fields.flatMap(({ id, required }) => (required && !standsUnder(answers, id)?.trim() ? [id] : []));

/** The prompt. What somebody typed stands there as it is: braces in an answer are words, not places. */
export const filledPrompt = ({ template }: Brief, answers: BriefAnswers): string =>
  template.replace(PLACE, (_, id: string) => standsUnder(answers, id)?.trim() ?? '');

/** A prompt of which fewer of the brief's words are left is one of its own. */
const SHARE_LEFT = 0.7;

/** Whether a prompt is what a brief made: as it was filled in, or changed since. Undefined where it is another prompt. */
export function madeBy(filled: string, prompt: string): 'filled' | 'edited' | undefined {
  const [wanted, said] = [wordsOf(filled), wordsOf(prompt)];
  if (wanted.length === 0) return undefined;
  if (wanted.join(' ') === said.join(' ')) return 'filled';
  const left = new Map<string, number>();
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1);
  const kept = wanted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return kept.length / wanted.length >= SHARE_LEFT ? 'edited' : undefined;
}

/** A page may break lines and set quotes as it likes: words are what stays. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
