import { describe, expect, test } from 'vitest';
import {
  type CountersignEvent,
  contentHolds,
  eventSchema,
  eventWith,
  makeEvent,
} from '../../../lib/domain/events/event.ts';
import { commitTo, hashText } from '../../../lib/domain/output/hash.ts';
import { ANNA, HASH, made, seen, withdrawn } from './making.ts';

describe('events', () => {
  test('are CloudEvents whose content holds what they commit to', async () => {
    for (const event of [await seen(), await made(1), await withdrawn(1)]) {
      expect(eventSchema.parse(event)).toEqual(event);
      expect(await contentHolds(event)).toBe(true);
    }
  });

  test('changed content no longer holds; erased content does', async () => {
    const event = await seen();
    const changed = structuredClone(event) as CountersignEvent & { data: { sealed: { content: { text: string } } } };
    changed.data.sealed.content.text = 'Prices fall.';
    expect(await contentHolds(changed)).toBe(false);
    const { sealed: _, ...data }: { sealed?: unknown } = event.data;
    expect(await contentHolds(eventWith(event, {}, data))).toBe(true);
  });

  test('text that no store can hold is cleaned before it is committed to', async () => {
    const facts = {
      reportId: '00000000-0000-4000-8000-000000000001',
      categories: ['style' as const],
      severity: 'minor' as const,
    };
    const event = await makeEvent('countersign.report.made.v1', ANNA, HASH, facts, {
      passages: [],
      comment: 'a\0b\ud83d',
    });
    expect(event.data.sealed?.content).toMatchObject({ comment: 'ab\ufffd' });
    expect(await contentHolds(event)).toBe(true);
  });

  test('a commitment does not depend on the order of keys', async () => {
    expect(await commitTo('s', { a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
      await commitTo('s', { b: [2, { d: 4, c: 3 }], a: 1 }),
    );
    expect(await commitTo('s', { a: 1 })).not.toBe(await commitTo('t', { a: 1 }));
  });

  test.each([
    ['unknown attribute', { extra: 1 }],
    ['unknown type', { type: 'countersign.output.burnt.v1' }],
    ['not a hash', { subject: 'sha256:abc' }],
    ['foreign source', { source: 'https://evil.example' }],
    ['not a time', { time: 'yesterday' }],
  ])('%s is refused', async (_, change) => {
    expect(eventSchema.safeParse({ ...(await seen()), ...change }).success).toBe(false);
  });
});

describe('content addresses', () => {
  test.each([
    ['white space', 'a  b\n\tc ', 'a b c'],
    ['composition', 'e\u0301', 'é'],
    ['zero-width characters', 'a\u200bb\ufeffc\u00ad', 'abc'],
    ['variation selectors and tags', 'a\ufe0f\u{e0100}\u{e0041}b', 'ab'],
    ['direction marks', '\u202babc\u2069\u200f', 'abc'],
  ])('%s do not change them', async (_, left, right) => {
    expect(await hashText(left)).toBe(await hashText(right));
  });

  test.each([
    ['figures', 'Pay \u202e12\u202c euro', 'Pay 21 euro'],
    ['words, to the end of the line', 'a \u202e(yes)\nno', 'a (sey)\nno'],
    ['letters of several signs', '\u202ee\u0301a\u202c', 'ae\u0301'],
    ['letters from right to left', '\u202dאב\u202c', 'בא'],
    ['what is read that way anyhow', '\u202eאב\u202c \u202dab', 'אב ab'],
  ])('marks that force an order make the text that is seen: %s', async (_, forced, seen) => {
    expect(await hashText(forced)).toBe(await hashText(seen));
  });

  test('any visible change does', async () => {
    expect(await hashText('19 %')).not.toBe(await hashText('22 %'));
    expect(await hashText('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
