/** A process with times, and what its clock says of events: for the tests of clocks. */
import { type Clock, clockOf } from '../../../../lib/domain/decision/clock.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { ANNA, HASH, reportId } from '../making.ts';

/** Due after eight hours, then with a desk for four, then with Piero for one. */
export const FAQ: Process = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', authority: { approve: ['person:luca'] }, review: { mode: 'full' }, dueAfterHours: 8 },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
  escalation: [
    { to: ['role:desk'], remindAfterHours: 2, escalateAfterHours: 4 },
    { to: ['person:piero'], escalateAfterHours: 1 },
  ],
};
export const at = (hour: number) => new Date(Date.parse('2026-06-01T09:00:00.000Z') + hour * 3_600_000);
export const UNDER = { processId: 'faq', policyVersion: '7', textHash: HASH };

export const asked = (hour: number, n = 1) =>
  makeEvent(
    'countersign.approval.requested.v1',
    ANNA,
    HASH,
    { requestId: reportId(n), kind: 'approval', ...UNDER },
    {},
    at(hour),
  );
export function outputOf(events: readonly CountersignEvent[]): Output {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
}

export const clock = (hour: number, events: readonly CountersignEvent[], process = FAQ): Clock | undefined =>
  clockOf(outputOf(events), process, at(hour).toISOString());
