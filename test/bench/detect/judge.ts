/** Compares what was found on a labelled page with what is there. */
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import type { Truth, TruthOutput } from '../../detect/contract.ts';

export interface Judged {
  id: string;
  /** Answers there, found, and found with exactly their text. */
  there: number;
  found: number;
  exact: number;
  /** Outputs listed that are none. */
  wrong: number;
  /** Among them, what a person typed. */
  userTaken: number;
  /** Answers that were said to be complete before their last token. */
  early: number;
  /** From the last token to `complete`, in ms, of answers that streamed. */
  delaysMs: number[];
}

export const letters = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** An output of which the truth knows the beginning only, as far as it knows it. */
export function cutToTruth(output: ListedOutput, { outputs }: Truth): ListedOutput {
  const begins = outputs.find(({ text }) => letters(output.text).startsWith(letters(text)));
  return begins ? { ...output, text: begins.text } : output;
}

/** Nearly the same text: one holds most of the other. Tells "found, but not exactly" from "something else". */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 0.5 * long.length) return false;
  return long.includes(short) || commonRuns(short, long) > 0.7;
}

function commonRuns(a: string, b: string): number {
  const runs = (text: string) =>
    Array.from({ length: Math.max(1, text.length - 5) }, (_, at) => text.slice(at, at + 6));
  const held = new Set(runs(b));
  const all = runs(a);
  return all.filter((run) => held.has(run)).length / all.length;
}

/** A text that was said to be complete, and when. */
interface Completed {
  text: string;
  atMs: number;
}

/** Whether an answer was said to be complete with a part of its text, before the rest had come. */
const wasEarly = (
  { text, lastTokenAtMs = 0, resumedAtMs = 0 }: TruthOutput,
  completed: readonly Completed[],
): boolean =>
  completed.some(({ text: said, atMs }) => {
    const part = letters(said);
    return (
      atMs < lastTokenAtMs &&
      atMs > resumedAtMs &&
      part.length >= 4 &&
      part !== text &&
      text.startsWith(part.slice(0, -2))
    );
  });

export function judge(
  id: string,
  listed: readonly ListedOutput[],
  truth: Truth,
  completed: readonly Completed[] = [],
): Judged {
  const left = listed.map((output) => ({ output, text: letters(output.text) }));
  const judged: Judged = {
    id,
    there: truth.outputs.length,
    found: 0,
    exact: 0,
    wrong: 0,
    userTaken: 0,
    early: truth.outputs.filter((one) => wasEarly({ ...one, text: letters(one.text) }, completed)).length,
    delaysMs: [],
  };
  for (const expected of truth.outputs) {
    const text = letters(expected.text);
    const at = best(left, text);
    if (at < 0) continue;
    const [match] = left.splice(at, 1);
    if (!match) continue;
    judged.found++;
    if (match.text === text) judged.exact++;
    if (expected.lastTokenAtMs && match.output.completedAt)
      judged.delaysMs.push(Math.max(0, Date.parse(match.output.completedAt) - expected.lastTokenAtMs));
  }
  const neutral = truth.neutral.map(letters);
  const users = truth.userTexts.map(letters);
  for (const { text } of left) {
    if (neutral.some((greeting) => isNear(greeting, text))) continue;
    judged.wrong++;
    if (users.some((typed) => typed === text || text.includes(typed))) judged.userTaken++;
  }
  return judged;
}

function best(left: { text: string }[], text: string): number {
  const exact = left.findIndex((candidate) => candidate.text === text);
  return exact >= 0 ? exact : left.findIndex((candidate) => isNear(candidate.text, text));
}

export const sum = (all: readonly Judged[], of: (judged: Judged) => number): number =>
  all.reduce((total, judged) => total + of(judged), 0);

export const lineOfPage = ({ id, there, found, exact, wrong, userTaken, early, delaysMs }: Judged): string => {
  const worst = delaysMs.length > 0 ? `, worst delay ${Math.round(Math.max(...delaysMs))} ms` : '';
  return `  ${id}: ${found} of ${there} found, ${exact} exact, ${wrong} wrong, ${userTaken} user turns taken, ${early} early${worst}`;
};
