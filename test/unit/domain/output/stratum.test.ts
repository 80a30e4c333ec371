/** The key of a stratum: the same for the same three, told apart for others, whatever a page calls its model. */
import { describe, expect, it } from 'vitest';
import { LONGEST_STRATUM, stratumOf, stratumOfOutput, stratumParts } from '../../../../lib/domain/output/stratum.ts';
import { fc } from '../../property.ts';

const id = fc.stringMatching(/^[a-z0-9-]{0,60}$/);
const model = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

const trace = {
  ...{ tool: 'chatgpt', toolName: 'ChatGPT', model: 'GPT-5', pageUrl: 'https://chatgpt.com/c/1', citations: [] },
  ...{ evidence: [], startedAt: '2026-01-01T00:00:00.000Z', completedAt: '2026-01-01T00:00:00.000Z', characters: 3 },
};

describe('the key of a stratum', () => {
  it('is of the process that the output was found in, until somebody puts it into another', () => {
    const process = { processId: 'faq', name: 'FAQ' };
    expect(stratumOfOutput({ trace, decisions: [] })).toBe('|chatgpt|GPT-5');
    expect(stratumOfOutput({ trace: { ...trace, process }, decisions: [] })).toBe('faq|chatgpt|GPT-5');
    const inProcess = { processId: 'leads', requests: [], exceptions: [], handoffs: [], questions: [] };
    expect(stratumOfOutput({ trace: { ...trace, process }, decisions: [], inProcess })).toBe('leads|chatgpt|GPT-5');
  });

  it('gives its parts back', () => {
    expect(stratumOf('faq-answers', 'chatgpt', ' GPT-5 | Anna’s\n')).toBe('faq-answers|chatgpt|GPT-5 | Anna’s');
    expect(stratumParts('faq-answers|chatgpt|GPT-5 | Anna’s')).toEqual({
      process: 'faq-answers',
      tool: 'chatgpt',
      model: 'GPT-5 | Anna’s',
    });
    expect(stratumParts(stratumOf('', 'claude', ''))).toEqual({ process: '', tool: 'claude', model: '' });
  });

  it('is bounded, and made of its own parts again, whatever the parts are', () => {
    fc.assert(
      fc.property(fc.oneof(id, fc.string()), fc.oneof(id, fc.string()), model, (process, tool, named) => {
        const key = stratumOf(process, tool, named);
        const parts = stratumParts(key);
        expect(key.length).toBeLessThanOrEqual(LONGEST_STRATUM);
        expect(parts && stratumOf(parts.process, parts.tool, parts.model)).toBe(key);
      }),
      { examples: [['', '', 'e\u200B\u0301']] },
    );
  });

  it('tells two apart wherever one of their ids differs', () => {
    fc.assert(
      fc.property(id, id, id, id, model, model, (process, tool, otherProcess, otherTool, one, other) => {
        fc.pre(process !== otherProcess || tool !== otherTool);
        expect(stratumOf(process, tool, one)).not.toBe(stratumOf(otherProcess, otherTool, other));
      }),
    );
  });

  it.each(['', 'a|b', 'A|b|c', 'a|b|c\u200B', `a|b|${'c'.repeat(81)}`])('%j is no key', (key) => {
    expect(stratumParts(key)).toBeUndefined();
  });
});
