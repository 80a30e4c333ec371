/** Agreement: of the texts that two or more people decided on, how often they said the same. */
import { answerIn, givenSeconds } from '../domain/decision/second.ts';
import { defineMetric } from './metric.ts';

export const agreement = defineMetric({
  id: 'agreement',
  kind: 'agreement',
  observe(output) {
    const blind = blindAnswers(output);
    if (blind) return [blind];
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

/** Where a second one judged without seeing the first, the two of them: whoever knew what was said before agrees too easily. */
function blindAnswers(output: Parameters<typeof givenSeconds>[0]): { at: string; value: string[] } | undefined {
  for (const { first, second } of givenSeconds(output)) {
    const both = [first?.verdict, second.given.verdict].flatMap((verdict) => (verdict && answerIn(verdict)) || []);
    if (both.length === 2) return { at: second.given.madeAt, value: both };
  }
  return undefined;
}
