/** Nobody gains by asking the model again until an answer passes: each answer is drawn by itself, and each that was drawn is counted. */
import { expect, it } from 'vitest';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { stratumOf } from '../../../../lib/domain/output/stratum.ts';
import { processSchema } from '../../../../lib/domain/policy/process.ts';
import { isDrawnByKey } from '../../../../lib/domain/review/draw.ts';
import { standingFrom } from '../../../../lib/domain/review/strata.ts';
import { fc } from '../../property.ts';
import { ANNA, LUCA, reportId, TRACE } from '../making.ts';

const PROCESS = processSchema.parse({
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'earned', clean: 1, oneIn: 3 } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
});
const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';
const STRATUM = stratumOf('faq', 'chatgpt', '');
const UNDER = { processId: 'faq', policyVersion: 'v1' };

let order = 0;
const inOrder = (event: CountersignEvent, authid: string): CountersignEvent =>
  eventWith(event, { sequence: String(++order).padStart(16, '0'), authid });

/** One that was clean, so that the stratum is sampled. */
async function opened(): Promise<CountersignEvent[]> {
  const text = 'A clean answer.';
  const hash = addressOf({ text });
  const inProcess = { ...UNDER, textHash: hash, answered: [], left: [] };
  const decision = { decisionId: reportId(1), verdict: 'approve' as const, reportIds: [], inProcess };
  return [
    inOrder(await seenBy(hash, text), 'anna'),
    inOrder(await makeEvent('countersign.decision.made.v1', LUCA, hash, decision, {}), 'luca'),
  ];
}

const seenBy = (hash: string, text: string) =>
  makeEvent('countersign.output.seen.v1', ANNA, hash, { outputId: `chatgpt:1:${hash}`, trace: TRACE }, { text });

type Asking = { events: CountersignEvent[]; asked: number; isOver: boolean };

/** Has one answer drawn, as the collector does: whether it may be used unseen. */
async function draws(asking: Asking, key: string, text: string): Promise<boolean> {
  const view = standingFrom(asking.events, { version: 'v1' }, PROCESS).get(STRATUM);
  if (!view?.accepts) {
    asking.isOver = true;
    return false;
  }
  const hash = addressOf({ text });
  const { clean, oneIn } = view.plan;
  const outcome = (await isDrawnByKey(key, hash, oneIn)) ? ('ask' as const) : ('auto_accept' as const);
  const facts = {
    ...UNDER,
    stratum: STRATUM,
    rule: 'sampled' as const,
    oneIn,
    clean,
    reviewed: 1,
    defects: 0,
    outcome,
  };
  const event = await makeEvent('countersign.output.drawn.v1', COLLECTOR, hash, facts);
  asking.events.push(inOrder(event, COLLECTOR));
  asking.asked += Number(outcome === 'ask');
  return outcome === 'auto_accept';
}

/** Somebody asks the model so many times for each question, until an answer passes or they have had enough. Which they use is theirs to choose. */
async function asking(key: string, questions: readonly number[], retries: boolean) {
  const all: Asking = { events: await opened(), asked: 0, isOver: false };
  for (const [question, again] of questions.entries())
    for (let answer = 0; answer < (retries ? again : 1); answer++)
      if (all.isOver || (await draws(all, key, `Answer ${answer} to question ${question}.`))) break;
  const view = standingFrom(all.events, { version: 'v1' }, PROCESS).get(STRATUM);
  return { asked: all.asked, isOver: view?.accepts === false, unanswered: view?.unanswered ?? 0 };
}

const key = fc.stringMatching(/^[0-9a-f]{32}$/);
const questions = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 });

it('whoever asks again has at least as many to be looked at, and what they did not use waits all the same', async () => {
  await fc.assert(
    fc.asyncProperty(key, questions, async (secret, each) => {
      const [honest, choosing] = [await asking(secret, each, false), await asking(secret, each, true)];
      // Every answer that was drawn counts, whether it was ever used or handed in.
      expect(choosing.unanswered).toBe(choosing.asked);
      if (!honest.isOver && !choosing.isOver) expect(choosing.asked).toBeGreaterThanOrEqual(honest.asked);
      // Once five wait, nothing more passes: there is no sixth try.
      expect(choosing.asked).toBeLessThanOrEqual(5);
      if (choosing.asked === 5) expect(choosing.isOver).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('the same answer is drawn the same way however often it is asked about', async () => {
  await fc.assert(
    fc.asyncProperty(key, fc.string(), fc.integer({ min: 2, max: 100 }), async (secret, text, oneIn) => {
      const hash = addressOf({ text });
      const draws = await Promise.all(Array.from({ length: 3 }, () => isDrawnByKey(secret, hash, oneIn)));
      expect(new Set(draws).size).toBe(1);
    }),
  );
});

it('over many questions, of what is used by choice as large a share has been looked at beside it as of all that is made', async () => {
  const secret = '00112233445566778899aabbccddeeff';
  let [made, asked, used] = [0, 0, 0];
  for (let question = 0; question < 3_000; question++)
    for (let answer = 0; ; answer++) {
      made += 1;
      const isAsked = await isDrawnByKey(secret, addressOf({ text: `Answer ${answer} to ${question}.` }), 3);
      asked += Number(isAsked);
      if (isAsked) continue;
      used += 1;
      break;
    }
  expect(used).toBe(3_000);
  // One in three of all that was made, within chance (four standard deviations): choosing moved nothing.
  expect(Math.abs(asked / made - 1 / 3)).toBeLessThan(4 * Math.sqrt(((1 / 3) * (2 / 3)) / made));
  expect(asked / used).toBeGreaterThan(1 / 3);
});
