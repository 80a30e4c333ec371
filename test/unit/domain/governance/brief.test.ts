/** The brief of a process: what becomes of its answers, and which prompt was made with it. */
import { describe, expect, test } from 'vitest';
import { type Brief, filledPrompt, madeBy, missingIn } from '../../../../lib/domain/policy/brief.ts';
import { fc } from '../../property.ts';

const BRIEF: Brief = {
  fields: [
    { id: 'reader', label: 'Who reads it', required: true },
    { id: 'facts', label: 'Facts', required: true, kind: 'text' },
    { id: 'tone', label: 'Tone' },
  ],
  template: 'Write for {{reader}}. Tone: {{tone}}. Only these facts:\n{{facts}}',
};
const FILLED = filledPrompt(BRIEF, {
  reader: 'plumbers',
  facts: 'Two years of warranty, batteries excepted.',
  tone: 'dry',
});

test('what must be answered and is not is named; blanks are no answer', () => {
  expect(missingIn(BRIEF, {})).toEqual(['reader', 'facts']);
  expect(missingIn(BRIEF, { reader: '  ', facts: 'x' })).toEqual(['reader']);
  expect(missingIn(BRIEF, { reader: 'a', facts: 'b' })).toEqual([]);
});

test('a field may be called as what every object answers to: it is asked for, and filled in, as any other', () => {
  const brief: Brief = {
    fields: [{ id: 'constructor', label: 'Builder', required: true }],
    template: '{{constructor}}.',
  };
  expect(missingIn(brief, {})).toEqual(['constructor']);
  expect([filledPrompt(brief, {}), filledPrompt(brief, { constructor: 'Rossi' } as never)]).toEqual(['.', 'Rossi.']);
});

describe('the prompt', () => {
  test('has each answer in its place, and nothing where none was given', () => {
    expect(filledPrompt(BRIEF, { reader: 'plumbers', facts: 'A.' })).toBe(
      'Write for plumbers. Tone: . Only these facts:\nA.',
    );
  });

  test('braces, dollar signs and names of other fields in an answer are words', () => {
    const facts = '{{reader}} $1 $& {{tone}} {{ x }}';
    expect(filledPrompt(BRIEF, { reader: 'r', facts, tone: 't' })).toBe(
      `Write for r. Tone: t. Only these facts:\n${facts}`,
    );
  });

  test('any answer stands in it as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (facts) => {
        expect(filledPrompt(BRIEF, { reader: 'r', facts })).toContain(facts.trim());
      }),
    );
  });
});

describe('a prompt that was made with it', () => {
  test.each([
    ['as it is', FILLED, 'filled'],
    ['with other line breaks and blanks', FILLED.replace('\n', ' ').replaceAll(' ', '  '), 'filled'],
    ['in other letters of the same', FILLED.toUpperCase(), 'filled'],
    ['with a sentence more', `${FILLED} And keep it short.`, 'edited'],
    ['with a word exchanged', FILLED.replace('plumbers', 'painters'), 'edited'],
    ['with the last line gone', FILLED.split('\n')[0] ?? '', undefined],
    ['another', 'What is the capital of France?', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, prompt, how) => {
    expect(madeBy(FILLED, prompt)).toBe(how);
  });

  test('of nothing at all nothing was made', () => {
    expect(madeBy('', 'anything')).toBeUndefined();
    expect(madeBy('?!', '?!')).toBeUndefined();
  });

  test('a word that is said often is not counted for others', () => {
    expect(madeBy('one two three four five', 'one one one one one')).toBeUndefined();
  });
});
