import { expect, it } from 'vitest';
import type { Passage } from '../../../../lib/domain/anchoring/anchor.ts';
import { redactPrompt, redactReport, redactText } from '../../../../lib/domain/privacy/redacted.ts';
import { DEFAULT_REDACTION, type Redaction } from '../../../../lib/domain/privacy/redaction.ts';

const TEXT = 'Write to anna@example.com today.';
const REDACTION: Redaction = { ...DEFAULT_REDACTION, region: 'IT' };
const EVERYWHERE: Redaction = { ...REDACTION, parts: ['typed', 'prompt', 'text'] };
const passage = (start: number, end: number, note?: string): Passage => ({
  selectors: [
    {
      type: 'TextQuoteSelector',
      exact: TEXT.slice(start, end),
      prefix: TEXT.slice(Math.max(0, start - 4), start),
      suffix: TEXT.slice(end, end + 4),
    },
    { type: 'TextPositionSelector', start, end },
  ],
  ...(note ? { note } : {}),
});

it('by default what is typed and prompted is masked, and the AI text stays', () => {
  expect(redactText(TEXT, REDACTION)).toBe(TEXT);
  expect(redactPrompt('for anna@example.com', REDACTION)).toBe('for [e-mail]');
  const content = { passages: [passage(9, 25, 'it is bruno@example.com')], comment: 'ask bruno@example.com' };
  expect(redactReport(content, TEXT, REDACTION)).toEqual({
    passages: [{ ...passage(9, 25), note: 'it is [e-mail]' }],
    comment: 'ask [e-mail]',
  });
});

it('a correction keeps what the text says already, and is masked in what it adds', () => {
  const correction = 'Write to anna@example.com or bruno@example.com today.';
  const kept = redactReport({ passages: [], correction }, TEXT, REDACTION);
  expect(kept.correction).toBe('Write to anna@example.com or [e-mail] today.');
});

it('a veiled text is quoted as it is kept, also where a quote begins within what is veiled', () => {
  const text = redactText(TEXT, EVERYWHERE);
  expect(text).toBe('Write to •••••••••••••••• today.');
  const quotes = redactReport({ passages: [passage(0, 14), passage(25, 31)] }, text, EVERYWHERE).passages;
  expect(quotes.map(({ selectors: [{ exact, prefix, suffix }] }) => [prefix, exact, suffix])).toEqual([
    ['', 'Write to •••••', '••••'],
    ['••••', ' today', '.'],
  ]);
  expect(JSON.stringify(quotes)).not.toContain('anna');
});

it('nothing is masked where the policy names no part', () => {
  const open: Redaction = { ...REDACTION, parts: [] };
  const content = { passages: [passage(9, 25)], comment: 'ask bruno@example.com' };
  expect(redactReport(content, TEXT, open)).toEqual(content);
  expect(redactPrompt('for anna@example.com', open)).toBe('for anna@example.com');
});
