/** A new metric and its test. The figures, selectors and texts in it are examples to replace. */
import { constantOf, listed, type Scaffold, tabled, titleOf } from './plan.ts';

export function metricScaffold(id: string): Scaffold {
  const constant = constantOf(id);
  return {
    files: {
      [`lib/metrics/${id}.ts`]: `/** ${titleOf(id)}: say in a sentence what it counts, and which way is good. */
import { defineMetric } from './metric.ts';

export const ${constant} = defineMetric({
  id: '${id}',
  unit: 'count',
  from: (outputs) => (outputs.length === 0 ? undefined : outputs.length),
});
`,
      [`test/unit/metrics/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${constant} } from '../../../lib/metrics/${id}.ts';

test('of nothing there is no figure', () => {
  expect(${constant}.from([])).toBeUndefined();
});
`,
    },
    edits: {
      'lib/metrics/index.ts': listed('METRICS', constantOf(id), id, 'sorted'),
      'docs/adding-a-metric.md': tabled('metrics', `| \`${id}\` | count | ${titleOf(id)} |`, 'sorted'),
    },
    see: 'docs/adding-a-metric.md',
    next: 'work out the figure, and test it on outputs that you make up',
  };
}
