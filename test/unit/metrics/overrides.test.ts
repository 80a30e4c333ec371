import { expect, test } from 'vitest';
import { overrides } from '../../../lib/metrics/overrides.ts';
import { counted, day, exception, inProcess, SETTING } from '../domain/figures/making.ts';

test('each pass by its kind', () => {
  const exceptions = [exception('override'), exception('bypass'), exception('exception')];
  expect(overrides.observe(counted({ inProcess: inProcess({ exceptions }) }), SETTING)).toEqual([
    { at: day(4), value: ['override'] },
    { at: day(4), value: ['bypass'] },
    { at: day(4), value: ['exception'] },
  ]);
  expect(overrides.observe(counted(), SETTING)).toEqual([]);
});
