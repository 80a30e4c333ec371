import { describe, expect, test } from 'vitest';
import { codePointLength, normaliseText } from '../../../lib/domain/output/text.ts';
import { claimBefore, findClaim, sourceText } from '../../../lib/domain/sources/claim.ts';

/** The claim before the first `|` of a text. */
const claimAt = (marked: string) => {
  const at = codePointLength(normaliseText(marked.slice(0, marked.indexOf('|'))));
  return claimBefore(marked.replace('|', ''), at);
};

describe('the claim that a citation stands for', () => {
  test.each([
    ['Rents fell. Prices rose by 3.5 % in the year 2024.| Wages did not.', 'Prices rose by 3.5 % in the year 2024.'],
    ['Rents fell. Prices rose by 3.5 % in the year 2024 |[1]. Wages did not.', 'Prices rose by 3.5 % in the year 2024'],
    ['# Prices\n\nThe index of prices rose again last year.|', 'The index of prices rose again last year.'],
    ['One two three four five six. It rose.|', 'One two three four five six. It rose.'],
    ['Prices rose [1][2], as the bank had said before.|', 'Prices rose , as the bank had said before.'],
    ['👩‍💻 Über 20 Länder haben die Regel übernommen.| Mehr', '👩💻 Über 20 Länder haben die Regel übernommen.'],
    ['価格は昨年三パーセント上昇しました。|賃金は上がらなかった。', '価格は昨年三パーセント上昇しました。'],
  ])('%s', (marked, claim) => {
    expect(claimAt(marked)).toBe(claim);
  });

  test('there is none before the first word', () => {
    expect(claimAt('|Prices rose.')).toBeUndefined();
    expect(claimBefore('Prices rose.', 9_999)).toBe('Prices rose.');
    expect(claimBefore('', 0)).toBeUndefined();
  });
});

const SOURCE =
  sourceText(`Annual report. The consumer price index rose by 3.5 % in 2024, the statistics office said on Monday.
  Energy became cheaper: its price fell by 1,200 points. “We had expected more”, the minister said. Rents rose slowly in most cities.
  ${'The committee will meet again next month to look at the figures once more. '.repeat(20)}Exports to 17 countries doubled.`);

describe('whether a claim stands in its source', () => {
  test.each([
    ['The consumer price index rose by 3.5 % in 2024.', 'exact'],
    ['the minister said, "we had expected more', 'close'],
    ['In 2024, the consumer price index rose by 3,5 %, according to the statistics office.', 'close'],
    ['Energy prices fell by 1.200 points as energy became cheaper.', 'close'],
    ['The consumer price index rose by 5.3 % in 2024.', 'not_found'],
    ['The consumer price index rose by 3.5 % in 2023.', 'not_found'],
    ['Exports to 17 countries doubled while the consumer price index rose by 3.5 % in 2024.', 'not_found'],
    ['The committee rejected the proposal after a long debate about pensions.', 'not_found'],
    ['Rents.', undefined],
  ])('%s: %s', (claim, found) => {
    expect(findClaim(claim, SOURCE)).toBe(found);
  });

  test('words that are scattered over a long source do not make a claim', () => {
    const words = 'alpha bravo charlie delta echo foxtrot'.split(' ');
    const spread = words.map((word) => `${word} ${'filler words go here again '.repeat(20)}`).join(' ');
    expect(findClaim(words.join(' '), sourceText(spread))).toBe('not_found');
  });
});
