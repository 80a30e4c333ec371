/**
 * Fits the weights of the evidence on the training pages of `test/detect`, and writes them where the learner reads them.
 *
 *   npm run fit
 */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { Weights } from '../lib/page/learn/evidence.ts';
import { fitWeights, type Sample } from '../test/detect/probe/fit.ts';
import { probePages } from '../test/detect/probe/probe.ts';
import { samplesOf } from '../test/detect/probe/samples.ts';

const PLACE = new URL('../lib/page/learn/weights.ts', import.meta.url);

const samples: Sample[] = [];
await probePages({
  wanted: ({ split }) => split === 'train',
  tell: (probed) => {
    const own = samplesOf(probed);
    samples.push(...own);
    console.log(
      `  ${probed.labelled.id}: ${own.filter(({ isAnswer }) => isAnswer).length} of ${own.length} are answers`,
    );
  },
});
if (!samples.some(({ isAnswer }) => isAnswer)) throw new Error('No answer was weighed on any page: nothing to fit.');
const weights = fitWeights(samples);
await writeFile(PLACE, source(weights));
console.log(`${samples.length} samples; bias ${weights.bias}`);
for (const [feature, weight] of Object.entries(weights.of)) console.log(`  ${feature.padEnd(12)} ${weight}`);
process.exitCode = 0;

function source({ bias, of }: Weights): string {
  const lines = Object.entries(of).map(([feature, weight]) => `    ${feature}: ${weight},`);
  return `/** Written by \`npm run fit\` (\`scripts/fit.ts\`) from the training pages of \`test/detect\`. */
export const FITTED = {
  bias: ${bias},
  of: {
${lines.join('\n')}
  },
};
`;
}
