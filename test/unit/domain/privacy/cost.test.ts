/**
 * What masking costs grows with the length of a text and no faster, whatever the text. Counted, not timed: how often the
 * scanners read a character.
 */
import { expect, it } from 'vitest';
import { PERSONAL_KINDS } from '../../../../lib/domain/privacy/masks.ts';
import { stretchesOf } from '../../../../lib/domain/privacy/places.ts';
import { type Plain, readPlain } from '../../../../lib/domain/privacy/reading/plain.ts';
import { withNights } from '../../../nightly.ts';
import { HARD_NAMES, HARD_TEXTS } from './hard-texts.ts';

const SHORT = 500;
const TIMES = 8;
/** Eight times the length costs eight times as much, and what there is at the ends and only once; what is quadratic costs 64. */
const MOST = 10;
/** How often a character is read at most, all kinds together. */
const MOST_READS = 400;

/** A text whose reads are counted. */
function counted(text: string): { plain: Plain; reads(): number } {
  const plain = readPlain(text);
  let reads = 0;
  const units = new Proxy(plain.units, {
    get(target, key) {
      if (key === 'subarray')
        return (from: number, to: number) => {
          reads += Math.max(0, to - from);
          return target.subarray(from, to);
        };
      reads++;
      return target[key as unknown as number];
    },
  });
  return { plain: { ...plain, units }, reads: () => reads };
}

function readsOf(text: string, region: string): number {
  const { plain, reads } = counted(text);
  stretchesOf(plain, { kinds: PERSONAL_KINDS, names: HARD_NAMES, region });
  return reads();
}

it.each(withNights(['IT'], 'DE'))('linear in %s', (region) => {
  const rows = Object.entries(HARD_TEXTS).map(([name, make]) => {
    const [before, after] = [readsOf(make(SHORT), region), readsOf(make(SHORT * TIMES), region)];
    return { name, each: after / (SHORT * TIMES), ratio: after / Math.max(before, SHORT) };
  });
  const worst = rows.reduce((most, row) => (row.each > most.each ? row : most));
  const steepest = rows.reduce((most, row) => (row.ratio > most.ratio ? row : most));
  console.info(
    `${region}: a character is read ${worst.each.toFixed(0)} times at worst (${worst.name}); ${TIMES} times the length, at most ${steepest.ratio.toFixed(1)} times the reads (${steepest.name})`,
  );
  for (const { name, ratio, each } of rows) {
    expect(ratio, name).toBeLessThan(MOST);
    expect(each, name).toBeLessThan(MOST_READS);
  }
});
