/** What is sent of what stands around an answer: short pieces that may state how sure the tool is, and nothing of its words. */
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { statedOf } from '../../../lib/domain/output/stated.ts';
import { statedAround } from '../../../lib/page/detect/stated.ts';
import { Turns } from '../../../lib/page/detect/turns.ts';
import type { ToolProfile } from '../../../lib/tools/profile.ts';

const PROFILE: ToolProfile = {
  ...{ id: 'quill', name: 'Quill', checkedAt: '2026-11-29', match: { hosts: ['quill.example'] } },
  ...{ turn: ['.turn'], prose: ['.text'], exclude: ['.note'], user: ['.user'] },
};

beforeEach(() => {
  const window = parseHTML('<html><body></body></html>');
  for (const name of ['document', 'Element', 'HTMLElement', 'Text', 'ShadowRoot', 'Node'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  return () => vi.unstubAllGlobals();
});

/** What the tool states of the first answer of a page. */
function statedIn(html: string, profile = PROFILE): string | undefined {
  document.body.innerHTML = `<main>${html}</main>`;
  const turn = document.querySelector('.turn');
  return turn ? statedOf(statedAround(turn, new Turns(profile)), 'The warranty lasts two years.') : undefined;
}
const turn = (around: string, text = '<p>Two years.</p>') =>
  `<div class="turn"><div class="text">${text}</div>${around}</div>`;

it.each([
  ['a chip', '<span>Confidence: 85 %</span>', 'Confidence: 85 %'],
  ['a chip in two parts', '<div><b>Confidence</b><i>High</i></div>', 'Confidence High'],
  ['a chip among buttons', '<div><button>Copy</button><span>Affidabilità 72%</span></div>', 'Affidabilità 72%'],
  ['an attribute', '<div data-confidence="0.92"></div>', 'confidence: 0.92'],
  ['a meter', '<meter aria-label="Confidence" value="0.7"></meter>', 'Confidence 0.7'],
  ['a meter of a hundred', '<div role="meter" aria-label="Confidenza" aria-valuenow="70"></div>', 'Confidenza 70%'],
  ['a meter of ten', '<label>Confidence <meter min="0" max="10" value="7"></meter></label>', 'Confidence 7/10'],
  ['a bar in words', '<div role="progressbar" title="Confidence" aria-valuetext="medium"></div>', 'Confidence medium'],
  ['a bar that is not filled yet', '<progress aria-label="Confidence"></progress>', undefined],
  ['a bar of something else', '<progress aria-label="Loading" value="0.85"></progress>', undefined],
  ['its reasoning', '<details><p>Confidence: 20 %</p></details>', undefined],
  ['a list', '<ul><li>Confidence: 20 %</li></ul>', undefined],
  ['one of several paragraphs', '<div><p>So far.</p><p>Confidence: 20 %</p></div>', undefined],
  ['a long text', `<div>Confidence: 85 % ${'and so on '.repeat(20)}</div>`, undefined],
])('reads %s', (_, around, said) => {
  expect(statedIn(turn(around))).toBe(said);
});

it('reads nothing within the text but what is shown with it', () => {
  expect(statedIn(turn('', '<p data-confidence="1.0">Confidence: 99 %</p><p>More.</p>'))).toBeUndefined();
  expect(statedIn(turn('', '<div><span>Confidence: 99 %</span></div>'))).toBeUndefined();
  expect(statedIn(turn('', '<p>Two years.</p><span class="note">Confidence: 40 %</span>'))).toBe('Confidence: 40 %');
});

it('reads what stands beside a turn, where nothing else does', () => {
  const chip = '<span>Confidence: 85 %</span>';
  expect(statedIn(`<div>${turn('')}${chip}</div>`)).toBe('Confidence: 85 %');
  expect(statedIn(`<div>${turn('')}${turn('')}${chip}</div>`)).toBeUndefined();
  expect(statedIn(`<div><div class="user">How sure?</div>${turn('')}${chip}</div>`)).toBeUndefined();
});

it('takes a turn that is all text for what it is', () => {
  const { prose: _, ...whole } = PROFILE;
  expect(statedIn('<div class="turn"><span>Confidence: 99 %</span></div>', whole)).toBeUndefined();
  const marked = '<div class="turn" data-confidence="0.4"><span data-confidence="0.99">Confidence: 99 %</span></div>';
  expect(statedIn(marked, whole)).toBe('confidence: 0.4');
});

it('sends a few short pieces, however many there are', () => {
  document.body.innerHTML = turn('<span>Confidence: 85 %</span>'.repeat(50) + '<i>x</i>'.repeat(5_000));
  const element = document.querySelector('.turn');
  if (!element) throw new Error('no turn');
  expect(statedAround(element, new Turns(PROFILE))).toEqual(['Confidence: 85 %']);
});
