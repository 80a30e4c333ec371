import { describe, expect, test } from 'vitest';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import {
  afterPrompt,
  fallsBack,
  freshHealth,
  isDue,
  type PromptOutcome,
  type SiteHealth,
} from '../../../lib/domain/reading/health.ts';
import { ANNA } from './making.ts';

const NOW = '2026-11-23T10:00:00.000Z';
const SITE = { origin: 'https://chat.example.com', tool: 'desk', toolName: 'Desk', version: '0123456789ab' };
const FRESH = freshHealth(SITE, NOW);
const rowAfter = (told: readonly (PromptOutcome | PromptOutcome['outcome'])[], row: SiteHealth = FRESH): SiteHealth =>
  told.reduce((health, one) => afterPrompt(health, typeof one === 'string' ? { outcome: one } : one, NOW), row);
const times = (count: number, one: PromptOutcome | PromptOutcome['outcome']) =>
  Array.from({ length: count }, () => one);

describe('a profile is taken to have gone blind', () => {
  test('when it finds no turn where an answer was seen to stream', () => {
    expect(rowAfter([{ outcome: 'missed', streamed: true }]).degraded).toBe('nothingFound');
  });

  test('but not for one text that came at once, which may be another part of the page; for two in a row', () => {
    expect(rowAfter(['missed']).degraded).toBeUndefined();
    expect(rowAfter(['missed', 'answered', 'missed']).degraded).toBeUndefined();
    expect(rowAfter(['missed', 'missed']).degraded).toBe('nothingFound');
  });

  test('when two turns in a row stay without text: one may be an image or a tool call', () => {
    expect(rowAfter(['empty']).degraded).toBeUndefined();
    expect(rowAfter(['empty', 'empty']).degraded).toBe('emptyText');
  });

  test('when it found answers to most prompts, and then to none', () => {
    expect(rowAfter([...times(8, 'answered'), ...times(2, 'unseen')]).degraded).toBeUndefined();
    expect(rowAfter([...times(8, 'answered'), ...times(3, 'unseen')]).degraded).toBe('fewerThanBefore');
    expect(rowAfter([...times(3, 'answered'), ...times(3, 'unseen')]).degraded).toBeUndefined();
    expect(rowAfter([...times(5, 'answered'), ...times(5, 'unseen'), ...times(3, 'unseen')]).degraded).toBeUndefined();
  });

  test('never by prompts alone of which nothing is known', () => {
    expect(rowAfter(times(50, 'unseen')).degraded).toBeUndefined();
  });
});

describe('a fallback selector', () => {
  const first: PromptOutcome = { outcome: 'answered', selector: 0 };
  const second: PromptOutcome = { outcome: 'answered', selector: 1 };

  test('is a change for the worse where the first one worked before; the site is still read by the profile', () => {
    expect(rowAfter([first, second]).degraded).toBe('fallbackInUse');
    expect(fallsBack(rowAfter([first, second]).degraded)).toBe(false);
    expect(rowAfter([first, second, first]).degraded).toBeUndefined();
  });

  test('is none where it is all that ever worked: some sites show another generation of the markup', () => {
    expect(rowAfter([second, second]).degraded).toBeUndefined();
  });
});

test('an answer that the profile finds again ends it; the last change for the worse is remembered', () => {
  const row = rowAfter([{ outcome: 'missed', streamed: true }, 'answered']);
  expect(row.degraded).toBeUndefined();
  expect(row).toMatchObject({ prompts: 2, answered: 1, missed: 1, worse: { at: NOW, reason: 'nothingFound' } });
});

test('what is unsure changes nothing of what was found', () => {
  expect(rowAfter([{ outcome: 'missed', streamed: true }, 'unseen']).degraded).toBe('nothingFound');
});

test('another version of the profile begins anew, and remembers outputs and the last change for the worse', () => {
  const before = { ...rowAfter([{ outcome: 'missed', streamed: true }]), outputs: 7 };
  const row = freshHealth({ ...SITE, version: 'ba9876543210' }, NOW, before);
  expect(row).toMatchObject({ outputs: 7, prompts: 0, worse: { version: SITE.version } });
  expect(row.degraded).toBeUndefined();
});

test('told once a day: not while it stays so, nor when it comes and goes', () => {
  const row = rowAfter([{ outcome: 'missed', streamed: true }]);
  expect(isDue(FRESH, row, NOW)).toBe(true);
  expect(isDue(row, row, NOW)).toBe(false);
  const told = { ...row, reportedOn: '2026-11-23' };
  const again = rowAfter(['answered', { outcome: 'missed', streamed: true }], told);
  expect(isDue(rowAfter(['answered'], told), again, NOW)).toBe(false);
  expect(isDue(rowAfter(['answered'], told), again, '2026-11-24T00:00:01.000Z')).toBe(true);
});

describe('the event', () => {
  const facts = { tool: 'desk', toolName: 'Desk', version: '0123456789ab', reason: 'nothingFound' } as const;
  const make = (subject: string) => makeEvent('countersign.detection.degraded.v1', ANNA, subject, facts);

  test('is about an origin, has no content, and folds to no output', async () => {
    const event = await make('https://chat.example.com');
    expect(event.data).toEqual({ facts });
    expect(foldOutput([event])).toBeUndefined();
  });

  test.each(['https://chat.example.com/c/1', 'https://a@chat.example.com', `sha256:${'a'.repeat(64)}`, 'file:///x'])(
    'is not about %s',
    async (subject) => {
      await expect(make(subject)).rejects.toThrow();
    },
  );
});
