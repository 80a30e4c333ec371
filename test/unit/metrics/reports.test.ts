import { expect, test } from 'vitest';
import { reports } from '../../../lib/metrics/reports.ts';
import { counted, day, report, SETTING } from '../domain/figures/making.ts';

test('each report under its categories, praise too, and none that was taken back', () => {
  const all = [
    report({ categories: ['factual', 'style'] }),
    report({ categories: ['good'], severity: 'neutral' }),
    report({ state: 'withdrawn' }),
  ];
  expect(reports.observe(counted({ reports: all }), SETTING)).toEqual([
    { at: day(2), value: ['factual', 'style'] },
    { at: day(2), value: ['good'] },
  ]);
});
