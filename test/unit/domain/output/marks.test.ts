/** What stands beside a text's status, wherever it is shown. */
import { describe, expect, it } from 'vitest';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { lastingMark, marksOf } from '../../../../lib/domain/output/marks.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { eventOf, HASH, LUCA, reportId, seen } from '../making.ts';

const UNDER = { processId: 'faq', policyVersion: '7' };
const NOW = '2026-11-22T12:00:00.000Z';

const requested = (n: number) =>
  eventOf(
    'countersign.approval.requested.v1',
    { requestId: reportId(n), kind: 'exception', ...UNDER, textHash: HASH },
    {},
  );
const passed = (n: number, kind: 'exception' | 'bypass', request?: number) =>
  eventOf(
    'countersign.gate.overridden.v1',
    {
      ...{ exceptionId: reportId(n), kind, ...UNDER, textHash: HASH, until: '2026-11-23T10:00:00.000Z' },
      ...(request ? { requestId: reportId(request) } : {}),
    },
    { reason: 'The customer waits.' },
    { source: LUCA },
  );
function folded(...events: CountersignEvent[]): Output {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
}

describe('marks beside the status', () => {
  const decision = (n: number, verdict: 'approve' | 'escalate', selfReview?: true) =>
    eventOf(
      'countersign.decision.made.v1',
      {
        ...{ decisionId: reportId(n), verdict, reportIds: [] },
        inProcess: { ...UNDER, textHash: HASH, answered: [], left: [], ...(selfReview ? { selfReview } : {}) },
      },
      verdict === 'escalate' ? { note: 'For legal.' } : {},
      { source: LUCA },
    );

  it('a review of one’s own is marked until somebody else decides; passing it on changes nothing', async () => {
    const own = await decision(1, 'approve', true);
    expect(marksOf(folded(await seen()), NOW)).toEqual([]);
    expect(marksOf(folded(await seen(), own), NOW)).toEqual(['selfReview']);
    expect(marksOf(folded(await seen(), own, await decision(2, 'escalate')), NOW)).toEqual(['selfReview']);
    expect(marksOf(folded(await seen(), own, await decision(3, 'approve')), NOW)).toEqual([]);
  });

  it('the gravest is first, and a page keeps only what does not end by itself', async () => {
    const granted = [await requested(1), await passed(3, 'exception', 1)];
    const leave = folded(await seen(), ...granted);
    expect([marksOf(leave, NOW), lastingMark(leave)]).toEqual([['exception'], undefined]);
    const all = folded(await seen(), await decision(1, 'approve', true), ...granted, await passed(5, 'bypass'));
    expect([marksOf(all, NOW), lastingMark(all)]).toEqual([['bypass', 'selfReview'], 'bypass']);
  });
});
