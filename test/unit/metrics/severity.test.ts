import { expect, test } from 'vitest';
import { severity } from '../../../lib/metrics/severity.ts';
import { counted, day, report, SETTING } from '../domain/figures/making.ts';

test('what is wrong, by how bad it is; praise and what was taken back is left out', () => {
  const all = [report(), report({ categories: ['good'], severity: 'neutral' }), report({ state: 'withdrawn' })];
  expect(severity.observe(counted({ reports: all }), SETTING)).toEqual([{ at: day(2), value: ['major'] }]);
});
