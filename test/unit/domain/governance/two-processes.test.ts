/** The very same text in pages of more than one process: it goes once each of them lets it, whoever saw it first. */

import { describe, expect, it } from 'vitest';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { countedProcess, gateOfOutput, processAsked } from '../../../../lib/domain/gate/asked.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import type { Policy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { eventOf, GATED, HASH, LUCA, reportId, seen, TEXT, TRACE } from '../making.ts';

const UNDER = { policyVersion: '7', textHash: HASH, answered: [], left: [] };
const NOW = '2026-11-22T12:00:00.000Z';
const EDITOR = { name: 'Anna Rossi', contactPage: 'https://acme.example/contact' };

const folded = (...events: CountersignEvent[]): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
};

describe('a text that was seen in more than one process', () => {
  const [faq] = GATED.format === 2 ? (GATED.processes ?? []) : [];
  if (!faq) throw new Error('The policy has no process.');
  const drafts: Process = {
    ...{ ...faq, id: 'drafts', name: 'Drafts', applies: { tools: ['gemini'] } },
    gate: { ...faq.gate, mode: 'active', unreviewed: 'pass', reported: 'tell' },
  };
  const policy: Policy = { ...GATED, format: 2, processes: [drafts, faq] };
  const inDrafts = () =>
    eventOf(
      'countersign.output.seen.v1',
      {
        outputId: 'gemini:d:1',
        trace: { ...TRACE, tool: 'gemini', conversationId: 'd', pageUrl: 'https://gemini.google.com/app/d' },
      },
      { text: TEXT },
    );
  const asked = (output: Output) => processAsked(output, policy, { now: NOW })?.id;
  const gateOf = (output: Output) => gateOfOutput(output, policy, { now: NOW });
  const decidedIn = (n: number, processId: string, editorial = false) =>
    eventOf(
      'countersign.decision.made.v1',
      {
        ...{ decisionId: reportId(n), verdict: 'approve', reportIds: [] },
        inProcess: { ...UNDER, processId, ...(editorial ? { editorial } : {}) },
      },
      {},
      { source: LUCA },
    );

  it('is held where one of them holds it, whichever it was seen in first', async () => {
    for (const output of [folded(await inDrafts(), await seen()), folded(await seen(), await inDrafts())])
      expect([asked(output), gateOf(output).effect]).toEqual(['faq', 'hold']);
    expect(gateOf(folded(await inDrafts())).effect).toBe('pass');
  });

  it('goes once each of them lets it: an approval in one is none in the other', async () => {
    const strict = { ...drafts, gate: { ...drafts.gate, unreviewed: 'hold' as const } };
    const both: Policy = { ...GATED, format: 2, processes: [strict, faq] };
    const at = (output: Output) => [
      processAsked(output, both, { now: NOW })?.id,
      gateOfOutput(output, both, { now: NOW }).rule,
    ];
    const places = [await inDrafts(), await seen()];
    expect(at(folded(...places))).toEqual(['drafts', 'unreviewed']);
    const one = await decidedIn(90, 'drafts');
    expect(at(folded(...places, one))).toEqual(['faq', 'approval_of_other_process']);
    // The last one takes nothing from the first.
    expect(at(folded(...places, one, await decidedIn(91, 'faq')))).toEqual(['drafts', 'approved']);
  });

  it('for the public in one: what was examined for the other was not examined for the public', async () => {
    const open = { ...faq, publicInterest: 'always' as const, publishes: true, responsible: EDITOR };
    const both: Policy = { ...GATED, format: 2, processes: [drafts, open] };
    const places = [await inDrafts(), await seen()];
    const rule = (output: Output) => gateOfOutput(output, both, { now: NOW }).rule;
    const examined = await decidedIn(90, 'faq', true);
    expect(rule(folded(...places, await decidedIn(91, 'drafts', true)))).toBe('public_needs_review');
    expect(rule(folded(...places, examined, await decidedIn(91, 'drafts')))).toBe('approved');
  });

  it('is counted once, where it was seen first', async () => {
    expect(countedProcess(policy, folded(await inDrafts(), await seen()))?.id).toBe('drafts');
  });

  it('of one that only looks on, that one says what it would have done', async () => {
    const off: Process = { ...drafts, gate: { ...drafts.gate, mode: 'off' } };
    const dry: Process = { ...faq, gate: { ...faq.gate, mode: 'evaluate' } };
    const both: Policy = { ...GATED, format: 2, processes: [off, dry] };
    const output = folded(await inDrafts(), await seen());
    expect(gateOfOutput(output, both, { now: NOW })).toMatchObject({ effect: 'pass', would: 'hold' });
  });
});
