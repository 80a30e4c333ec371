/** Agreement: of the texts that two or more people decided on, how often they said the same. */
import type { Verdict } from '../domain/codes.ts';
import { defineMetric } from './metric.ts';

/** What a verdict says of the text: usable, usable once corrected, not usable. */
const ANSWERS: Record<Exclude<Verdict, 'escalate'>, string> = {
  approve: 'usable',
  approve_with_notes: 'usable',
  modify: 'corrected',
  block: 'blocked',
};

export const agreement = defineMetric({
  id: 'agreement',
  kind: 'agreement',
  observe({ decisions }) {
    const firstOfEach = new Map<string, { at: string; answer: string }>();
    for (const { verdict, source, author, decidedAt } of decisions) {
      const person = author ?? source;
      if (verdict !== 'escalate' && !firstOfEach.has(person))
        firstOfEach.set(person, { at: decidedAt, answer: ANSWERS[verdict] });
    }
    const all = [...firstOfEach.values()];
    const second = all[1];
    return second ? [{ at: second.at, value: all.map(({ answer }) => answer) }] : [];
  },
});
