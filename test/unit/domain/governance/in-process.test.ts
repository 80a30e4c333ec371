/** What happens to an output in its process: folded in any order, and asked of the gate. */

import { describe, expect, it } from 'vitest';
import { type CountersignEvent, eventWith } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { gateOfOutput, processOf } from '../../../../lib/domain/gate/asked.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import {
  isGlassBroken,
  openRequests,
  passOf,
  pausesOf,
  unreviewedPasses,
} from '../../../../lib/domain/output/process-record.ts';
import { type Policy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { fc } from '../../property.ts';
import { ANNA, decided, eventOf, GATED, HASH, LUCA, OTHER_HASH, reportId, seen } from '../making.ts';

const UNDER = { processId: 'faq', policyVersion: '7' };

const approved = (textHash = HASH, verdict: 'approve' | 'modify' = 'approve', correctedText?: string) =>
  eventOf(
    'countersign.decision.made.v1',
    { decisionId: reportId(90), verdict, reportIds: [], inProcess: { ...UNDER, textHash, answered: [], left: [] } },
    correctedText === undefined ? {} : { correctedText },
    { source: LUCA },
  );
const requested = (n: number, source = ANNA) =>
  eventOf(
    'countersign.approval.requested.v1',
    { requestId: reportId(n), kind: 'exception', ...UNDER, textHash: HASH },
    {},
    { source },
  );
const passed = (n: number, kind: 'override' | 'exception' | 'bypass', source: string, request?: number) =>
  eventOf(
    'countersign.gate.overridden.v1',
    {
      ...{ exceptionId: reportId(n), kind, ...UNDER, textHash: HASH, until: '2026-11-23T10:00:00.000Z' },
      ...(request ? { requestId: reportId(request) } : {}),
    },
    { reason: 'The customer waits.' },
    { source },
  );

const NOW = '2026-11-22T12:00:00.000Z';
const folded = (...events: CountersignEvent[]): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
};
const gate = (output: Output, hash?: string) => gateOfOutput(output, GATED, { now: NOW, ...(hash ? { hash } : {}) });

describe('the process of a text whose prompt was made with a brief', () => {
  const [faq] = GATED.format === 2 ? (GATED.processes ?? []) : [];
  if (!faq) throw new Error('The policy has no process.');
  const own = { ...faq, id: 'letters', applies: { choice: true } };
  const both: Policy = { ...GATED, format: 2, processes: [faq, own] };
  const place = { tool: 'chatgpt', pageUrl: 'https://chatgpt.com/c/1' };
  const elsewhere = { ...place, tool: 'gemini' };

  it('is that of the brief, where the process may be chosen', () => {
    expect(processOf(both, { ...place, brief: { processId: 'letters' } })?.id).toBe('letters');
    expect(processOf(both, { ...elsewhere, brief: { processId: 'letters' } })?.id).toBe('letters');
    expect(processOf(both, elsewhere)).toBeUndefined();
  });

  it('is another once somebody says so', () => {
    const third = { ...own, id: 'adverts' };
    const policy: Policy = { ...GATED, format: 2, processes: [faq, own, third] };
    expect(processOf(policy, { ...place, brief: { processId: 'letters' } }, 'adverts')?.id).toBe('adverts');
  });

  it('is never one that nobody may choose, nor one that is not there: no brief leads round a gate', () => {
    const fixed: Policy = { ...GATED, format: 2, processes: [{ ...own, applies: { tools: ['claude'] } }, faq] };
    expect(processOf(fixed, { ...place, brief: { processId: 'letters' } })?.id).toBe('faq');
    expect(processOf(both, { ...place, brief: { processId: 'gone' } })?.id).toBe('faq');
  });
});

describe('an approval', () => {
  it('opens the gate for its text', async () => {
    const output = folded(await seen(), await approved());
    expect(gate(output)).toMatchObject({ state: 'satisfied', effect: 'pass' });
    expect(gate(output, OTHER_HASH)).toMatchObject({ state: 'unsatisfied', rule: 'changed_since_approval' });
  });

  it('under the hash of another text approves nothing', async () => {
    const output = folded(await seen(), await approved(OTHER_HASH));
    expect(gate(output).state).toBe('unsatisfied');
    expect(gate(output, OTHER_HASH).state).toBe('unsatisfied');
  });

  it('of a correction is of the corrected text, and of no other that it names', async () => {
    const honest = folded(await seen(), await approved(OTHER_HASH, 'modify', 'Wages fall.'));
    expect(gate(honest, OTHER_HASH).rule).toBe('approved');
    expect(gate(honest).rule).toBe('changed_since_approval');
    const forged = folded(await seen(), await approved(HASH, 'modify', 'Wages fall.'));
    expect(gate(forged).state).toBe('unsatisfied');
  });

  it('outside any process opens no gate', async () => {
    const plain = await eventOf(
      'countersign.decision.made.v1',
      { decisionId: reportId(91), verdict: 'approve', reportIds: [] },
      {},
      { source: LUCA },
    );
    expect(gate(folded(await seen(), plain)).rule).toBe('approval_of_other_process');
  });
});

describe('an exception', () => {
  it('is granted by another, once', async () => {
    const [request, own] = [await requested(1), await passed(2, 'exception', ANNA, 1)];
    expect(gate(folded(await seen(), request, own)).state).toBe('unsatisfied');
    const granted = folded(
      await seen(),
      request,
      own,
      await passed(3, 'exception', LUCA, 1),
      await passed(4, 'exception', LUCA, 1),
    );
    expect(gate(granted)).toMatchObject({ state: 'overridden', rule: 'excepted' });
    expect(granted.inProcess?.exceptions).toHaveLength(1);
  });

  it('that nobody asked for is none', async () => {
    expect(gate(folded(await seen(), await passed(3, 'exception', LUCA))).state).toBe('unsatisfied');
  });

  it('on one’s own word looks overridden, never approved', async () => {
    expect(gate(folded(await seen(), await passed(2, 'override', ANNA)))).toMatchObject({
      state: 'overridden',
      effect: 'pass',
    });
  });
});

it('the clock stands still while a question is open', async () => {
  const asked = await eventOf(
    'countersign.information.asked.v1',
    { questionId: reportId(1) },
    { text: 'Which one?' },
    { source: LUCA },
  );
  const open = folded(await seen(), asked);
  expect(pausesOf(open.inProcess ?? { questions: [] })).toEqual([{ from: asked.time }]);
  const given = await eventOf('countersign.information.given.v1', { questionId: reportId(1) }, { text: 'The second.' });
  const over = folded(await seen(), asked, given);
  expect(pausesOf(over.inProcess ?? { questions: [] })).toEqual([{ from: asked.time, to: given.time }]);
  // One that comes after the decision held up nothing since, nor does the same question once more.
  const decision = await decided('block', []);
  const late = await eventOf('countersign.information.given.v1', { questionId: reportId(1) }, { text: 'The second.' });
  const closed = folded(await seen(), asked, decision, late);
  expect(pausesOf(closed.inProcess ?? { questions: [] })).toEqual([{ from: asked.time, to: decision.time }]);
});

it('that it informs the public stays said, whatever is said after or before', async () => {
  const says = (concernsPublic: boolean) => eventOf('countersign.process.chosen.v1', { concernsPublic });
  const [no, yes, again] = [await says(false), await says(true), await says(false)];
  expect(folded(await seen(), no).inProcess?.concernsPublic).toBe(false);
  expect(folded(await seen(), no, yes, again).inProcess?.concernsPublic).toBe(true);
});

it('the same comes of it in whatever order it arrives', async () => {
  const events = [
    ...[await seen(), await requested(1), await passed(3, 'exception', LUCA, 1), await passed(4, 'exception', ANNA, 1)],
    ...[await eventOf('countersign.process.chosen.v1', { concernsPublic: true }), await approved()],
    await eventOf(
      'countersign.handoff.made.v1',
      { handoffId: reportId(5), to: ['role:desk'], why: 'escalated' },
      {},
      { source: LUCA },
    ),
  ];
  const expected = folded(...events);
  void fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(folded(...shuffled)).toEqual(expected);
    }),
  );
});

describe('the process of a text', () => {
  const at = (applies: object, pageUrl: string, tool = 'chatgpt') => {
    const policy = policySchema.parse({
      ...{ format: 2, version: '1' },
      processes: [{ ...(GATED.format === 2 ? GATED.processes?.[0] : {}), applies }],
    });
    return processOf(policy, { tool, pageUrl }) !== undefined;
  };

  it.each([
    [{ tools: ['chatgpt'] }, 'https://chatgpt.com/c/1', true],
    [{ tools: ['gemini'] }, 'https://chatgpt.com/c/1', false],
    [{ addresses: ['desk.acme.example'] }, 'https://desk.acme.example/faq', true],
    [{ addresses: ['desk.acme.example/faq'] }, 'https://desk.acme.example/faq/7', true],
    [{ addresses: ['desk.acme.example/faq'] }, 'https://desk.acme.example/faqs', false],
    [{ addresses: ['*.acme.example'] }, 'https://desk.acme.example/', true],
    [{ addresses: ['*.acme.example'] }, 'https://desk.acme.example.evil.example/', false],
    [{ addresses: ['acme.example'] }, 'https://evilacme.example/', false],
    [{ tools: ['chatgpt'], addresses: ['desk.acme.example'] }, 'https://chatgpt.com/', false],
    [{}, 'https://chatgpt.com/', false],
  ])('%j at %s', (applies, pageUrl, expected) => {
    expect(at(applies, pageUrl)).toBe(expected);
  });
});

describe('what waits at a gate', () => {
  it('is answered by the next decision, not by one that hands it on, and not by one before it', async () => {
    const before = await approved();
    const asked = await requested(1);
    const escalated = await eventOf(
      'countersign.decision.made.v1',
      { decisionId: reportId(91), verdict: 'escalate', reportIds: [] },
      { note: 'Not mine to say.' },
      { source: LUCA },
    );
    const open = (...events: CountersignEvent[]) => openRequests(folded(...events).inProcess ?? { requests: [] });
    expect(open(await seen(), before, asked)).toHaveLength(1);
    expect(open(await seen(), asked, escalated)).toHaveLength(1);
    expect(open(await seen(), asked, await approved())).toEqual([]);
  });

  it('what went through with a reason waits to be looked at; an exception that a colleague granted does not', async () => {
    const passes = (...events: CountersignEvent[]) =>
      unreviewedPasses(folded(...events).inProcess ?? { exceptions: [] });
    const through = await passed(2, 'override', ANNA);
    expect(passes(await seen(), through)).toHaveLength(1);
    expect(passes(await seen(), through, await approved())).toEqual([]);
    expect(passes(await seen(), await requested(1), await passed(3, 'exception', LUCA, 1))).toEqual([]);
  });
});

describe('a text that was let through in an emergency', () => {
  const by = (event: CountersignEvent, authid: string) => eventWith(event, { authid });
  const record = (...events: CountersignEvent[]) => {
    const { inProcess } = folded(...events);
    if (!inProcess) throw new Error('nothing happened');
    return inProcess;
  };

  it('is marked, and the glass stays broken, until somebody else has decided', async () => {
    const through = by(await passed(2, 'bypass', LUCA), 'luca');
    const own = by(await approved(), 'luca');
    expect(isGlassBroken(record(await seen(), through), 'faq')).toBe(true);
    expect(isGlassBroken(record(await seen(), through), 'ads')).toBe(false);
    expect(isGlassBroken(record(await seen(), through, own), 'faq')).toBe(true);
    expect(passOf(record(await seen(), through, own), '2026-12-31T00:00:00.000Z')).toBe('bypass');
    const reviewed = record(await seen(), through, own, by(await approved(), 'piero'));
    expect(isGlassBroken(reviewed, 'faq')).toBe(false);
    expect(passOf(reviewed, NOW)).toBeUndefined();
  });

  it.each(['override', 'bypass'] as const)(
    'by %s is looked at by another, or by a self-review that says so',
    async (kind) => {
      const through = by(await passed(2, kind, LUCA), 'luca');
      const left = (...events: CountersignEvent[]) => unreviewedPasses(record(...events)).length;
      expect(left(await seen(), through, by(await approved(), 'luca'))).toBe(1);
      expect(left(await seen(), through, by(await approved(), 'piero'))).toBe(0);
      const own = await eventOf(
        'countersign.decision.made.v1',
        {
          ...{ decisionId: reportId(91), verdict: 'approve', reportIds: [] },
          inProcess: { ...UNDER, textHash: HASH, answered: [], left: [], selfReview: true },
        },
        {},
        { source: LUCA },
      );
      expect(left(await seen(), through, by(own, 'luca'))).toBe(0);
    },
  );

  it('is looked at by oneself where there is nobody else: without a team', async () => {
    const through = await passed(2, 'bypass', LUCA);
    expect(isGlassBroken(record(await seen(), through, await approved()), 'faq')).toBe(false);
  });

  it('is marked before all else; an exception of a colleague leaves no mark once it has ended', async () => {
    const granted = [await requested(1), await passed(3, 'exception', LUCA, 1)];
    expect(passOf(record(await seen(), ...granted), NOW)).toBe('exception');
    expect(passOf(record(await seen(), ...granted), '2026-11-23T10:00:00.000Z')).toBeUndefined();
    const all = record(await seen(), ...granted, await passed(4, 'override', ANNA), await passed(5, 'bypass', LUCA));
    expect(passOf(all, NOW)).toBe('bypass');
  });
});
