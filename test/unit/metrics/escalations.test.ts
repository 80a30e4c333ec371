import { expect, test } from 'vitest';
import { escalations } from '../../../lib/metrics/escalations.ts';
import { counted, day, decision, inProcess, SETTING } from '../domain/figures/making.ts';

test('by hand and because time ran out; an assignment is neither', () => {
  const handoffs = (['lapsed', 'assigned', 'escalated'] as const).map((why, at) => ({
    handoffId: String(at),
    to: [],
    why,
    source: 's',
    madeAt: day(10 + at),
  }));
  const output = counted({
    decisions: [decision('escalate'), decision('approve')],
    inProcess: inProcess({ handoffs }),
  });
  expect(escalations.observe(output, SETTING)).toEqual([
    { at: day(3), value: ['by_hand'] },
    { at: day(12), value: ['by_hand'] },
    { at: day(10), value: ['lapsed'] },
  ]);
});
