/** The draw of the collector: who is asked, what is written down, and that anybody can draw again afterwards. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { blockedLot, isDrawnByKey } from '../../../../lib/domain/review/draw.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { outcomes } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';
import { callerOf, faq, policyOf } from '../policy/policies.ts';

const EARNED = { mode: 'earned', clean: 3, oneIn: 2 } as const;
const rules = (version: string) =>
  policyOf(version, {
    processes: [
      faq({ id: 'plain', applies: { addresses: ['plain.example'] }, review: EARNED }),
      faq({
        ...{ id: 'news', applies: { addresses: ['news.example'] }, review: EARNED },
        ...{
          publishes: true,
          publicInterest: 'ask',
          gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
        },
        responsible: { name: 'Rita', contactPage: 'https://example.com/contact' },
      }),
    ],
  });

async function team(database: SqlDatabase) {
  const people = new Team(database);
  const admin = callerOf(await people.app(), (await people.client('boss', 'admin')).token);
  expect((await admin.put(rules('v1'), 0)).status).toBe(200);
  const rita = callerOf(await people.app(), (await people.client('rita', 'reporter')).token);
  const draw = async (hash: string, more: object = {}): Promise<string> => {
    const answer = await rita.call('POST', '/v1/draws', { hash, processId: 'plain', tool: 'chatgpt', ...more });
    expect(answer.status).toBe(200);
    return answer.body.outcome;
  };
  const review = async (verdict: 'approve' | 'block' = 'approve', hash?: string) => {
    const text = hash ?? (await people.text('rita', 'plain.example'));
    expect(await people.decide('piero', 'reviewer', text, verdict, {})).toBe('stored');
    return text;
  };
  const open = async () => {
    for (let clean = 0; clean < EARNED.clean; clean++) await review();
  };
  const drawsIn = async () =>
    (await admin.get('/v1/events?limit=1000')).body.events.filter(
      ({ type }: { type: string }) => type === 'countersign.output.drawn.v1',
    );
  return { people, admin, rita, draw, review, open, drawsIn };
}
/** Texts that nobody sent in. */
const hashOf = (n: number): string => `sha256:${n.toString(16).padStart(64, '0')}`;

describe.each(DATABASES_OF_MANY)('the draw on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('nothing is drawn before the record is there, and after a defect', async () => {
    const { people, draw, review, open, drawsIn } = await team(database);
    expect(await draw(hashOf(1))).toBe('review');
    await open();
    const accepted = hashOf(2);
    const outcome = await draw(accepted);
    expect(['ask', 'auto_accept']).toContain(outcome);
    // Another model has no record.
    expect(await draw(hashOf(3), { model: 'GPT-6' })).toBe('review');
    await review('block');
    expect(await draw(hashOf(4))).toBe('review');
    // Once drawn, whoever asks again hears the same.
    expect(await draw(accepted)).toBe(outcome);
    const [event, ...others] = await drawsIn();
    expect(others).toEqual([]);
    expect(event.data.facts).toEqual({
      ...{ outcome, processId: 'plain', policyVersion: 'v1', stratum: 'plain|chatgpt|', rule: 'sampled' },
      ...{ oneIn: 2, clean: 3, reviewed: 3, defects: 0 },
    });
    expect(event.source).toMatch(/^urn:countersign:collector:/);
    expect(await findingsOf(database, people.name)).toEqual([]);
  });

  test('what may inform the public, what somebody spoke of, and what is of another process is reviewed', async () => {
    const { people, draw, open, review } = await team(database);
    await open();
    const news = await people.text('rita', 'news.example');
    expect(await draw(news, { processId: 'news' })).toBe('review');
    expect(await draw(news)).toBe('review');
    expect(await draw(await review())).toBe('review');
    expect(await draw(hashOf(9), { processId: 'nowhere' })).toBe('review');
  });

  test('who asks for many answers and uses one has them all counted: too many unanswered, and nothing is accepted', async () => {
    const { draw, open, drawsIn, review } = await team(database);
    await open();
    const outcomes: string[] = [];
    for (let n = 100; n < 200 && outcomes.at(-1) !== 'review'; n++) outcomes.push(await draw(hashOf(n)));
    // The fifth that was asked for and not handed in was the last.
    expect(outcomes.filter((outcome) => outcome === 'ask')).toHaveLength(5);
    expect(outcomes.at(-1)).toBe('review');
    expect(await drawsIn()).toHaveLength(outcomes.length - 1);
    await review();
    expect(await draw(hashOf(201))).toBe('review');
  });

  test('the key is nobody’s until the version has ended; then anybody can draw again', async () => {
    const { people, admin, rita, draw, open, drawsIn } = await team(database);
    await open();
    for (let n = 300; n < 306; n++) await draw(hashOf(n));
    expect((await admin.get('/v1/draws/keys')).body).toEqual({ keys: [] });
    people.now = new Date(people.now.getTime() + HOUR_MS);
    expect((await admin.put(rules('v2'), 1)).status).toBe(200);
    // Another version begins again.
    expect(await draw(hashOf(400))).toBe('review');
    const { keys } = (await rita.get('/v1/draws/keys')).body;
    expect(keys).toEqual([{ number: 1, version: 'v1', key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    for (const { subject, data } of await drawsIn())
      expect(await isDrawnByKey(keys[0].key, subject, data.facts.oneIn)).toBe(data.facts.outcome === 'ask');
  });

  test('what was blocked is drawn too: somebody else than whoever blocked it looks again, once', async () => {
    const { people, admin, rita } = await team(database);
    const looks = async () =>
      (await admin.get('/v1/events?limit=1000')).body.events.filter(
        ({ type }: { type: string }) => type === 'countersign.decision.drawn.v1',
      );
    // One in two: that forty in a row are not drawn happens once in a million million times.
    let hash = '';
    for (let n = 0; n < 40 && (await looks()).length === 0; n++) {
      hash = await people.text('rita', 'plain.example');
      expect(await people.decide('piero', 'reviewer', hash, 'block', {})).toBe('stored');
    }
    const decisionId = people.decisions.at(-1) ?? '';
    const [drawn] = await looks();
    expect(drawn).toMatchObject({ subject: hash, source: expect.stringMatching(/^urn:countersign:collector:/) });
    expect(drawn.data.facts).toEqual({ decisionId, processId: 'plain', policyVersion: 'v1', oneIn: 2 });

    // Neither a yes nor a second no of the same person is a second look.
    for (const verdict of ['approve', 'block'] as const)
      expect(await people.decide('piero', 'reviewer', hash, verdict, {})).toBe('refused:policy_forbids');
    expect(await people.decide('piero', 'reviewer', hash, 'escalate', {})).toBe('stored');
    // Whoever takes the block back blocks nothing; blocked again, it is drawn again.
    expect(await people.takeBack('piero', 'reviewer', hash, decisionId)).toBe('stored');
    expect(await people.decide('piero', 'reviewer', hash, 'block', {})).toBe('stored');
    expect(await looks()).toHaveLength(2);
    expect(await people.decide('piero', 'reviewer', hash, 'approve', {})).toBe('refused:policy_forbids');
    // Another one says the same: that ends it, and is drawn no more.
    expect(await people.decide('lea', 'reviewer', hash, 'block', {})).toBe('stored');
    expect(await looks()).toHaveLength(2);
    expect(await people.decide('piero', 'reviewer', hash, 'approve', {})).toBe('stored');
    expect(await findingsOf(database, people.name)).toEqual([]);

    // Nobody makes up a draw, and the key is told when the version has ended.
    const made = { ...drawn, id: newId(), sequence: undefined, authid: undefined };
    expect(outcomes(await (await people.client('piero', 'reviewer')).push([made]))).toEqual(['refused:role_may_not']);
    people.now = new Date(people.now.getTime() + HOUR_MS);
    expect((await admin.put(rules('v2'), 1)).status).toBe(200);
    const { keys } = (await rita.get('/v1/draws/keys')).body;
    expect(await isDrawnByKey(keys[0].key, blockedLot(hash), 2)).toBe(true);
  });
});
