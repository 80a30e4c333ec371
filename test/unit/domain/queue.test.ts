/** Which reports count, which is the gravest, what awaits a decision and in which order. */
import { expect, test } from 'vitest';
import { SEVERITIES, type Severity, STATUSES, VERDICTS } from '../../../lib/domain/codes.ts';
import { awaitsDecision, inQueueOrder, waitingSince } from '../../../lib/domain/decision/queue.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { gravestReport, problemReports, standingReports } from '../../../lib/domain/report/standing.ts';
import { decided, eventOf, LUCA, made, praised, reportId, seen, withdrawn } from './making.ts';

type Events = Parameters<typeof foldOutput>[0];

const folded = (events: Events): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('nothing was seen');
  return output;
};

const reported = (n: number, severity: Severity, source = LUCA) =>
  eventOf(
    'countersign.report.made.v1',
    { reportId: reportId(n), categories: ['factual'], severity },
    { passages: [] },
    { source },
  );

test('praise stands and asks for nothing; what was withdrawn counts nowhere', async () => {
  const output = folded([await seen(), await made(1), await praised(2), await made(3), await withdrawn(3)]);
  expect(standingReports(output).map((report) => report.reportId)).toEqual([reportId(1), reportId(2)]);
  expect(problemReports(output).map((report) => report.reportId)).toEqual([reportId(1)]);
});

test('a report that was answered still counts as a problem that somebody had', async () => {
  const output = folded([await seen(), await made(1), await decided('approve', [1])]);
  expect(problemReports(output)).toHaveLength(1);
});

test('the gravest report is by weight, of equals the first; praise is none', async () => {
  const output = folded([
    await seen(),
    await reported(1, 'minor'),
    await reported(2, 'critical'),
    await reported(3, 'critical'),
  ]);
  expect(gravestReport(output)?.reportId).toBe(reportId(2));
  expect(gravestReport(folded([await seen(), await praised(1)]))).toBeUndefined();
});

test('what was reported or passed on awaits a decision, and nothing else', () => {
  expect(STATUSES.filter((status) => awaitsDecision({ status }))).toEqual(['reported', 'escalated']);
  // Every verdict but passing on takes an output out of the queue.
  expect(VERDICTS.filter((verdict) => awaitsDecision({ status: STATUS_AFTER[verdict] }))).toEqual(['escalate']);
});

test('the queue: gravest first, then whoever waits longest', async () => {
  const first = folded([await seen(), await reported(1, 'minor')]);
  const [opening, early, late] = [await seen(), await reported(2, 'major'), await reported(3, 'minor')];
  const second = folded([opening, early, late]);
  const third = folded([await seen(), await reported(4, 'major')]);
  const fourth = folded([await seen(), await praised(5)]);
  expect(inQueueOrder([fourth, third, second, first])).toEqual([second, third, first, fourth]);
  expect(waitingSince(second)).toBe(second.reports[0]?.reportedAt);
  expect(waitingSince(fourth)).toBe(fourth.updatedAt);
});

test('severities weigh more the graver they are', async () => {
  const grave = await Promise.all(
    SEVERITIES.map(async (severity, at) => folded([await seen(), await reported(at + 1, severity)])),
  );
  expect(inQueueOrder(grave).map((output) => output.reports[0]?.severity)).toEqual([...SEVERITIES].reverse());
});
