import { expect, test } from 'vitest';
import { lifted } from '../../../lib/metrics/lifted.ts';
import { counted, day, decision, inProcess, SETTING } from '../domain/figures/making.ts';

const look = (blocked: string, answeredBy?: string) => ({
  ...{ decisionId: blocked, processId: 'faq', policyVersion: '1', source: 'luca', madeAt: day(4) },
  ...(answeredBy ? { answeredBy } : {}),
});

test('what another found usable is lifted, as it stands or corrected; a second block is not; what waits is left out', () => {
  const first = decision('block');
  const answers = [decision('approve'), decision('modify'), decision('block')];
  const secondLooks = [...answers.map(({ decisionId }) => look(first.decisionId, decisionId)), look(first.decisionId)];
  const seen = lifted.observe(
    counted({ decisions: [first, ...answers], inProcess: inProcess({ secondLooks }) }),
    SETTING,
  );
  expect(seen).toEqual([true, true, false].map((value) => ({ at: day(4), value })));
});

test('an answer that was taken back lifts nothing, and a block that nobody drew is no part of it', () => {
  const first = decision('block');
  const back = inProcess({ secondLooks: [look(first.decisionId, 'taken-back')] });
  expect(lifted.observe(counted({ decisions: [first], inProcess: back }), SETTING)).toEqual([]);
  expect(lifted.observe(counted({ decisions: [first, decision('approve')] }), SETTING)).toEqual([]);
});
