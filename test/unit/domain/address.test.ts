/** A text counts under its own address only: whoever sent another one, whenever it came, and whatever was decided. */

import { describe, expect, test } from 'vitest';
import { contentHolds, makeEvent } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { addressed, addressOf, commitToVeiled, isAt } from '../../../lib/domain/output/address.ts';
import { hashText, sha256, sha256Now } from '../../../lib/domain/output/hash.ts';
import { redactText } from '../../../lib/domain/privacy/redacted.ts';
import { DEFAULT_REDACTION } from '../../../lib/domain/privacy/redaction.ts';
import { fc } from '../property.ts';
import { ANNA, decided, eventOf, HASH, LUCA, made, seen, sequenced, TEXT, TRACE } from './making.ts';

const FALSE_TEXT = 'Prices fall by half.';
const FACTS = { outputId: 'chatgpt:1:1', trace: TRACE };

/** A sighting that brings a text under the address of another. */
const laundered = (text = FALSE_TEXT, source = LUCA) =>
  eventOf('countersign.output.seen.v1', FACTS, { text }, { source });

describe('the address of a text', () => {
  test('is the hash of it normalised, the same at once and in its time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(sha256Now(text)).toBe(await sha256(text));
        expect(addressOf({ text })).toBe(await hashText(text));
      }),
    );
  });

  test('of one with a veil tells apart what lies under it, and what is shown', async () => {
    const shown = 'Call ••••••••••• now.';
    const one = await addressed('Call 02 1234567 now.', shown);
    const other = await addressed('Call 02 7654321 now.', shown);
    const wider = await addressed('Call 02 1234567 now.', 'Call ••••••••••• •••.');
    const plain = await addressed(shown, shown);
    expect(new Set([one, other, wider, plain].map(({ hash }) => hash)).size).toBe(4);
    for (const { hash, ...content } of [one, other, wider, plain]) expect(isAt(hash, content)).toBe(true);
    expect(plain).not.toHaveProperty('veiled');
  });

  test('of one with a veil is the same in every browser that veils alike, and costs a guess as much as a password', async () => {
    expect(await commitToVeiled('Call 02 1234567 now.', 'Call ••••••••••• now.')).toBe(
      'sha256:e25a9357e19fd33462d732108a7e74bc24325af72140aa195c6048c6688263b6',
    );
    expect((await addressed('Call 02 1234567 now.', 'Call ••••••••••• now.')).hash).toBe(
      'sha256:5874c42e77032a2e8d046735b8c3d2b8725092c47373c5a7c7d2faa137399756',
    );
  });

  test('is of the text as it can be stored: a page’s NUL or half a pair makes no record that does not hold', async () => {
    for (const raw of ['a\0b', 'a\ud800b', '\ud83d\u200b\ude00']) {
      const { hash, ...content } = await addressed(raw, raw);
      const event = await makeEvent('countersign.output.seen.v1', ANNA, hash, FACTS, content);
      expect(await contentHolds(event), JSON.stringify(raw)).toBe(true);
    }
  });

  test('holds for what redaction makes of a text', async () => {
    const everywhere = { ...DEFAULT_REDACTION, parts: ['text' as const], region: 'IT' };
    const original = 'Write to anna@example.com today.';
    const { hash, ...content } = await addressed(original, redactText(original, everywhere));
    expect(content.text).toBe('Write to •••••••••••••••• today.');
    expect(isAt(hash, content)).toBe(true);
    expect(isAt(hash, { text: content.text })).toBe(false);
    expect(isAt(await hashText(original), content)).toBe(false);
  });
});

describe('content that does not belong to its event', () => {
  const bent = [
    ['another text', { text: FALSE_TEXT }],
    ['another number', { text: 'Prices rise!' }],
    ['a veil that commits to anything', { text: TEXT, veiled: `sha256:${'0'.repeat(64)}` }],
    ['another text that says it is veiled', { text: '••••••', veiled: HASH }],
  ] as const;
  test.each(bent)('%s does not hold, though its commitment does', async (_, content) => {
    expect(await contentHolds(await eventOf('countersign.output.seen.v1', FACTS, content))).toBe(false);
  });

  test.each([
    ['other white space and invisible characters', 'Prices\u200b \n rise.'],
    ['another composition', 'Prices rise.'.normalize('NFD')],
  ])('%s is the same text', async (_, text) => {
    expect(await contentHolds(await eventOf('countersign.output.seen.v1', FACTS, { text }))).toBe(true);
  });
});

describe('folding', () => {
  test('a false text that came first gives way to the right one', async () => {
    const output = foldOutput(sequenced([await laundered(), await seen(), await made(1)]));
    expect(output?.content).toEqual({ text: TEXT });
  });

  test('a false text alone is shown nowhere, and nothing that was decided with it frees the text whose address it took', async () => {
    for (const verdict of ['approve', 'approve_with_notes', 'modify'] as const) {
      const output = foldOutput(sequenced([await laundered(), await decided(verdict, [])]));
      expect(output?.content).toBeUndefined();
      expect(output?.status).toBe('unreviewed');
      expect(JSON.stringify(output)).not.toContain(FALSE_TEXT);
    }
    for (const [verdict, status] of [
      ['block', 'blocked'],
      ['escalate', 'escalated'],
    ] as const)
      expect(foldOutput(sequenced([await laundered(), await decided(verdict, [])]))?.status).toBe(status);
  });

  test('nor does it tell where the right text was seen', async () => {
    const lie = {
      ...(await laundered()),
      data: { ...(await laundered()).data, facts: { ...FACTS, outputId: 'x:y:z' } },
    };
    const output = foldOutput(sequenced([lie as Awaited<ReturnType<typeof laundered>>, await seen()]));
    expect(output?.outputId).toBe('chatgpt:1:1');
    expect(output?.sightings).toBeUndefined();
  });

  test('marks that turn the direction of reading, which no address knows, are not shown', async () => {
    const turned = await laundered('Prices\u202b rise\u2066.\u200f');
    expect(foldOutput([turned])?.content?.text).toBe(TEXT);
  });

  test('where such marks force an order, the text is another one: it is told as it is seen', async () => {
    expect(foldOutput([await laundered('Prices\u202e rise.')])?.content?.text).toBeUndefined();
    const text = 'It costs \u202e12\u202c euro.';
    expect(isAt(await hashText('It costs 12 euro.'), { text })).toBe(false);
    expect(isAt(await hashText('It costs 21 euro.'), { text })).toBe(true);
    const subject = await hashText('It costs 21 euro.');
    const event = { ...(await laundered(text)), subject } as Awaited<ReturnType<typeof laundered>>;
    expect(foldOutput([event])?.content?.text).toBe('It costs 21 euro.');
  });

  test('in whatever order they come and however many there are, the right text is shown, or none', async () => {
    const right = [await seen(), await seen({ source: LUCA })];
    const wrong = [await laundered(), await laundered('Prices rise!', ANNA), await laundered(`${TEXT} `.repeat(2))];
    const said = [await made(1), await decided('approve', [1], 1), await made(2), await decided('block', [2], 2)];
    const all = [...right, ...wrong, ...said];
    fc.assert(
      fc.property(fc.subarray(all), fc.nat(), fc.boolean(), (some, seed, numbered) => {
        const shuffled = some
          .map((event, at) => ({ event, by: (at * 7_919 + seed) % 101 }))
          .sort((a, b) => a.by - b.by);
        const events = shuffled.map(({ event }) => event);
        const output = foldOutput(numbered ? sequenced(events) : events);
        const isThere = right.some((event) => some.includes(event));
        expect(output?.content?.text).toBe(isThere ? TEXT : undefined);
        if (!isThere && output) expect(['approved', 'approved_with_notes', 'modified']).not.toContain(output.status);
      }),
    );
  });
});
