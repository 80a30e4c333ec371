import { expect, test } from 'vitest';
import { overruled } from '../../../lib/metrics/overruled.ts';
import { counted, day, decision, exception, inProcess, SETTING } from '../domain/figures/making.ts';

test('what somebody looked at afterwards; what another gave leave for, and what nobody looked at, is left out', () => {
  const [good, bad] = [decision('approve'), decision('block')];
  const exceptions = [
    exception('override', { reviewedBy: good.decisionId }),
    exception('bypass', { reviewedBy: bad.decisionId }),
    exception('exception', { reviewedBy: good.decisionId }),
    exception('override'),
  ];
  expect(overruled.observe(counted({ decisions: [good, bad], inProcess: inProcess({ exceptions }) }), SETTING)).toEqual(
    [
      { at: day(4), value: true },
      { at: day(4), value: false },
    ],
  );
});
