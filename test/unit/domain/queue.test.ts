/** Which reports count, which is the gravest, what awaits a decision and in which order. */
import { expect, test } from 'vitest';
import { SEVERITIES, type Severity, STATUSES, VERDICTS } from '../../../lib/domain/codes.ts';
import { placeInLine } from '../../../lib/domain/decision/place-in-line.ts';
import { awaitsDecision, waitingSince } from '../../../lib/domain/decision/queue.ts';
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

test('somebody waits since the first open report; without one, since anything changed last', async () => {
  const [opening, early, late] = [await seen(), await reported(2, 'major'), await reported(3, 'minor')];
  const waits = folded([opening, early, late]);
  const praise = folded([await seen(), await praised(5)]);
  expect(waitingSince(waits)).toBe(waits.reports[0]?.reportedAt);
  expect(waitingSince(praise)).toBe(praise.updatedAt);
  expect(placeInLine(praise)).toBeUndefined();
});

test('severities weigh more the graver they are, by their number and by the letters of their facets', async () => {
  const places = await Promise.all(
    SEVERITIES.map(async (severity, at) => placeInLine(folded([await seen(), await reported(at + 1, severity)]))),
  );
  const keys = places.flatMap((place) => place?.facets.find((facet) => facet.startsWith('tool:')) ?? []);
  expect(keys).toEqual(keys.toSorted().toReversed());
  expect(places.map((place) => place?.grave)).toEqual([-0, -1, -5, -25]);
});
