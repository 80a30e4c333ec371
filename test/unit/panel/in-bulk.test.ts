/** Many decisions at once: who is left out, and an outcome for each. */
import { describe, expect, test } from 'vitest';
import { BULK_VERDICTS, type BulkOutcome, decideInBulk, leftOutOf } from '../../../components/panel/bulk/inBulk.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { nothingHappened } from '../../../lib/domain/output/process-record.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { made, OTHER_HASH, reportId, seen } from '../domain/making.ts';

const output = async (subject?: string): Promise<Output> => {
  const over = subject === undefined ? {} : { subject };
  const folded = foldOutput([await seen(over), await made(1, over)]);
  if (!folded) throw new Error('nothing was seen');
  return folded;
};
const under = (more: Partial<Process>): GovernancePolicy => ({
  ...{ format: 2, version: 'v1' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
      ...more,
    },
  ],
});

describe('who is left out', () => {
  test('nobody outside a process, nor in one that asks nothing of an approver', async () => {
    for (const verdict of BULK_VERDICTS) {
      expect(leftOutOf(await output(), verdict, undefined)).toBeUndefined();
      expect(leftOutOf(await output(), verdict, under({}))).toBeUndefined();
    }
  });

  test('text for the public, what has a checklist or is regulated, and what cannot be read: of a yes, never of a hold', async () => {
    const { content: _, ...bare } = await output();
    const checklist = [{ id: 'facts', text: 'Facts', without: 'block' as const }];
    const cases: [Output, GovernancePolicy | undefined, string][] = [
      [await output(), under({ publishes: true, publicInterest: 'always' }), 'public'],
      [await output(), under({ checklist }), 'checklist'],
      [await output(), under({ risk: 'regulated' }), 'checklist'],
      [bare, undefined, 'noText'],
    ];
    for (const [one, policy, why] of cases) {
      for (const verdict of ['approve', 'approve_with_notes'] as const)
        expect(leftOutOf(one, verdict, policy)).toBe(why);
      for (const verdict of ['block', 'escalate'] as const) expect(leftOutOf(one, verdict, policy)).toBeUndefined();
    }
  });
});

test('a second look at what was blocked is none of many', async () => {
  const look = {
    decisionId: reportId(1),
    processId: 'faq',
    policyVersion: 'v1',
    source: 'x',
    madeAt: '2026-11-22T09:00:00Z',
  };
  const inProcess = { ...nothingHappened(), secondLooks: [look] };
  const one = { ...(await output()), inProcess };
  for (const verdict of ['approve', 'block'] as const) expect(leftOutOf(one, verdict, under({}))).toBe('secondLook');
  expect(leftOutOf(one, 'escalate', under({}))).toBeUndefined();
});

describe('deciding on many', () => {
  test('each is a decision of its own, on what was on screen; one that is refused stops nothing', async () => {
    const [first, second] = [await output(), await output(OTHER_HASH)];
    const outcomes: BulkOutcome[] = [];
    await decideInBulk(
      [first, second],
      { verdict: 'block', note: 'Wrong.' },
      async (body) => {
        expect(body).toMatchObject({
          verdict: 'block',
          note: 'Wrong.',
          reportIds: [reportId(1)],
          after: null,
          bulk: true,
        });
        if (body.hash === first.hash) throw new Error('faster');
        return { decisionId: 'd' };
      },
      (error) => (error instanceof Error ? error.message : ''),
      (outcome) => outcomes.push(outcome),
      new AbortController().signal,
    );
    expect(outcomes).toEqual([
      { output: first, refused: 'faster' },
      { output: second, decisionId: 'd' },
    ]);
  });

  test('stopped, it goes no further', async () => {
    const stopping = new AbortController();
    const outcomes: BulkOutcome[] = [];
    await decideInBulk(
      [await output(), await output(OTHER_HASH)],
      { verdict: 'approve', note: '' },
      async () => {
        stopping.abort();
        return { decisionId: 'd' };
      },
      String,
      (outcome) => outcomes.push(outcome),
      stopping.signal,
    );
    expect(outcomes).toHaveLength(1);
  });
});
