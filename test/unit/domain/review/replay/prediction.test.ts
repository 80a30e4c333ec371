/** What a replay of last week says, and what the next week of the same record then does under that rule: asked, saved, slipped, modes. */
import { expect, it } from 'vitest';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../../lib/domain/fold/output.ts';
import { addressOf } from '../../../../../lib/domain/output/address.ts';
import { stratumOf } from '../../../../../lib/domain/output/stratum.ts';
import { type GovernancePolicy, policySchema } from '../../../../../lib/domain/policy/policy.ts';
import { isDrawnByKey } from '../../../../../lib/domain/review/draw.ts';
import { nothingReviewed, observe, type StratumStanding } from '../../../../../lib/domain/review/mode.ts';
import { processReplay } from '../../../../../lib/domain/review/replay/replay-of.ts';
import { standingFrom } from '../../../../../lib/domain/review/strata.ts';
import { ANNA, LUCA, reportId, TRACE } from '../../making.ts';
import { chances, plannedBy } from '../earning.ts';

const REVIEW = { mode: 'earned', clean: 20, oneIn: 5 } as const;
const POLICY = policySchema.parse({
  ...{ format: 2, version: '8' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt', 'copilot'] }, risk: 'medium' },
      ...{ publishes: false, publicInterest: 'never', review: REVIEW },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
    },
  ],
}) as GovernancePolicy;
/** By tool: one that is good, and one that is bad too often to be left alone. */
const TOOLS = { chatgpt: 0.02, copilot: 0.3 };
const A_WEEK = 1_000;
const WEEK_MS = 7 * 86_400_000;
const MONDAY = Date.parse('2026-11-02T08:00:00.000Z');
const KEY = '00112233445566778899aabbccddeeff';

interface Made {
  hash: string;
  text: string;
  tool: keyof typeof TOOLS;
  at: Date;
  defect: boolean;
}

const chance = chances(20_261_128);
const week = (number: number): Made[] =>
  Array.from({ length: A_WEEK }, (_, n) => {
    const text = `Answer ${n} of week ${number}.`;
    const tool = n % 2 === 0 ? ('chatgpt' as const) : ('copilot' as const);
    const at = new Date(MONDAY + number * WEEK_MS + (n * WEEK_MS) / A_WEEK);
    return { hash: addressOf({ text }), text, tool, at, defect: chance() < TOOLS[tool] };
  });

let order = 0;
/** Seen, and decided on by somebody else, as the collector has put it in order. */
async function looked({ hash, text, tool, at, defect }: Made, version: string): Promise<CountersignEvent[]> {
  const inProcess = { processId: 'faq', policyVersion: version, textHash: hash, answered: [], left: [] };
  const verdict = defect ? ('block' as const) : ('approve' as const);
  const trace = { ...TRACE, tool, toolName: tool, startedAt: at.toISOString(), completedAt: at.toISOString() };
  const facts = { outputId: `${tool}:1:${order}`, trace };
  const decision = { decisionId: reportId(++order), verdict, reportIds: [], inProcess };
  const events = [
    await makeEvent('countersign.output.seen.v1', ANNA, hash, facts, { text }, at),
    await makeEvent('countersign.decision.made.v1', LUCA, hash, decision, { note: 'Looked at.' }, at),
  ];
  return events.map((event) => eventWith(event, { sequence: String(++order).padStart(16, '0'), authid: event.source }));
}

const [PROCESS] = POLICY.processes ?? [];
if (!PROCESS) throw new Error('no process');

/** A week under the rule: who was asked is looked at, and moves how much is asked next. */
async function lived(made: readonly Made[]) {
  const plan = plannedBy(REVIEW);
  const standings = { chatgpt: nothingReviewed(), copilot: nothingReviewed() };
  const events: CountersignEvent[] = [];
  const did = { saved: 0, slipped: 0 };
  for (const one of made) {
    const standing = standings[one.tool];
    if (standing.mode === 'sampled' && !(await isDrawnByKey(KEY, one.hash, plan.oneIn))) {
      did.saved += 1;
      did.slipped += Number(one.defect);
      continue;
    }
    if (standing.mode === 'sampled') events.push(await drawnFor(one, standing));
    events.push(...(await looked(one, '8')));
    observe(standing, { at: one.at.toISOString(), defect: one.defect, asked: true }, plan);
  }
  return { did, standings, events };
}

it('is right about the next week', async () => {
  const before = await Promise.all(week(0).map((made) => looked(made, '7')));
  const counted = before.flatMap((events) => foldOutput(events) ?? []);
  const [said] = processReplay(counted, POLICY, new Date(MONDAY).toISOString());
  const { did, standings, events } = await lived(week(1));

  // What is worked out from the events of that week is what it came to.
  const views = standingFrom(events, POLICY, PROCESS);
  for (const tool of ['chatgpt', 'copilot'] as const)
    expect(views.get(stratumOf('faq', tool, ''))?.standing).toEqual(standings[tool]);
  expect([standings.chatgpt.mode, standings.copilot.mode].sort()).toEqual(['full', 'sampled']);
  expect(said?.replay.modes).toEqual({ full: 1, sampled: 1, tightened: 0, stopped: 0 });
  // So much less work, within a tenth of all; and of what then goes out unseen so many are bad, within the interval that it gave.
  const saved = said?.replay.saved ?? 0;
  expect(saved).toBeGreaterThan(A_WEEK / 5);
  expect(Math.abs(did.saved - saved)).toBeLessThan(A_WEEK / 10);
  const [low = 1, high = 0] = said?.replay.share ?? [];
  expect(did.slipped / did.saved).toBeGreaterThanOrEqual(low);
  expect(did.slipped / did.saved).toBeLessThanOrEqual(high);
});

const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';

/** The draw that asked for it. */
async function drawnFor({ hash, tool, at }: Made, { reviewed, defects }: StratumStanding): Promise<CountersignEvent> {
  const under = { processId: 'faq', policyVersion: '8', stratum: stratumOf('faq', tool, '') };
  const evidence = { clean: REVIEW.clean, oneIn: REVIEW.oneIn, reviewed, defects };
  const facts = { ...under, ...evidence, rule: 'sampled' as const, outcome: 'ask' as const };
  const event = await makeEvent('countersign.output.drawn.v1', COLLECTOR, hash, facts, undefined, at);
  return eventWith(event, { sequence: String(++order).padStart(16, '0') });
}
