import { encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../lib/background/manifest/read.ts';
import { unseenIn } from '../../../lib/background/outputs/unseen.ts';
import { countHidden, saysMadeByAi } from '../../../lib/domain/output/hidden.ts';
import { normaliseText } from '../../../lib/domain/output/text.ts';
import { fc } from '../property.ts';
import { box, cborBox, manifestStore, selectors, superbox, wrapper } from './manifests.ts';

const TEXT = 'The warranty lasts two years.';

describe('a C2PA manifest in a text', () => {
  test('tells who made the claim, of what kind of source, who signed and when', async () => {
    const store = manifestStore({ when: '2026-05-03T10:00:00Z' });
    const manifest = (await readManifest(TEXT + wrapper(store)))?.manifest;
    expect(manifest).toEqual({
      generator: 'Quill 2.1',
      sourceTypes: ['trainedAlgorithmicMedia'],
      madeAt: '2026-05-03T10:00:00.000Z',
      signer: 'Acme Signing, Acme',
      issuer: 'Acme Root, Acme',
    });
    expect(manifest && saysMadeByAi(manifest)).toBe(true);
    expect(
      (await readManifest(`${TEXT}${wrapper(manifestStore({ sourceType: 'digitalCapture' }))}`))?.manifest,
    ).toMatchObject({
      sourceTypes: ['digitalCapture'],
    });
  });

  test('is none of the text: its hash, its length and its hidden characters are those of the words', async () => {
    const marked = `The warranty${wrapper(manifestStore())} lasts two years.`;
    expect(normaliseText(marked)).toBe(TEXT);
    expect((await readManifest(marked))?.rest).toBe(TEXT);
    expect(await unseenIn(marked)).toMatchObject({ characters: TEXT.length });
    expect(await unseenIn(marked)).not.toHaveProperty('hidden');
  });

  test('is read also where the page has made a space of its marker', async () => {
    expect((await readManifest(TEXT + wrapper(manifestStore()).replace('\uFEFF', ' ')))?.manifest.generator).toBe(
      'Quill 2.1',
    );
  });

  test('an older claim names its generator in words', async () => {
    const store = superbox(
      'c2pa',
      superbox('urn:uuid:1', superbox('c2pa.claim', cborBox({ claim_generator: 'Old/1' }))),
    );
    expect((await readManifest(TEXT + wrapper(store)))?.manifest).toEqual({ generator: 'Old/1' });
  });

  test('none, and what only looks like one, is none', async () => {
    expect(await readManifest(TEXT)).toBeUndefined();
    expect(await readManifest(`Done ✔️ ${selectors([67, 50, 80])}`)).toBeUndefined();
  });

  test.each([
    ['cut_off', wrapper(manifestStore(), { declared: 99_999 })],
    ['cut_off', `\uFEFF${selectors([67, 50, 80, 65, 84, 88, 84, 0, 1])}`],
    ['too_large', wrapper([], { declared: 0xffffffff })],
    ['unknown_version', wrapper(manifestStore(), { version: 9 })],
    ['several', wrapper(manifestStore()) + wrapper(manifestStore())],
    ['malformed', wrapper([])],
    ['malformed', wrapper([1, 2, 3, 4, 5, 6, 7, 8, 9])],
    ['malformed', wrapper(superbox('c2pa'))],
  ])('that cannot be read says why: %s', async (problem, carried) => {
    expect(await readManifest(TEXT + carried)).toEqual({ manifest: { problem }, rest: TEXT });
  });

  test('stray bytes beside one that can be read do not spoil it', async () => {
    const marked = TEXT + wrapper(manifestStore()) + wrapper([], { declared: 50 });
    expect((await readManifest(marked))?.manifest.generator).toBe('Quill 2.1');
  });
});

describe('a hostile manifest is harmless', () => {
  const claim = (bytes: readonly number[]) =>
    TEXT + wrapper(superbox('c2pa', superbox('urn:c2pa:1', superbox('c2pa.claim.v2', box('cbor', bytes)))));

  test('boxes within boxes without end', async () => {
    let nested = superbox('x');
    for (let depth = 0; depth < 400; depth++) nested = superbox('x', nested);
    expect((await readManifest(TEXT + wrapper(nested)))?.manifest).toEqual({ problem: 'malformed' });
  });

  test('lists within lists, lengths that are not there, bytes without end', async () => {
    for (const bytes of [
      new Array<number>(100_000).fill(0x81),
      [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0xbf, 0x61, 0x61],
    ])
      expect((await readManifest(claim(bytes)))?.manifest).toEqual({ problem: 'malformed' });
  });

  test('words that are long, steer text or stand in the way of a store are cut and cleaned', async () => {
    const generator = `Safe\u202Eedoc\0 \u0007${'x'.repeat(9_000)}`;
    const name = (await readManifest(TEXT + wrapper(manifestStore({ generator }))))?.manifest.generator;
    expect(name).toMatch(/^Safeedoc x+/);
    expect(Array.from(name ?? '').length).toBeLessThanOrEqual(300);
  });

  test('names of prototypes and values of other kinds are no facts', async () => {
    const odd = { __proto__: null, constructor: 1, claim_generator_info: [7], claim_generator: { a: 1 } };
    expect((await readManifest(claim([...encode(odd)])))?.manifest).toEqual({});
  });

  test('whatever bytes come, and wherever they are cut', async () => {
    const store = manifestStore();
    await fc.assert(
      fc.asyncProperty(fc.nat(store.length - 1), fc.nat(255), fc.nat(store.length), async (at, byte, end) => {
        const bent = store.with(at, byte).slice(0, end);
        expect((await readManifest(TEXT + wrapper(bent)))?.rest).toBe(TEXT);
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await readManifest(TEXT + wrapper([...bytes])))?.manifest.problem).toBeDefined();
      }),
    );
  });
});

describe('hidden characters', () => {
  test.each([
    ['an emoji with its look ✔️, a family 👩‍👩‍👧, a technician 👩🏽‍💻, a flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 0],
    ['می‌خواهم', 0],
    ['क्‍ष', 0],
    ['葛󠄀城市', 0],
    ['plain words', 0],
    ['in\u200Bvisi\u200Dble', 2],
    [`smuggled${String.fromCodePoint(0xe0048, 0xe0049)}`, 2],
    [`bytes${selectors([1, 2, 200])}`, 3],
    ['soft\u00ADhyphen \u2060 \u202Ereversed', 3],
  ])('%s: %i', (text, count) => {
    expect(countHidden(text)).toBe(count);
  });
});
