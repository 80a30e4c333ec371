import { describe, expect, test } from 'vitest';
import { eventWith } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import { groundsOf } from '../../../lib/domain/output/origin.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { keepPrompt } from '../../../lib/domain/output/prompt.ts';
import type { Trace } from '../../../lib/domain/output/trace.ts';
import { redactionUnder } from '../../../lib/domain/policy/redaction-section.ts';
import { DEFAULT_REDACTION } from '../../../lib/domain/privacy/redaction.ts';
import { type CitationChecked, citationHolds } from '../../../lib/domain/sources/citation.ts';
import { fc } from '../property.ts';
import { ANNA, eventOf, LUCA, seen, sequenced, TRACE } from './making.ts';

const URLS = ['https://example.com/a', 'https://example.com/b'] as const;
const CITING: Trace = { ...TRACE, citations: URLS.map((url) => ({ url })) };

const checked = (over: Partial<CitationChecked>, source = ANNA) =>
  eventOf(
    'countersign.citation.checked.v1',
    { url: URLS[0], reach: 'reached', claim: 'exact', by: 'person', ...over },
    undefined,
    { source },
  );
const seenAt = (over: Partial<Trace>, source = ANNA) =>
  eventOf(
    'countersign.output.seen.v1',
    { outputId: 'chatgpt:1:1', trace: { ...CITING, ...over } },
    { text: 'Prices rise.' },
    { source },
  );

const folded = (...events: Parameters<typeof foldOutput>[0]): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('nothing was seen');
  return output;
};
const originIn = ({ trace, checks = [] }: Output) => groundsOf(trace, checks);

describe('how sure the tool says it is', () => {
  const saying = (statedConfidence?: string, over: Partial<Trace> = {}, source = ANNA) =>
    seenAt({ ...(statedConfidence === undefined ? {} : { statedConfidence }), ...over }, source);
  const said = (...events: Parameters<typeof foldOutput>[0]) => folded(...events).trace.statedConfidence;

  test('is what its page says last where it was seen first, also where that came later than the answer', async () => {
    const [bare, sure, less] = [await saying(), await saying('Confidence: 85 %'), await saying('Confidence: 40 %')];
    expect(said(bare)).toBeUndefined();
    expect(said(bare, sure)).toBe('Confidence: 85 %');
    expect(said(less, bare, sure)).toBe('Confidence: 40 %');
    const output = folded(bare, sure);
    expect(output).toMatchObject({ hash: bare.subject, outputId: 'chatgpt:1:1', firstSeenAt: bare.time });
    expect(output).not.toHaveProperty('sightings');
    expect(output.trace.completedAt).toBe(TRACE.completedAt);
  });

  test('is not what another place, another browser, or somebody else from the same one says', async () => {
    const bare = await saying();
    expect(said(bare, await saying('Confidence: 99 %', { conversationId: 'other' }))).toBeUndefined();
    expect(said(bare, await saying('Confidence: 99 %', {}, LUCA))).toBeUndefined();
    const [own, forged] = [bare, await saying('Confidence: 99 %')];
    expect(said(eventWith(own, { authid: 'anna' }), eventWith(forged, { authid: 'luca' }))).toBeUndefined();
    expect(said(eventWith(own, { authid: 'anna' }), forged)).toBe('Confidence: 99 %');
  });
});

describe('what stands behind an output', () => {
  test('nothing, as long as nobody has looked', async () => {
    expect(originIn(folded(await seenAt({})))).toEqual({
      origin: 'untraced',
      sources: 2,
      checked: 0,
      unavailable: 0,
      holding: 0,
    });
    expect(folded(await seen())).not.toHaveProperty('checks');
  });

  test('a source that holds makes it sourced, close or word for word, moved or not', async () => {
    for (const over of [{}, { claim: 'close' }, { reach: 'redirected' }] as const)
      expect(originIn(folded(await seenAt({}), await checked(over)))).toMatchObject({ origin: 'sourced', holding: 1 });
  });

  test('one that is gone, does not say it, or could not be looked at does not', async () => {
    for (const over of [
      { reach: 'gone', claim: 'not_checked' },
      { claim: 'not_found' },
      { claim: 'not_checked', reason: 'pdf' },
      { reach: 'unavailable', claim: 'not_checked', reason: 'timeout' },
    ] as const)
      expect(originIn(folded(await seenAt({}), await checked(over)))).toMatchObject({ origin: 'untraced', holding: 0 });
  });

  test('what could not be looked at does not count as looked at', async () => {
    const output = folded(await seenAt({}), await checked({ reach: 'unavailable', claim: 'not_checked' }));
    expect(originIn(output)).toMatchObject({ checked: 0, unavailable: 1 });
  });

  test('a documented process stands where no source does', async () => {
    const process = { processId: 'faq', name: 'FAQ answers' };
    expect(originIn(folded(await seenAt({ process })))).toMatchObject({ origin: 'by_process' });
    expect(originIn(folded(await seenAt({ process }), await checked({})))).toMatchObject({ origin: 'sourced' });
  });

  test('a check of what the output does not cite counts for nothing', async () => {
    const output = folded(await seenAt({}), await checked({ url: 'https://example.org/other' }));
    expect(originIn(output)).toMatchObject({ origin: 'untraced', checked: 0 });
  });

  test('the latest check stands, but one that could not look does not undo one that could', async () => {
    const events = [await seenAt({}), await checked({}), await checked({ claim: 'not_found' })];
    expect(folded(...events).checks).toMatchObject([{ claim: 'not_found' }]);
    events.push(await checked({ reach: 'unavailable', claim: 'not_checked', reason: 'network' }));
    expect(folded(...events).checks).toMatchObject([{ claim: 'not_found' }]);
    expect(folded(events[0] as never, events[3] as never).checks).toMatchObject([{ reach: 'unavailable' }]);
  });

  test('browsers that hold the same checks agree, whatever order they came in', async () => {
    const events = sequenced([
      await seenAt({}),
      await checked({ claim: 'close' }),
      await checked({ claim: 'not_found' }, LUCA),
      await checked({ url: URLS[1], reach: 'gone', claim: 'not_checked' }),
      await seenAt({ conversationId: 'two' }, LUCA),
    ]);
    const expected = folded(...events);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => {
        expect(folded(...order)).toEqual(expected);
      }),
    );
  });

  test('what holds is there and says it', () => {
    expect(citationHolds({ reach: 'gone', claim: 'exact' })).toBe(false);
  });
});

describe('seen before', () => {
  test('each conversation of a tool, and each browser, once', async () => {
    const output = folded(
      await seenAt({ conversationId: 'one' }),
      await seenAt({ conversationId: 'one' }),
      await seenAt({ conversationId: 'two' }),
      await seenAt({ tool: 'copilot', toolName: 'Copilot', pageUrl: 'https://copilot.microsoft.com/x' }),
      await seenAt({ conversationId: 'one' }, LUCA),
    );
    expect(output.sightings?.map(({ toolName, conversationId, source }) => [toolName, conversationId, source])).toEqual(
      [
        ['ChatGPT', 'one', ANNA],
        ['ChatGPT', 'two', ANNA],
        ['Copilot', undefined, ANNA],
        ['ChatGPT', 'one', LUCA],
      ],
    );
  });

  test('at one place only is not before', async () => {
    expect(folded(await seenAt({}), await seenAt({}))).not.toHaveProperty('sightings');
  });
});

describe('what is kept of a prompt', () => {
  const prompt = `How long does it last? ${'And why? '.repeat(60)}`;
  const content = { text: 'Two years.', prompt };

  test('all, its beginning, its fingerprint, nothing', async () => {
    expect(await keepPrompt(content, 'full')).toEqual({ content, promptKept: 'full' });
    const short = await keepPrompt(content, 'shortened');
    expect(Array.from(short.content.prompt ?? '')).toHaveLength(200);
    expect(short.promptKept).toBe('shortened');
    expect(await keepPrompt(content, 'hashed')).toEqual({
      content: { text: content.text, promptHash: await hashText(prompt) },
      promptKept: 'hashed',
    });
    expect(await keepPrompt(content, 'none')).toEqual({ content: { text: content.text }, promptKept: 'none' });
  });

  test('a short one is kept in full where only the beginning is kept; where there is none, nothing is said', async () => {
    expect(await keepPrompt({ ...content, prompt: 'Why?' }, 'shortened')).toMatchObject({ promptKept: 'full' });
    expect(await keepPrompt({ text: 'x' }, 'none')).toEqual({ content: { text: 'x' } });
  });
});

describe('what the policy says is masked', () => {
  const own = { ...DEFAULT_REDACTION, kinds: ['email' as const], names: ['Heron'], region: 'DE' };

  test('its fields stand over the person’s; names come together', () => {
    expect(redactionUnder(own, undefined)).toEqual(own);
    expect(redactionUnder(own, { kinds: ['phone', 'name'], names: ['Acme', 'Heron'] })).toEqual({
      kinds: ['phone', 'name'],
      names: ['Acme', 'Heron'],
      parts: own.parts,
      region: 'DE',
    });
  });
});
