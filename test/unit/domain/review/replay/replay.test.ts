/** What if: a record replayed under another rule, and how far it carries. */
import { describe, expect, it } from 'vitest';
import type { Process } from '../../../../../lib/domain/policy/process.ts';
import { type ReplayedText, replayed } from '../../../../../lib/domain/review/replay/replay.ts';
import { inside, plannedBy } from '../earning.ts';

const under = (review: Process['review']) => ({ review, ...inside });
const EARNED = under({ mode: 'earned', clean: 3, oneIn: 10 });

/** Texts an hour apart, each reviewed two hours later; the last digits of a hash are its draw: f passes, 0 is asked. */
const texts = (row: string, over: Partial<ReplayedText> = {}): ReplayedText[] =>
  [...row].map((one, n) => {
    const seenAt = new Date(Date.UTC(2026, 2, 1, n)).toISOString();
    const at = new Date(Date.UTC(2026, 2, 1, n + 2)).toISOString();
    const draw = one === 'C' || one === 'X' ? '00000000' : 'ffffffff';
    const hash = `sha256:${n.toString(16).padStart(56, '0')}${draw}`;
    const isLooked = one !== '.';
    return { hash, stratum: 's', seenAt, ...(isLooked ? { reviewed: { defect: /x/i.test(one), at } } : {}), ...over };
  });

describe('the replay', () => {
  it('saves what would have passed, and counts what would have slipped', () => {
    // Three clean ones open it; then what is drawn (capital) is asked, and the rest passes: one defect among it.
    expect(replayed(texts('cccccxcC'), EARNED)).toMatchObject({ asked: 4, saved: 4, slipped: 1, outgoing: 1 });
    expect(replayed(texts('cccccccC'), EARNED)).toMatchObject({
      saved: 4,
      slipped: 0,
      outgoing: 0,
      modes: { sampled: 1 },
    });
  });

  it('closes with the first defect that it would have found', () => {
    const { asked, saved, modes } = replayed(texts('cccXcccc'), EARNED);
    // Three clean ones after the defect open it again.
    expect([asked, saved, modes.sampled]).toEqual([7, 1, 1]);
    expect(replayed(texts('cccXccx'), EARNED)).toMatchObject({ asked: 7, saved: 0, modes: { tightened: 1 } });
  });

  it('says both numbers: what slipped, and what goes out with reviewers who miss some', () => {
    const record = texts('cccccxcC');
    const [blind, keen] = [replayed(record, EARNED, 0.5), replayed(record, EARNED, 0)];
    expect([blind.slipped, keen.slipped]).toEqual([1, 1]);
    expect([blind.outgoing, keen.outgoing]).toEqual([2, 1]);
    expect(keen.share?.[0]).toBeGreaterThan(0);
    expect(keen.share?.[1]).toBeLessThan(1);
  });

  it('says how far the record carries, and nothing of what nobody reviewed', () => {
    expect(replayed(texts('c.c.'), EARNED).carries).toEqual({
      ...{ texts: 4, reviewed: 2 },
      ...{ from: '2026-03-01T02:00:00.000Z', until: '2026-03-01T04:00:00.000Z' },
    });
    const nothing = replayed(texts('....'), EARNED);
    expect(nothing.carries).toEqual({ texts: 4, reviewed: 0 });
    expect(nothing).not.toHaveProperty('share');
    expect(nothing).not.toHaveProperty('hours');
  });

  it('tells the time until a text could be used: at once where nobody is asked', () => {
    expect(replayed(texts('cccccccccc'), EARNED).hours).toEqual({ was: 2, would: 0 });
    expect(replayed(texts('cccccccccc'), under({ mode: 'full' })).hours).toEqual({ was: 2, would: 2 });
  });

  it('saves nothing under full review, nor of what informs the public, nor under a rule without a plan', () => {
    const record = texts('cccccccc');
    expect(replayed(record, under({ mode: 'full' })).saved).toBe(0);
    expect(replayed(record, under({ mode: 'earned' })).saved).toBe(0);
    expect(replayed(record, { ...EARNED, publishes: true, publicInterest: 'ask' }).saved).toBe(0);
  });

  it('is the same in whatever order the record is read', () => {
    const record = texts('ccCcxccXcccccxcC');
    expect(replayed(record.toReversed(), EARNED)).toEqual(replayed(record, EARNED));
  });

  it('has a person look at what was reported, or is not sure enough, whatever the lot says: a clean one opens nothing, a defect closes', () => {
    const held = (row: string): ReplayedText[] => texts(row, { isHeld: true });
    // Told apart from the rest by its time, after what opens it.
    const openedThen = (row: string) => [
      ...texts('ccc'),
      ...held(row).map((text, n) => ({ ...text, seenAt: new Date(Date.UTC(2026, 2, 2, n)).toISOString() })),
    ];
    expect(replayed(openedThen('ccc'), EARNED)).toMatchObject({ asked: 6, saved: 0, modes: { sampled: 1 } });
    expect(replayed(openedThen('x'), EARNED)).toMatchObject({ asked: 4, slipped: 0, modes: { tightened: 1 } });
  });

  it('opens nothing by a yes that says nothing of others', () => {
    const weak = texts('ccccc').map((text) => ({
      ...text,
      reviewed: { defect: false, at: text.seenAt, isWeak: true } as const,
    }));
    expect(replayed(weak, EARNED)).toMatchObject({ asked: 5, saved: 0, modes: { full: 1 } });
  });

  it('lets nothing of a kind pass that stopped, and says of what never could be used no time', () => {
    const stops = under({ mode: 'earned', clean: 3, oneIn: 10, unacceptable: 0.2 });
    const { asked, saved, stopped, slipped, modes, hours } = replayed(
      texts(`${'x'.repeat(8)}${'c'.repeat(20)}`),
      stops,
    );
    expect([asked + stopped, saved, slipped, modes.stopped]).toEqual([28, 0, 0, 1]);
    expect(stopped).toBeGreaterThan(14);
    expect(hours).toEqual({ was: 2 });
  });

  it('counts with what reviewers are measured to miss where that is more than the rules take', () => {
    const limited = under({ mode: 'earned', clean: 3, oneIn: 10, limit: 0.2, miss: 0.1 });
    const record = texts('c'.repeat(60));
    const savedBy = (measured?: number) => replayed(record, limited, measured).saved;
    expect(savedBy(0.05)).toBe(savedBy());
    expect(savedBy(0.4)).toBeLessThan(savedBy());
    // They miss more than they see: nothing is sampled.
    expect(savedBy(1)).toBe(0);
    expect(replayed(texts('cccccxcC'), EARNED, 1).outgoing).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it('keeps strata apart', () => {
    const two = [...texts('ccc', { stratum: 'one' }), ...texts('cc', { stratum: 'two' })];
    expect(replayed(two, EARNED).modes).toEqual({ full: 1, sampled: 1, tightened: 0, stopped: 0 });
  });

  it('predicts what a plan with the same numbers does on the long run', () => {
    const plan = plannedBy({ mode: 'earned', clean: 30, oneIn: 10 });
    expect(plan).toMatchObject({ clean: 30, oneIn: 10 });
    // One in fifty is a defect; the exact share reviewed of (30, 1/10) at 2 % is 16.9 %, at an even spacing of defects it is more.
    const record = texts('c'.repeat(20_000)).map((text, n) => ({
      ...text,
      hash: `sha256:${Math.imul(n + 1, 2_654_435_761)
        .toString(16)
        .replace('-', '')
        .padStart(64, '0')}`,
      reviewed: { defect: Math.imul(n, 40_503) % 50 === 0, at: text.seenAt },
    }));
    const { asked } = replayed(record, under({ mode: 'earned', clean: 30, oneIn: 10 }));
    expect(asked / record.length).toBeGreaterThan(0.1);
    expect(asked / record.length).toBeLessThan(0.35);
  });
});
