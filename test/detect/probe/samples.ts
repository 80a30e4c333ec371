/** What was weighed on a page, labelled by what the page says is there. */
import { isNear, letters } from '../../bench/detect/judge.ts';
import type { Sample } from './fit.ts';
import type { Probed } from './probe.ts';

/** A text taken for an answer that is none costs a person's trust; one that is missed is found with the next answer. */
const FALSE_ALARM = 3;

/** Each page counts as much as another, however many candidates it had. */
export function samplesOf({ weighed, truth }: Probed): Sample[] {
  const neutral = truth.neutral.map(letters);
  const answers = truth.outputs.map(({ text }) => letters(text));
  const samples = weighed.flatMap(({ text, evidence }) => {
    const said = letters(text);
    if (neutral.some((greeting) => isNear(greeting, said))) return [];
    // A part of an answer that still grows is the answer; a whole conversation is not.
    const isAnswer = answers.some((answer) => isNear(answer, said) || answer.startsWith(said.slice(0, 200)));
    return [{ evidence, isAnswer }];
  });
  return samples.map(({ evidence, isAnswer }) => ({
    evidence,
    isAnswer,
    weight: (isAnswer ? 1 : FALSE_ALARM) / samples.length,
  }));
}
