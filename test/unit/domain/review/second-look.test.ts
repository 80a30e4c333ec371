/** What was blocked and drawn for a second look: for whom it waits, and what ends that. */
import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../lib/domain/decision/clock.ts';
import { awaitsDecision } from '../../../../lib/domain/decision/queue.ts';
import { openDifferences } from '../../../../lib/domain/decision/second.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { openLooks } from '../../../../lib/domain/output/process-record.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { ANNA, eventOf, HASH, LUCA, reportId, seen } from '../making.ts';

const UNDER = { processId: 'faq', policyVersion: '7' };
const PROCESS: Process = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'earned', clean: 30, oneIn: 10 } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
};
const folded = (...events: CountersignEvent[]): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
};

describe('what was blocked and drawn', () => {
  const blocked = (n: number, source: string) =>
    eventOf(
      'countersign.decision.made.v1',
      {
        ...{ decisionId: reportId(n), verdict: 'block', reportIds: [] },
        inProcess: { ...UNDER, textHash: HASH, answered: [], left: [] },
      },
      { note: 'The price is wrong.' },
      { source },
    );
  const decidedBy = (source: string, verdict: 'approve' | 'block') =>
    eventOf('countersign.decision.made.v1', { decisionId: reportId(5), verdict, reportIds: [] }, {}, { source });
  const COLLECTOR = 'urn:countersign:collector:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a02';
  const drawn = (n: number) =>
    eventOf('countersign.decision.drawn.v1', { decisionId: reportId(n), ...UNDER, oneIn: 10 }, undefined, {
      source: COLLECTOR,
    });
  const looks = (output: Output) => openLooks(output.inProcess ?? {}).map(({ source }) => source);

  it('waits for somebody else, and stays blocked until then', async () => {
    const once = [await seen(), await blocked(1, LUCA), await drawn(1)];
    const output = folded(...once);
    expect([output.status, looks(output), awaitsDecision(output)]).toEqual(['blocked', [LUCA], true]);
    const now = '2026-12-01T12:00:00.000Z';
    expect(clockOf(output, PROCESS, now)?.for).toEqual(['role:reviewer', 'role:admin']);
    const byHimself = folded(...once, await blocked(2, LUCA));
    expect(looks(byHimself)).toEqual([LUCA]);
    const confirmed = folded(...once, await blocked(3, ANNA));
    expect([looks(confirmed), awaitsDecision(confirmed)]).toEqual([[], false]);
    expect(clockOf(confirmed, PROCESS, now)).toBeUndefined();
  });

  it('waits beside a blind second review of an earlier decision, whichever was drawn first; neither answers the other', async () => {
    const MARTA = 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a09';
    const [secondId, person] = [reportId(9), 'marta'];
    const approved = await eventOf(
      'countersign.decision.made.v1',
      { decisionId: reportId(7), verdict: 'approve', reportIds: [] },
      {},
      { source: ANNA },
    );
    const second = await eventOf(
      'countersign.second.drawn.v1',
      { secondId, decisionId: reportId(7), ...UNDER, oneIn: 1, person },
      undefined,
      { source: COLLECTOR },
    );
    const given = await eventOf(
      'countersign.second.given.v1',
      { secondId, verdict: 'approve' },
      {},
      {
        ...{ source: MARTA, authid: person },
      },
    );
    const [block, look] = [await blocked(1, LUCA), await drawn(1)];
    for (const drawnThen of [
      [second, look],
      [look, second],
    ]) {
      const both = folded(await seen(), approved, block, ...drawnThen);
      expect([both.status, looks(both), both.inProcess?.seconds?.length]).toEqual(['blocked', [LUCA], 1]);
      const judged = folded(await seen(), approved, block, ...drawnThen, given);
      expect([judged.status, looks(judged), judged.inProcess?.seconds?.[0]?.given?.verdict]).toEqual([
        ...['blocked', [LUCA], 'approve'],
      ]);
      const lifted = folded(await seen(), approved, block, ...drawnThen, await decidedBy(ANNA, 'approve'), given);
      expect([lifted.status, looks(lifted), openDifferences(lifted)]).toEqual(['approved', [], []]);
    }
  });

  it('waits no more once it was taken back', async () => {
    const made = await blocked(1, LUCA);
    const back = await eventOf('countersign.decision.withdrawn.v1', { decisionId: reportId(1) }, undefined, {
      source: LUCA,
    });
    expect(looks(folded(await seen(), made, await drawn(1), back))).toEqual([]);
  });
});
