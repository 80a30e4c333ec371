/** Nothing that masking does loses a record: what fails is veiled, what grows too long is veiled, what is stored wrong is left. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LONGEST_COMMENT, LONGEST_PASSAGE_NOTE, LONGEST_PROMPT } from '../../../../lib/domain/limits.ts';
import { codePointLength, normaliseText } from '../../../../lib/domain/output/text.ts';
import { mask, veil } from '../../../../lib/domain/privacy/mask.ts';
import { redactDecision, redactPrompt, redactReport } from '../../../../lib/domain/privacy/redacted.ts';
import { DEFAULT_REDACTION, type Redaction } from '../../../../lib/domain/privacy/redaction.ts';
import { reportContentSchema } from '../../../../lib/domain/report/report.ts';
import { redaction } from '../../../../lib/settings/items.ts';
import { effectiveRedaction } from '../../../../lib/settings/redaction.ts';
import { fc } from '../../property.ts';

const ITALY: Redaction = { ...DEFAULT_REDACTION, region: 'IT', names: ['王伟'] };

it('nothing of a decision is lost by masking: answers to the checklist and the editorial record are kept, masked', () => {
  const editorial = {
    ...{ factsChecked: 'asked anna@example.com', sourcesOpened: ['https://example.com/'], changed: 'the year' },
    responsible: 'Anna Verdi',
  };
  const content = { note: 'ok', correctedText: 'Rome', answers: { why: 'as bob@example.com says' }, editorial };
  const kept = redactDecision(content, '', ITALY);
  expect(Object.keys(kept).sort()).toEqual(Object.keys(content).sort());
  expect(kept.answers?.why).toBe(mask(content.answers.why, ITALY));
  expect(kept.editorial).toEqual({ ...editorial, factsChecked: mask(editorial.factsChecked, ITALY) });
  expect(JSON.stringify(kept)).not.toContain('@example.com');
});

describe('a scanner that fails', () => {
  const fail = () => {
    throw new RangeError('Maximum call stack size exceeded: anna@example.com');
  };

  it('leaves a text of the same length in which nothing can be read, and says so without its words', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const text = 'Call Anna:\n😀 347 1234567';
    expect(mask(text, ITALY, '', fail)).toBe('•••• •••••\n• ••• •••••••');
    expect(veil(text, ITALY, fail)).toBe('•••• •••••\n• ••• •••••••');
    expect(JSON.stringify(error.mock.calls)).not.toContain('anna');
  });

  it.each([
    ['no names', { ...ITALY, names: undefined }],
    ['a name that is none', { ...ITALY, names: [null] }],
    ['no kinds', { ...ITALY, kinds: undefined }],
  ])('because of what was stored: %s', (_, broken) => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(mask('Anna 347 1234567', broken as unknown as Redaction)).toBe('•••• ••• •••••••');
  });

  it('an unknown country is no failure', () => {
    expect(mask('anna@example.com 347 1234567', { ...ITALY, region: 'ZZ' })).toBe('[e-mail] 347 1234567');
    expect(mask('+39 347 1234567', { ...ITALY, region: 'AQ' })).toBe('[phone]');
  });
});

describe('masks longer than what they stand for', () => {
  const full = (longest: number) => '王伟 '.repeat(longest / 3).padEnd(longest, '.');

  it('never make a text longer than a record takes', () => {
    expect(mask(full(LONGEST_COMMENT), ITALY).length).toBeGreaterThan(LONGEST_COMMENT);
    const passage = {
      selectors: [
        { type: 'TextQuoteSelector', exact: 'a', prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: 0, end: 1 },
      ],
      note: full(LONGEST_PASSAGE_NOTE),
    };
    const content = reportContentSchema.parse({ passages: [passage], comment: full(LONGEST_COMMENT) });
    const kept = redactReport(content, 'a', ITALY);
    expect(reportContentSchema.safeParse(kept).success).toBe(true);
    expect(JSON.stringify(kept)).not.toContain('王伟');
    expect(redactDecision({ note: full(LONGEST_COMMENT) }, '', ITALY).note).toHaveLength(LONGEST_COMMENT);
    expect(redactPrompt(full(LONGEST_PROMPT), ITALY)).toHaveLength(LONGEST_PROMPT);
  });

  it('and where there is room they are masks', () => {
    expect(redactPrompt('ask 王伟', ITALY)).toBe('ask [name]');
  });
});

it('a veil keeps every position of the text as it is compared, whatever is in what it veils', () => {
  const piece = fc.constantFrom(
    ...[
      'anna@\u200bexample.com',
      'DE89  3704\u00a00044 0532 0130 00',
      '+39\u200e 347 1234567',
      'jose\u0301@example.es',
    ],
    ...['王伟', '王　伟', '😀', ' ', '\n', 'word', '4111 1111\t1111 1111', 'anna&#64;example.com', 'e\u0301'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join(' ');
      const [before, after] = [Array.from(normaliseText(text)), Array.from(normaliseText(veil(text, ITALY)))];
      expect(after).toHaveLength(before.length);
      for (const [at, character] of after.entries()) if (character !== '•') expect(character).toBe(before[at]);
    }),
  );
});

it('masking and veiling never fail, and leave no text empty', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  const error = vi.spyOn(console, 'error').mockReturnValue();
  fc.assert(
    fc.property(anything, fc.constantFrom('IT', 'US', 'CN', 'ZZ', undefined), (text, region) => {
      const at: Redaction = { ...DEFAULT_REDACTION, names: ['王伟', 'O’Brien'], ...(region ? { region } : {}) };
      expect(mask(text, at) === '').toBe(text === '');
      expect(codePointLength(normaliseText(veil(text, at)))).toBe(codePointLength(normaliseText(text)));
    }),
    { numRuns: 500 },
  );
  expect(error).not.toHaveBeenCalled();
});

describe('what holds is known, whatever is stored and however the browser names its language', () => {
  beforeEach(() => fakeBrowser.reset());

  it.each([
    ['it_IT', 'IT'],
    ['it', 'IT'],
    ['de-CH', 'CH'],
    ['C', undefined],
    ['', undefined],
    ['not a language', undefined],
  ])('%s', async (language, region) => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language);
    expect((await effectiveRedaction()).region).toBe(region);
  });

  it.each([
    {},
    { kinds: ['email'], names: null, parts: ['typed'] },
    'broken',
    { kinds: ['feet'], names: [], parts: [] },
  ])('stored: %j', async (stored) => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('it');
    await redaction.setValue(stored as Redaction);
    expect(await effectiveRedaction()).toEqual({ ...DEFAULT_REDACTION, region: 'IT' });
  });
});
