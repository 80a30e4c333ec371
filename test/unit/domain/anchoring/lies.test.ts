/** Whatever is done to a text: no anchor ever reports `exact` or `moved` on words other than its own. */
import { expect, test } from 'vitest';
import { passageSchema } from '../../../../lib/domain/anchoring/anchor.ts';
import { passageOf } from '../../../../lib/domain/anchoring/describe.ts';
import type { PassagePlace } from '../../../../lib/domain/anchoring/resolve.ts';
import { type Anchored, resolvePassages } from '../../../../lib/domain/anchoring/resolve.ts';
import { normaliseText } from '../../../../lib/domain/output/text.ts';
import { fc, runs } from '../../property.ts';
import { apply, type Edit, type Edited, edits, fresh, text, wordsOf } from './edits.ts';
import { slipsBeside } from './slips.ts';

const RUNS = runs(3_000);

/** The edited text with white space folded as `normaliseText` folds it, still with its account. */
function normalised(edited: Edited): Edited {
  const folded = edited.filter(
    ({ unit }, at) => !(/\s/.test(unit) && (at === 0 || /\s/.test(edited[at - 1]?.unit ?? ''))),
  );
  while (/\s/.test(folded.at(-1)?.unit ?? '')) folded.pop();
  return folded.map((character) => (/\s/.test(character.unit) ? { ...character, unit: ' ' } : character));
}

type Own = Omit<Case, 'after' | 'result'>;

/**
 * Whether the words at a place are the passage's own: its characters, or a copy that is all that is left of them; or
 * words that no reader could tell from them, since they stand where, or beside what, the passage stood.
 */
function isOwn(edited: Edited, place: PassagePlace, own: Own): boolean {
  const { before, start, end } = own;
  const beside = start === 0 ? place.start === 0 : edited[place.start - 1]?.from === start - 1;
  const followed = end === before.length ? place.end === edited.length : edited[place.end]?.from === end;
  return (
    isItself(edited, place, own) ||
    beside ||
    followed ||
    isInPlace(edited, place, own) ||
    isRestored(edited, place, own) ||
    isMistyped(edited, place, own)
  );
}

function isItself(edited: Edited, place: PassagePlace, { start, end }: Own): boolean {
  const words = edited.slice(place.start, place.end);
  const own = words.filter(({ from }, at) => from === start + at).length;
  const copied = words.filter(
    ({ copyOf, unit }, at) => copyOf === start + at || (unit === ' ' && copyOf === undefined),
  );
  const foreign = words.some(({ from }, at) => from >= 0 && from !== start + at);
  const left = edited.filter(({ from }) => from >= start && from < end).length;
  // A passage over two sentences of which one was copied: who reads it cannot tell whether the copy came before or after.
  const whole = words.every(({ from, copyOf }, at) => from === start + at || copyOf === start + at);
  // A passage over two sentences with the same words put in between them is still the passage, by its greater part.
  return (own * 2 >= words.length && !foreign) || (left === 0 && copied.length >= words.length) || (own > 0 && whole);
}

/** What is left of the first text on both sides is what stood on both sides of the passage, and none of it is left. */
function isInPlace(edited: Edited, place: PassagePlace, { start, end }: Own): boolean {
  const left = edited.slice(0, place.start).findLast(({ from }) => from >= 0);
  const right = edited.slice(place.end).find(({ from }) => from >= 0);
  return (left?.from ?? -1) < start && (right?.from ?? end) >= end;
}

/** The same words with the same 12 characters on both sides, or 20 on one; words with those stood in one place only. */
function isRestored(edited: Edited, place: PassagePlace, { before, start, end }: Own): boolean {
  const first = ['^', ...before, '$'];
  const after = ['^', ...Array.from(wordsOf(edited)), '$'];
  const part = (points: readonly string[], from: number, to: number) =>
    points.slice(Math.max(0, from + 1), to + 1).join('');
  const stoodOnce = (words: string) => first.join('').split(words).length === 2;
  const same = (left: number, right: number) => {
    const words = part(first, start - left, end + right);
    return stoodOnce(words) && part(after, place.start - left, place.end + right) === words;
  };
  return same(12, 12) || same(32, 32) || (stoodOnce(part(first, start, end)) && (same(20, 0) || same(0, 20)));
}

/**
 * The same words among all that stood around them but for one character, while their look-alikes stood among other
 * things. Whoever sees both texts takes that for the passage with a slip beside it, even where the slip was made beside
 * a look-alike and the two then changed places. Words that stand once in both texts bear more slips than one.
 */
function isMistyped(edited: Edited, place: PassagePlace, { before, start, end }: Own): boolean {
  const after = edited.map(({ unit }) => unit);
  const words = before.slice(start, end).join('');
  const slips = slipsBeside(before, { start, end }, after, place);
  const standsOnce = [before, after].every((text) => text.join('').split(words).length === 2);
  if (standsOnce && end - start >= SPEAKING && Math.max(...slips) <= FEW_SLIPS) return true;
  if (slips[0] + slips[1] > 1) return false;
  return before.every((_, at) => {
    const twin = { start: at, end: at + end - start };
    if (at === start || before.slice(twin.start, twin.end).join('') !== words) return true;
    const [left, right] = slipsBeside(before, twin, after, place);
    return left + right > 2;
  });
}
/** Words of so many characters say what they are, */
const SPEAKING = 12;
/** with so many slips on a side: one in eight. */
const FEW_SLIPS = 5;

interface Case {
  /** The text before, and the passage in it, in code points. */
  before: string[];
  start: number;
  end: number;
  after: Edited;
  result: Anchored;
}

function run(sentences: string[], a: number, b: number, changes: readonly Edit[]): Case {
  const before = sentences.join(' ');
  const points = Array.from(before);
  // From the beginning of a sentence to the end of one, or any part: as people select.
  const [start, end] = bounds(points, a, b);
  const unit = (point: number) => points.slice(0, point).join('').length;
  const passage = passageOf(before, unit(start), unit(end));
  expect(passageSchema.parse(passage)).toEqual(passage);
  let edited = fresh(before);
  for (const change of changes) edited = apply(edited, change);
  const after = normalised(edited);
  expect(wordsOf(after)).toBe(normaliseText(wordsOf(edited)));
  const [result] = resolvePassages([passage], wordsOf(after));
  return { before: points, start, end, after, result: result ?? { state: 'gone' } };
}

function bounds(points: readonly string[], a: number, b: number): [number, number] {
  const starts = points.flatMap((_, at) => (at === 0 || points[at - 1] === ' ' ? [at] : []));
  const start = starts[a % starts.length] ?? 0;
  const length = 1 + (b % Math.min(60, points.length - start));
  const stop = points.slice(start).findIndex((unit, at) => at >= length && /[\s.!,]/.test(unit));
  const end = stop < 0 ? points.length : start + stop;
  return [start, Math.max(start + 1, end)];
}

test('no anchor reports exact or moved on a text other than its own', () => {
  fc.assert(
    fc.property(text, fc.nat(10_000), fc.nat(10_000), edits, (sentences, a, b, changes) => {
      const { after, result, ...own } = run(sentences, a, b, changes);
      if (result.state !== 'exact' && result.state !== 'moved') return;
      expect(result.place.words).toBe(wordsOf(after.slice(result.place.start, result.place.end)));
      if (!isOwn(after, result.place, own))
        throw new Error(`"${result.place.words}" is not its own in:\n${sentences.join(' ')}\n${wordsOf(after)}`);
    }),
    { numRuns: RUNS },
  );
});
