import { describe, expect, test } from 'vitest';
import { eventWith } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { fateOf } from '../../../lib/domain/report/fate.ts';
import { othersOf } from '../../../lib/domain/report/standing.ts';
import { fc } from '../property.ts';
import {
  ANNA,
  amended,
  decided,
  decisionWithdrawn,
  LUCA,
  made,
  praised,
  reportId,
  seen,
  sequenced,
  withdrawn,
} from './making.ts';

describe('folding the events of an output', () => {
  test('nothing was seen: nothing to show', async () => {
    expect(foldOutput([await made(1)])).toBeUndefined();
  });

  test('seen, not reported: unreviewed, with its text', async () => {
    const output = foldOutput([await seen()]);
    expect(output).toMatchObject({ status: 'unreviewed', openReports: 0, content: { text: 'Prices rise.' } });
  });

  test('a report opens it, a decision answers the report with verdict and note', async () => {
    const events = [await seen(), await made(1)];
    expect(foldOutput(events)).toMatchObject({ status: 'reported', openReports: 1 });
    const output = foldOutput([...events, await decided('block', [1])]);
    expect(output).toMatchObject({ status: 'blocked', openReports: 0 });
    expect(output?.reports[0]).toMatchObject({ state: 'decided', verdict: 'block', decisionNote: 'because' });
  });

  test('a new report reopens what was approved, not what was blocked', async () => {
    const start = [await seen(), await made(1)];
    const approved = [...start, await decided('approve', [1]), await made(2)];
    expect(foldOutput(approved)?.status).toBe('reported');
    const blocked = [...start, await decided('block', [1]), await made(2)];
    expect(foldOutput(blocked)?.status).toBe('blocked');
    expect(foldOutput(blocked)?.openReports).toBe(1);
  });

  test('a report amended after a decision is open again; one amended before it stays answered', async () => {
    const [a, b, c, d] = [await seen(), await made(1), await decided('approve', [1]), await amended(1)];
    expect(foldOutput([a, b, c, d])?.reports[0]).toMatchObject({ state: 'open', categories: ['outdated'] });
    expect(foldOutput(sequenced([a, b, d, c]))?.reports[0]).toMatchObject({
      state: 'decided',
      categories: ['outdated'],
    });
  });

  test('a decision that comes before its report in the order still answers it', async () => {
    const [a, b, c] = [await seen(), await made(1), await decided('approve', [1])];
    expect(foldOutput(sequenced([a, c, b]))?.reports[0]?.state).toBe('decided');
  });

  test('only its author changes or withdraws a report', async () => {
    const start = [await seen(), await made(1)];
    expect(foldOutput([...start, await amended(1, { source: LUCA })])?.reports[0]?.categories).toEqual(['factual']);
    expect(foldOutput([...start, await withdrawn(1, false, { source: LUCA })])?.reports[0]?.state).toBe('open');
    expect(foldOutput([...start, await withdrawn(1, true, { source: LUCA })])?.reports).toHaveLength(1);
  });

  test('a decision that was taken back counts for nothing: what stood before it stands again', async () => {
    const start = [await seen(), await made(1), await decided('block', [1], 1)];
    const back = foldOutput([...start, await decisionWithdrawn(1)]);
    expect(back).toMatchObject({
      status: 'reported',
      openReports: 1,
      decisions: [],
      takenBack: [{ verdict: 'block' }],
    });
    expect(back?.reports[0]).not.toHaveProperty('decisionNote');
    const second = [...start, await decided('approve', [1], 2)];
    expect(foldOutput(second)?.status).toBe('approved');
    const again = foldOutput([...second, await decisionWithdrawn(2)]);
    expect(again).toMatchObject({ status: 'blocked', reports: [{ verdict: 'block' }] });
    // An earlier one that is taken back moves nothing.
    expect(foldOutput([...second, await decisionWithdrawn(1)])).toMatchObject({
      ...{ status: 'approved', reports: [{ verdict: 'approve' }] },
    });
  });

  test('only whoever decided takes it back', async () => {
    const start = [await seen(), await made(1), await decided('block', [1], 1)];
    expect(foldOutput([...start, await decisionWithdrawn(1, { source: ANNA })])?.status).toBe('blocked');
    const stamped = sequenced([...start, await decisionWithdrawn(1)]).map((event) =>
      event.type === 'countersign.decision.withdrawn.v1' ? eventWith(event, { authid: 'eve' }) : event,
    );
    expect(foldOutput(stamped)?.status).toBe('blocked');
  });

  test('a withdrawn report stays, an undone one never was', async () => {
    const start = [await seen(), await made(1)];
    expect(foldOutput([...start, await withdrawn(1)])).toMatchObject({ status: 'unreviewed', openReports: 0 });
    expect(foldOutput([...start, await withdrawn(1)])?.reports[0]?.state).toBe('withdrawn');
    expect(foldOutput([...start, await withdrawn(1, true)])?.reports).toEqual([]);
  });

  test('one that is amended after it was withdrawn is put again', async () => {
    const start = [await seen(), await made(1), await withdrawn(1)];
    expect(foldOutput([...start, await amended(1)])).toMatchObject({ status: 'reported', openReports: 1 });
    expect(foldOutput([...start, await amended(1, { source: LUCA })])?.reports[0]?.state).toBe('withdrawn');
  });

  test('praise asks nothing: no status follows from it, and no decision answers it', async () => {
    const start = [await seen(), await praised(1)];
    expect(foldOutput(start)).toMatchObject({ status: 'unreviewed', openReports: 0 });
    const output = foldOutput([...start, await decided('block', [1])]);
    expect(output?.reports[0]?.state).toBe('noted');
    expect(output?.reports[0]?.verdict).toBeUndefined();
  });

  test('its reporter hears whether the team has it, and what became of it', async () => {
    const [first, report, decision] = [await seen(), await made(1), await decided('approve', [1])];
    const fates = [[report], sequenced([report]), sequenced([report, decision])].map((events) => {
      const folded = foldOutput([first, ...events])?.reports[0];
      return folded && fateOf(folded);
    });
    expect(fates).toEqual(['waiting', 'received', 'declined']);
  });

  test('a second person’s report joins the first; their own further reports do not count', async () => {
    const output = foldOutput([await seen(), await made(1), await made(2), await made(3, { source: LUCA })]);
    const [own] = output?.reports ?? [];
    expect(output && own && othersOf(output, own)).toBe(1);
  });

  test('whatever order events come in, every browser shows the same', async () => {
    const pool = sequenced([
      await seen(),
      await made(1),
      await made(2, { source: LUCA }),
      await amended(1),
      await decided('approve', [1], 1),
      await made(3),
      await withdrawn(2, false, { source: LUCA }),
      await decided('escalate', [3], 2),
    ]);
    const unsent = [await made(4), await withdrawn(4), await decided('block', [4], 3)];
    const expected = foldOutput([...pool, ...unsent]);
    expect(expected?.reports.map((report) => report.reportId)).toEqual([1, 2, 3, 4].map(reportId));
    fc.assert(
      fc.property(fc.shuffledSubarray([...pool, ...unsent], { minLength: pool.length + unsent.length }), (shuffled) => {
        expect(foldOutput(shuffled)).toEqual(expected);
      }),
    );
  });
});
