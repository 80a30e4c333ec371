/** What reviewers arrange of an item: it ends by itself, nothing is lost by it, and of two who are at it at once the first counts. */
import { describe, expect, test } from 'vitest';
import { asideOf, assignmentNow, holderOf, isMarkedDuplicate } from '../../../../lib/domain/decision/handling.ts';
import { type CountersignEvent, eventKey, eventWith } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { rowOf } from '../../../../lib/store/rows/output.ts';
import { ANNA, decided, eventOf, LUCA, made, OTHER_HASH, seen } from '../making.ts';

const BEFORE = '2026-11-22T11:00:00.000Z';
const UNTIL = '2026-11-23T10:00:00.000Z';
const AFTER = '2026-11-23T10:00:01.000Z';

const assigned = (over: { to?: string; after?: string | null; source?: string } = {}, assignmentId: string = newId()) =>
  eventOf(
    'countersign.assignment.made.v1',
    { assignmentId, until: UNTIL, after: over.after ?? null, ...(over.to ? { to: over.to } : {}) },
    undefined,
    { source: over.source ?? ANNA },
  );
const deferred = (deferralId: string = newId()) =>
  eventOf('countersign.deferral.made.v1', { deferralId, until: UNTIL }, { reason: 'The supplier answers tomorrow.' });
const duplicate = (duplicateId: string = newId()) =>
  eventOf('countersign.duplicate.marked.v1', { duplicateId, of: OTHER_HASH });
const ended = (handlingId: string) => eventOf('countersign.handling.ended.v1', { handlingId });

/** Before all that is arranged of it. */
const REPORTED = [await seen(), await made(1)];

const folded = async (...events: (CountersignEvent | Promise<CountersignEvent>)[]) => {
  const output = foldOutput(await Promise.all([...REPORTED, ...events]));
  if (!output) throw new Error('an output folds');
  return output;
};
const holder = async (...events: Parameters<typeof folded>) => {
  const found = assignmentNow(await folded(...events), BEFORE);
  return found && holderOf(found);
};

describe('an assignment', () => {
  test('is by whoever takes it, or to whom it is given; and is over when its time is', async () => {
    expect(await holder(assigned())).toBe(ANNA);
    expect(await holder(assigned({ to: 'piero' }))).toBe('piero');
    expect(assignmentNow(await folded(assigned()), AFTER)).toBeUndefined();
  });

  test('of two at once is the first one’s, also where the other clock was before', async () => {
    const [first, second] = [await assigned({ source: LUCA }), await assigned()];
    const ordered = [first, second].map((event, at) =>
      eventWith(event, { sequence: String(at + 1).padStart(16, '0') }),
    );
    expect(await holder(...ordered)).toBe(LUCA);
    expect(await holder(...ordered.toReversed())).toBe(LUCA);
  });

  test('goes on to whoever knew of it, and back where that is undone', async () => {
    const [one, two] = [newId(), newId()];
    const events = [assigned({}, one), assigned({ after: one, source: LUCA }, two)];
    expect(await holder(...events)).toBe(LUCA);
    expect(await holder(...events, ended(two))).toBe(ANNA);
    expect(await holder(...events, ended(two), ended(one))).toBeUndefined();
  });

  test('ends with a decision', async () => {
    expect(await holder(assigned(), decided('escalate', [1]))).toBeUndefined();
  });
});

describe('an item that stands aside', () => {
  test.each([
    ['comes back when its time is over', deferred, []],
    ['is brought back', deferred, ['end']],
    ['comes back when something new is reported', deferred, ['report']],
    ['comes back when somebody says that it is not the same', duplicate, ['end']],
    ['comes back when something new is reported of it, though it is the same', duplicate, ['report']],
  ] as const)('%s', async (_, aside, then) => {
    const id = newId();
    const events = [aside(id), ...then.map((what) => (what === 'end' ? ended(id) : made(2)))];
    const [now, later] = [
      rowOf(await folded(aside(id)), BEFORE),
      rowOf(await folded(...events), then.length > 0 ? BEFORE : AFTER),
    ];
    expect([now.line, now.aside?.kind]).toEqual([undefined, aside === deferred ? 'deferred' : 'duplicate']);
    expect([later.line === undefined, later.aside]).toEqual([false, undefined]);
  });

  test('is looked at again when its time is over', async () => {
    expect(rowOf(await folded(deferred()), BEFORE).wakesAt).toBe(UNTIL);
    expect(rowOf(await folded(duplicate()), BEFORE).wakesAt).toBeUndefined();
  });

  test('is a duplicate until that is taken back, whatever is said of it', async () => {
    const id = newId();
    expect(isMarkedDuplicate(await folded(duplicate(id), made(2)))).toBe(true);
    expect(isMarkedDuplicate(await folded(duplicate(id), ended(id)))).toBe(false);
  });

  test('is never a duplicate of itself', async () => {
    const self = eventOf('countersign.duplicate.marked.v1', { duplicateId: newId(), of: (await folded()).hash });
    expect(asideOf(await folded(self), BEFORE)).toBeUndefined();
  });

  test('by a mark that the collector refused, does not', async () => {
    const mark = await duplicate();
    const refused = foldOutput([...REPORTED, mark], undefined, new Map([[eventKey(mark), 'is_duplicate']]));
    expect(refused && asideOf(refused, BEFORE)).toBeUndefined();
  });

  test('and is decided on, waits for nothing', async () => {
    expect(rowOf(await folded(deferred(), decided('block', [1])), BEFORE)).not.toHaveProperty('aside');
  });
});
