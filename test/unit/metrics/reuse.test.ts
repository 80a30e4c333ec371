import { expect, test } from 'vitest';
import { reuse } from '../../../lib/metrics/reuse.ts';
import { counted, day, SETTING } from '../domain/figures/making.ts';

test('as drafted or edited, and whether it was held at that time', () => {
  const use = {
    reuseId: 'r',
    origin: 'https://crm.example',
    changed: 0,
    part: 1,
    characters: 9,
    source: 'anna',
    reusedAt: day(6),
  };
  const reuses = [
    { ...use, kept: 1, status: 'approved' as const },
    { ...use, kept: 0.4, status: 'blocked' as const },
  ];
  expect(reuse.observe(counted({ reuses }), SETTING)).toEqual([
    { at: day(6), value: ['as_drafted'] },
    { at: day(6), value: ['edited', 'held'] },
  ]);
});
