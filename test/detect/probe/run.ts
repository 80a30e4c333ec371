/**
 * Drives labelled pages with the learner in the page's own world, and tells what it weighed and learned.
 *
 *   node test/detect/probe/run.ts [PART OF AN ID …]
 *
 * VERBOSE=1 prints every candidate with its place, SPLIT=test takes one split, SLOWER=10 slows the processor, RUNS=5 repeats.
 */
import process from 'node:process';
import { lineOfPage, sum } from '../../bench/detect/judge.ts';
import { type Probed, probePages } from './probe.ts';

const verbose = process.env.VERBOSE === '1';
const wanted = process.argv.slice(2);
const all: Probed[] = [];

function tell(probed: Probed): void {
  all.push(probed);
  console.log(lineOfPage(probed.judged));
  if (!verbose) return;
  for (const { atMs, text, place, evidence, probability } of probed.weighed) {
    const spoke = Object.entries(evidence).flatMap(([feature, value]) => (value ? feature : []));
    console.log(
      `    ${new Date(atMs).toISOString().slice(17, 23)} ${probability.toFixed(3)} ${JSON.stringify(text.slice(0, 70))}\n    ${spoke.join(' ')}\n    ${place}`,
    );
  }
  for (const { atMs, profile } of probed.profiles)
    console.log(`    ${new Date(atMs).toISOString().slice(17, 23)} learned ${JSON.stringify(profile)}`);
  for (const text of probed.missed) console.log(`    missed ${JSON.stringify(text)}`);
}

for (let run = 0; run < Number(process.env.RUNS ?? 1); run++)
  await probePages({
    wanted: ({ id, split }) =>
      (wanted.length === 0 || wanted.some((part) => id.includes(part))) && (process.env.SPLIT ?? split) === split,
    tell,
    slower: Number(process.env.SLOWER ?? 1),
  });
const judged = all.map((probed) => probed.judged);
const count = (key: 'there' | 'found' | 'exact' | 'wrong' | 'userTaken' | 'early') => sum(judged, (page) => page[key]);
console.log(
  `${count('found')} of ${count('there')} found, ${count('exact')} exact, ${count('wrong')} wrong, ${count('userTaken')} user turns taken, ${count('early')} early, worst delay ${Math.max(...judged.flatMap((one) => one.delaysMs))} ms`,
);
