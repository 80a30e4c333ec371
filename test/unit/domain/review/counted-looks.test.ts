/**
 * What opens a stratum is a number of looks, and no share of texts (department-of-veterans-affairs/caseflow#6407, #13040: of two in
 * a hundred by chance, every second time fewer came than were meant).
 */
import { expect, it } from 'vitest';
import { nothingReviewed, observe } from '../../../../lib/domain/review/mode.ts';
import { fc } from '../../property.ts';
import { chances, plannedBy } from './earning.ts';

const CLEAN = 30;
const ONE_IN = 50;
/** So many texts of which thirty are meant to be looked at. */
const TEXTS = CLEAN * ONE_IN;
const PLAN = plannedBy({ mode: 'earned', clean: CLEAN, oneIn: ONE_IN });

/** How many of so many texts a share by chance has looked at. */
function drawnOf(texts: number, seed: number): number {
  const chance = chances(seed);
  return Array.from({ length: texts }, () => chance() < 1 / ONE_IN).filter(Boolean).length;
}

it('a share by chance has fewer looked at than were meant, every second time', () => {
  const short = Array.from({ length: 400 }, (_, seed) => drawnOf(TEXTS, seed)).filter((looks) => looks < CLEAN);
  expect(short.length / 400).toBeGreaterThan(0.4);
  expect(short.length / 400).toBeLessThan(0.6);
});

it('however many texts there are and whichever of them are looked at, it opens with the number that the rules name, and not one before', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (isLookedAt) => {
      const standing = nothingReviewed();
      let looks = 0;
      for (const [at, looked] of isLookedAt.entries()) {
        if (!looked) continue;
        looks += 1;
        observe(standing, { at: `t${at}`, defect: false, asked: true }, PLAN);
        expect(standing.mode).toBe(looks < CLEAN ? 'full' : 'sampled');
      }
      expect(standing.reviewed).toBe(looks);
    }),
  );
});

it('after a defect as many again, counted anew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (clean) => {
      const standing = nothingReviewed();
      const look = (defect: boolean) => observe(standing, { at: '', defect, asked: true }, PLAN);
      for (let n = 0; n < clean; n++) look(false);
      look(true);
      for (let n = 1; n < CLEAN; n++) {
        look(false);
        expect(standing.mode).not.toBe('sampled');
      }
      look(false);
      expect(standing.mode).toBe('sampled');
    }),
  );
});
