/** Second reviews as a browser folds them: whoever was drawn does not see the first before they gave theirs, in whatever order it came. */
import { describe, expect, test } from 'vitest';
import { VERDICTS, type Verdict } from '../../../../lib/domain/codes.ts';
import { clockOf } from '../../../../lib/domain/decision/clock.ts';
import { awaitsDecision, waitingSince } from '../../../../lib/domain/decision/queue.ts';
import { givenSeconds, openDifferences } from '../../../../lib/domain/decision/second.ts';
import { type CountersignEvent, eventWith } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { agreement } from '../../../../lib/metrics/agreement.ts';
import { fc } from '../../property.ts';
import { decided, decisionWithdrawn, eventOf, made, reportId, seen } from '../making.ts';

const SECOND = reportId(7_001);
const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';
const MARTA = 'urn:countersign:installation:44444444-4444-4444-8444-444444444444';

const drawn = (n = 1) =>
  eventOf(
    'countersign.second.drawn.v1',
    {
      ...{ secondId: SECOND, decisionId: reportId(9_000 + n), processId: 'faq', policyVersion: 'v1' },
      ...{ oneIn: 10, person: 'marta' },
    },
    undefined,
    { source: COLLECTOR },
  );
const given = (verdict: Verdict, source = MARTA) =>
  eventOf(
    'countersign.second.given.v1',
    { secondId: SECOND, verdict },
    verdict === 'modify' ? { correctedText: 'Prices fall.' } : { note: 'the second says' },
    { source },
  );
/** In the team's order, by whom. */
const stamped = (events: readonly CountersignEvent[]): CountersignEvent[] =>
  events.map((event, at) =>
    eventWith(event, {
      sequence: String(at + 1).padStart(16, '0'),
      authid: event.source === MARTA ? 'marta' : event.source,
    }),
  );

const process: Process = {
  ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full', secondOneIn: 10 } },
  gate: { mode: 'off', unreviewed: 'pass', reported: 'pass', override: 'never' },
  escalation: [{ to: ['person:legal'], escalateAfterHours: 4 }],
};
const NOW = '2026-11-23T10:00:00.000Z';

describe('blind', () => {
  const verdicts = fc.constantFrom(...VERDICTS.filter((verdict) => verdict !== 'escalate'));
  test('nothing of the first one’s verdict is in what whoever was drawn is shown, whatever it was and whatever order it came in', async () => {
    const said = new Map(
      await Promise.all(
        VERDICTS.map(async (verdict) => {
          const report = await made(1);
          return [
            verdict,
            stamped([await seen(), report, await decided(verdict, [1]), await drawn(), await decided('block', [], 2)]),
          ] as const;
        }),
      ),
    );
    const undecided = said.get('approve')?.filter(({ type }) => !type.startsWith('countersign.decision.')) ?? [];
    fc.assert(
      fc.property(verdicts, fc.integer({ min: 0, max: 119 }), (verdict, order) => {
        const events = permuted(said.get(verdict) ?? [], order);
        const shown = foldOutput(events, undefined, undefined, 'marta');
        expect(shown).toMatchObject({ status: 'reported', decisions: [], blind: { secondId: SECOND }, openReports: 1 });
        expect(JSON.stringify(shown)).not.toContain('because');
        // The same as if nobody had decided.
        const bare = foldOutput(undecided, undefined, undefined, 'marta');
        expect(shown?.reports.map(({ state }) => state)).toEqual(bare?.reports.map(({ state }) => state));
        expect(shown && awaitsDecision(shown)).toBe(true);
        expect(shown && clockOf(shown, process, NOW)).toBeUndefined();
        // Everybody else, and a browser that nobody has signed in at, sees what holds.
        for (const person of ['luca', undefined])
          expect(foldOutput(events, undefined, undefined, person)).toMatchObject({ status: 'blocked' });
      }),
    );
  });

  test('it ends with the second verdict, also one that the collector has not yet; not with a colleague’s, nor a refused one', async () => {
    const before = stamped([await seen(), await decided('approve', []), await drawn()]);
    const own = await given('approve');
    const shown = (events: CountersignEvent[], refused: [string, string][] = []) =>
      foldOutput([...before, ...events], undefined, new Map(refused), 'marta');
    expect(shown([])?.blind).toEqual({ secondId: SECOND, drawnAt: expect.any(String) });
    expect(shown([own])).toMatchObject({
      status: 'approved',
      inProcess: { seconds: [{ given: { verdict: 'approve' } }] },
    });
    expect(shown([own])?.blind).toBeUndefined();
    const forged = eventWith(await given('block'), { sequence: '0000000000000009', authid: 'luca' });
    expect(shown([forged])?.blind).toBeDefined();
    expect(foldOutput([...before, forged])?.inProcess?.seconds?.[0]?.given).toBeUndefined();
    expect(shown([own], [[`${own.source}|${own.id}`, 'not_yours']])?.blind).toBeDefined();
  });

  test('a first decision that was taken back leaves nothing to give', async () => {
    const events = stamped([await seen(), await decided('approve', []), await drawn(), await decisionWithdrawn()]);
    expect(foldOutput(events, undefined, undefined, 'marta')).toMatchObject({ status: 'unreviewed' });
    expect(foldOutput(events, undefined, undefined, 'marta')?.blind).toBeUndefined();
  });
});

describe('both have spoken', () => {
  const spoken = async (first: Verdict, second: Verdict, ...more: CountersignEvent[]) => {
    const events = [await seen(), await decided(first, []), await drawn(), await given(second), ...more];
    const output = foldOutput(stamped(events), undefined, undefined, 'marta');
    if (!output) throw new Error('No output');
    return output;
  };

  test.each<[Verdict, Verdict, boolean]>([
    ['approve', 'approve', false],
    ['approve', 'approve_with_notes', false],
    ['approve', 'modify', true],
    ['approve', 'block', true],
    ['block', 'approve', true],
    ['modify', 'modify', false],
    ['approve', 'escalate', true],
    ['block', 'escalate', true],
  ])('%s and %s: the first one decides the status; they differ: %s', async (first, second, differs) => {
    const output = await spoken(first, second);
    expect(output.status).toBe(foldOutput([await seen(), await decided(first, [])])?.status);
    expect(openDifferences(output)).toHaveLength(differs ? 1 : 0);
    expect(awaitsDecision(output)).toBe(differs);
    expect(givenSeconds(output)).toMatchObject([{ first: { verdict: first }, second: { given: { verdict: second } } }]);
    const clock = clockOf(output, process, NOW);
    expect(clock?.for).toEqual(differs ? ['person:legal'] : undefined);
    if (differs) expect(waitingSince(output)).toBe(givenSeconds(output)[0]?.second.given.madeAt);
  });

  test('a decision after both settles it; one that only passes on does not', async () => {
    expect(openDifferences(await spoken('approve', 'block', await decided('escalate', [], 2)))).toHaveLength(1);
    const settled = await spoken('approve', 'block', await decided('approve', [], 2));
    expect(openDifferences(settled)).toEqual([]);
    expect(awaitsDecision(settled)).toBe(false);
  });

  test('agreement counts the two who judged apart, and not whoever decided between them', async () => {
    const valued = async (first: Verdict, second: Verdict) =>
      agreement.observe(await spoken(first, second, await decided('approve', [], 2)), {
        now: NOW,
        processes: new Map(),
      } as never)[0]?.value;
    expect(await valued('approve', 'block')).toEqual(['usable', 'blocked']);
    expect(await valued('block', 'block')).toEqual(['blocked', 'blocked']);
  });
});

/** The nth order of up to five things. */
function permuted<T>(all: readonly T[], n: number): T[] {
  const left = [...all];
  const found: T[] = [];
  for (let rest = n; left.length > 0; ) {
    found.push(...left.splice(rest % left.length, 1));
    rest = Math.floor(rest / (left.length + 1));
  }
  return found;
}
