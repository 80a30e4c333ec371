/** A yes is to one text: said of another than the one that it stands on, it moves nothing. */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { gateOfOutput } from '../../../../lib/domain/gate/asked.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { eventOf, GATED, HASH, LUCA, made, OTHER_HASH, reportId, seen } from '../making.ts';

const UNDER = { processId: 'faq', policyVersion: '7' };

const approved = (textHash = HASH, verdict: Verdict = 'approve', correctedText?: string, reports: number[] = []) =>
  eventOf(
    'countersign.decision.made.v1',
    {
      ...{ decisionId: reportId(90), verdict, reportIds: reports.map(reportId) },
      inProcess: { ...UNDER, textHash, answered: [], left: [] },
    },
    correctedText === undefined ? {} : { correctedText },
    { source: LUCA },
  );

const folded = (...events: CountersignEvent[]): Output => {
  const output = foldOutput(events);
  if (!output) throw new Error('no output');
  return output;
};
const gate = (output: Output, hash = output.hash) =>
  gateOfOutput(output, GATED, { now: '2026-11-22T12:00:00.000Z', hash });

describe('an approval', () => {
  it('of another text moves no status and answers no report; what holds a text holds it whatever it says', async () => {
    for (const verdict of ['approve', 'approve_with_notes', 'modify'] as const) {
      const wrong = await approved(verdict === 'modify' ? HASH : OTHER_HASH, verdict, 'Wages fall.');
      expect(folded(await seen(), wrong)).toMatchObject({ status: 'unreviewed', decisions: [{ otherText: true }] });
      const [asked, after] = [await made(1), await approved(OTHER_HASH, 'approve', undefined, [1])];
      expect(folded(await seen(), asked, after)).toMatchObject({ status: 'reported', openReports: 1 });
    }
    expect(folded(await seen(), await approved(OTHER_HASH, 'block')).status).toBe('blocked');
    const yes = await approved();
    expect(folded(await seen(), yes, await approved(OTHER_HASH)).status).toBe('approved');
  });

  it('of its correction leaves the text as it was a corrected one', async () => {
    const corrected = await approved(OTHER_HASH, 'modify', 'Wages fall.');
    const output = folded(await seen(), corrected, await approved(OTHER_HASH));
    expect(output.status).toBe('modified');
    expect(gate(output).state).toBe('unsatisfied');
    expect(gate(output, OTHER_HASH).state).toBe('satisfied');
  });
});
