import { describe, expect, it } from 'vitest';
import { AGAINST, type Evidence, FOR, probabilityOf } from '../../../lib/page/learn/evidence.ts';
import { FITTED } from '../../../lib/page/learn/weights.ts';
import { fitWeights, type Sample } from '../../detect/probe/fit.ts';
import { fc } from '../property.ts';

const FEATURES = [...FOR, ...AGAINST];
const nothing = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Evidence;
const seen = (...features: (keyof Evidence)[]): Evidence => ({
  ...nothing,
  ...Object.fromEntries(features.map((feature) => [feature, 1])),
});
const sample = (isAnswer: boolean, ...features: (keyof Evidence)[]): Sample => ({
  evidence: seen(...features),
  isAnswer,
  weight: 1,
});

describe('fitting the weights', () => {
  it('learns what tells answers from the rest', () => {
    const weights = fitWeights([
      sample(true, 'prompted', 'grew'),
      sample(true, 'prompted', 'grew', 'markup'),
      sample(false, 'prompted'),
      sample(false, 'grew', 'grewAlone'),
    ]);
    expect(probabilityOf(seen('prompted', 'grew'), weights)).toBeGreaterThan(0.5);
    expect(probabilityOf(seen('prompted'), weights)).toBeLessThan(0.5);
    expect(probabilityOf(seen('grew', 'grewAlone'), weights)).toBeLessThan(0.5);
  });

  it('puts the boundary by the strongest of what is no answer, however many answers there are', () => {
    const answers = Array.from({ length: 50 }, () => sample(true, 'prompted', 'grew', 'labelled', 'markup'));
    const others = [sample(false, 'prompted', 'markup'), sample(false, 'longer')];
    const few = fitWeights([...answers.slice(0, 1), ...others]);
    const many = fitWeights([...answers, ...others]);
    for (const weights of [few, many]) expect(probabilityOf(seen('prompted', 'markup'), weights)).toBeCloseTo(0.23, 1);
  });

  it('never lets what speaks for an answer count against it, whatever the pages', () => {
    const any = fc.array(fc.tuple(fc.boolean(), fc.subarray(FEATURES)), { minLength: 1, maxLength: 12 });
    const isFair = fc.property(any, (pages) => {
      const { of } = fitWeights(
        pages.map(([isAnswer, features]) => sample(isAnswer, ...features)),
        200,
      );
      return FOR.every((feature) => of[feature] >= 0) && AGAINST.every((feature) => of[feature] <= 0);
    });
    void fc.assert(isFair, { numRuns: 30 });
  });
});

describe('the weights in use', () => {
  it('take nothing for an answer without evidence, nor what only looks like one', () => {
    expect(probabilityOf(nothing, FITTED)).toBeLessThan(0.01);
    expect(probabilityOf(seen('longer', 'long', 'formatted', 'markup', 'composer'), FITTED)).toBeLessThan(0.5);
    expect(probabilityOf(seen('grew', 'grewLong', 'grewInline', 'grewAlone', 'live'), FITTED)).toBeLessThan(0.5);
  });

  it('take a stream that follows a prompt for one, whatever it looks like', () => {
    const stream = seen('prompted', 'asked', 'grew', 'grewLong', 'grewInline', 'grewOn', 'answered', 'composer');
    expect(probabilityOf(stream, FITTED)).toBeGreaterThan(0.5);
    expect(probabilityOf(seen('prompted', 'asked', 'grewOn', 'composer'), FITTED)).toBeGreaterThan(0.5);
  });

  it('take no message between people for one, however long, often or formatted', () => {
    const message = ['prompted', 'asked', 'again', 'longer', 'long', 'formatted', 'composer'] as const;
    expect(probabilityOf(seen(...message), FITTED)).toBeLessThan(0.5);
    expect(probabilityOf(seen(...message, 'instant', 'labelled'), FITTED)).toBeGreaterThan(0.5);
  });
});
