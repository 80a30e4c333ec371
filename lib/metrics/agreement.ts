/** Agreement: of the texts that two or more people decided on, how often they said the same. */
import { answersOf, isOver } from '../domain/decision/calibration.ts';
import { answerIn, givenSeconds } from '../domain/decision/second.ts';
import type { CountedOutput } from '../domain/figures/counted.ts';
import { defineMetric } from './metric.ts';

export const agreement = defineMetric({
  id: 'agreement',
  kind: 'agreement',
  observe(output, { now }) {
    const calibrated = calibratedAnswers(output, now);
    const blind = blindAnswers(output);
    const judged = calibrated ?? blind;
    if (judged) return [judged];
    const firstOfEach = new Map<string, { at: string; answer: string }>();
    for (const { verdict, source, author, decidedAt } of output.decisions) {
      const person = author ?? source;
      const answer = answerIn(verdict);
      if (answer !== undefined && !firstOfEach.has(person)) firstOfEach.set(person, { at: decidedAt, answer });
    }
    const all = [...firstOfEach.values()];
    const second = all[1];
    return second ? [{ at: second.at, value: all.map(({ answer }) => answer) }] : [];
  },
});

/** What several said in a calibration that is over: the last one counts. */
function calibratedAnswers({ inProcess }: CountedOutput, now: string): { at: string; value: string[] } | undefined {
  const over = (inProcess?.calibrations ?? []).filter((one) => isOver(one, now));
  return over.map((one) => ({ at: one.madeAt, value: answersOf(one) })).findLast(({ value }) => value.length > 1);
}

/** Where a second one judged without seeing the first, the two of them: whoever knew what was said before agrees too easily. */
function blindAnswers(output: Parameters<typeof givenSeconds>[0]): { at: string; value: string[] } | undefined {
  for (const { first, second } of givenSeconds(output)) {
    const both = [first?.verdict, second.given.verdict].flatMap((verdict) => (verdict && answerIn(verdict)) || []);
    if (both.length === 2) return { at: second.given.madeAt, value: both };
  }
  return undefined;
}
