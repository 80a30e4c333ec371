/** A new metric and its test. The figures, selectors and texts in it are examples to replace. */
import { listed, type Scaffold, tabled, titleOf } from './plan.ts';

/** `id`: one word, by which its words on screen are found too. */
export function metricScaffold(id: string): Scaffold {
  return {
    files: {
      [`lib/metrics/${id}.ts`]: `/** ${titleOf(id)}: say in a sentence what it counts. */
import { defineMetric } from './metric.ts';

export const ${id} = defineMetric({
  id: '${id}',
  kind: 'counts',
  observe: ({ decisions }) => decisions.map(({ decidedAt, verdict }) => ({ at: decidedAt, value: [verdict] })),
});
`,
      [`test/unit/metrics/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${id} } from '../../../lib/metrics/${id}.ts';
import { counted, decision, SETTING } from '../domain/figures/making.ts';

test('of nothing there is nothing, and of a decision there is one', () => {
  expect(${id}.observe(counted(), SETTING)).toEqual([]);
  expect(${id}.observe(counted({ decisions: [decision('block')] }), SETTING)).toHaveLength(1);
});
`,
    },
    edits: {
      'lib/metrics/index.ts': listed('METRICS', id, id, 'sorted'),
      'docs/adding-a-metric.md': tabled('metrics', `| \`${id}\` | counts | ${titleOf(id)} |`, 'sorted'),
      'locales/en.yml': worded(id),
      'locales/it.yml': worded(id),
    },
    see: 'docs/adding-a-metric.md',
    next: 'say what of an output it counts, test it on outputs that you make up, and define it in both languages',
  };
}

/** Its name and its definition, the last of each in a file of words. */
const worded = (id: string) => (text: string) => {
  const words = /^( {2}name:\n(?: {4}\w+: .*\n)+)( {2}counts:\n(?: {4}\w+: .*\n)+)/m;
  if (!words.test(text)) throw new Error('There are no names of metrics under figures.name');
  const [name, definition] = [titleOf(id), 'say in two sentences what it counts and what it leaves out'];
  return text.replace(
    words,
    (_, names: string, all: string) => `${names}    ${id}: ${name}\n${all}    ${id}: ${definition}\n`,
  );
};
