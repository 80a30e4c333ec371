import { expect, test } from 'vitest';
import { CATEGORIES } from '../../../../lib/domain/codes.ts';
import { categoriesByUse } from '../../../../lib/domain/report/often.ts';

test('what a person chooses most comes first, all else in the order in which it is offered', () => {
  expect(categoriesByUse([])).toEqual(CATEGORIES);
  const reports = [['privacy'], ['good'], ['style', 'privacy'], ['privacy', 'refusal'], ['style']] as const;
  const order = categoriesByUse(reports.map((categories) => ({ categories })));
  expect(order.slice(0, 3)).toEqual(['privacy', 'style', 'refusal']);
  expect(order.slice(3)).toEqual(CATEGORIES.filter((category) => !['privacy', 'style', 'refusal'].includes(category)));
});
