/** Precision and recall on the labelled texts: more than a thousand, in a dozen languages, with near misses of each kind. */
import { expect, it } from 'vitest';
import { PERSONAL_KINDS } from '../../../../lib/domain/privacy/masks.ts';
import { placesOf } from '../../../../lib/domain/privacy/places.ts';
import { labelledTexts, scored } from './labelled.ts';

/** What the product promises (docs/architecture.md, "What is masked"). */
const LEAST = 0.98;
const scores = scored(PERSONAL_KINDS);

it.each(PERSONAL_KINDS)('%s: precision and recall', (kind) => {
  const score = scores.get(kind);
  if (!score) throw new Error(`nothing was counted of ${kind}`);
  const { found, wrong, missed } = score;
  const precision = found / (found + wrong.length);
  const recall = found / (found + missed.length);
  console.info(
    `${kind}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${found} found, ${wrong.length} wrong, ${missed.length} missed)`,
  );
  const lines = [...wrong.map((words) => `wrong ${words}`), ...missed.map((words) => `missed ${words}`)].join('\n');
  expect(precision, lines).toBeGreaterThanOrEqual(LEAST);
  expect(recall, lines).toBeGreaterThanOrEqual(LEAST);
  expect(found).toBeGreaterThan(80);
});

it('the set is broad, and in three texts of ten there is nothing to mask', () => {
  const texts = labelledTexts(PERSONAL_KINDS);
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter(({ places }) => places.length === 0).length).toBeGreaterThan(texts.length * 0.3);
});

it('what people ran into is masked to the letter', () => {
  const reported = labelledTexts(PERSONAL_KINDS).filter(({ file }) => file === 'reported.txt');
  expect(reported.length).toBeGreaterThan(60);
  for (const { text, sought, places } of reported) expect(placesOf(text, sought), text).toEqual(places);
});
