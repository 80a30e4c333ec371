/** Its author disputes, once, that a report was declined: it waits again, and the next decision answers it. */
import { expect, test } from 'vitest';
import { facetsOf } from '../../../../lib/domain/decision/place-in-line.ts';
import { eventKey } from '../../../../lib/domain/events/event.ts';
import { countedOf } from '../../../../lib/domain/figures/counted.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { fateOf, mayDispute } from '../../../../lib/domain/report/fate.ts';
import { amended, decided, decisionWithdrawn, disputed, LUCA, made, seen } from '../making.ts';

const DECLINED = [await seen(), await made(1), await decided('approve', [1])];
const reportIn = (events: Parameters<typeof foldOutput>[0]) => foldOutput(events)?.reports[0];

test('a declined report waits again, with the reason beside what was said to it, and the next decision answers it', async () => {
  expect(reportIn(DECLINED)).toSatisfy(mayDispute);
  const dispute = await disputed(1);
  const output = foldOutput([...DECLINED, dispute]);
  expect(output).toMatchObject({ status: 'reported', openReports: 1 });
  expect(output && facetsOf(output, dispute.time)).toContain('disputed:yes');
  const report = output?.reports[0];
  expect(report && fateOf(report)).toBe('disputed');
  expect(report?.dispute).toMatchObject({ reason: 'It is wrong all the same.', declined: { note: 'because' } });
  expect(report).not.toHaveProperty('verdict');
  expect(output && JSON.stringify(countedOf(output))).not.toMatch(/wrong all the same|because/);
  const answered = foldOutput([...DECLINED, dispute, await decided('block', [1], 2)]);
  expect(answered?.reports[0]).toMatchObject({ state: 'decided', verdict: 'block', dispute: report?.dispute });
  expect(answered && facetsOf(answered, dispute.time)).not.toContain('disputed:yes');
});

test('once: also after another decline, and after the report was changed', async () => {
  const again = [...DECLINED, await disputed(1), await decided('approve', [1], 2)];
  expect(reportIn(again)).not.toSatisfy(mayDispute);
  expect(reportIn([...again, await disputed(1)])).toMatchObject({ state: 'decided', verdict: 'approve' });
  const changed = [...again, await amended(1), await decided('approve', [1], 3)];
  expect(reportIn(changed)).not.toSatisfy(mayDispute);
});

test('changing what was declined is its dispute: it waits again once, however often it is changed', async () => {
  const changed = [...DECLINED, await amended(1)];
  expect(foldOutput(changed)).toMatchObject({ status: 'reported', openReports: 1 });
  expect(reportIn(changed)?.dispute).toMatchObject({ changed: true, declined: { note: 'because' } });
  const again = [...changed, await decided('approve', [1], 2)];
  expect(reportIn(again)).not.toSatisfy(mayDispute);
  for (const more of [await amended(1), await disputed(1), await amended(1)]) again.push(more);
  expect(foldOutput(again)).toMatchObject({ status: 'approved', openReports: 0 });
  expect(reportIn(again)).toMatchObject({ state: 'decided', verdict: 'approve', severity: 'minor' });
  // What was found to be so in part is another matter: a change of it is a new question.
  const partly = [...again, await decided('approve_with_notes', [1], 3), await amended(1)];
  expect(reportIn(partly)?.state).toBe('open');
});

test('by whoever made it, of what was declined; what the server refused counts for nothing', async () => {
  const theirs = await disputed(1, { source: LUCA });
  expect(reportIn([...DECLINED, theirs])).toMatchObject({ state: 'decided' });
  const blocked = [await seen(), await made(1), await decided('block', [1])];
  expect(reportIn(blocked)).not.toSatisfy(mayDispute);
  expect(reportIn([...blocked, await disputed(1)])).toMatchObject({ state: 'decided', verdict: 'block' });
  const own = await disputed(1);
  const refused = foldOutput([...DECLINED, own], undefined, new Map([[eventKey(own), 'disputed_already']]));
  expect(refused?.status).toBe('approved');
});

test('where the decline was taken back, the report waits, and what was said to it stays', async () => {
  const report = reportIn([...DECLINED, await disputed(1), await decisionWithdrawn()]);
  expect(report).toMatchObject({ state: 'open', dispute: { reason: 'It is wrong all the same.' } });
  expect(report?.dispute).not.toHaveProperty('declined');
});
