/** Test texts in the collector: who is given one, when, what becomes of it, and that nobody learns it of anybody else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { readReviewed } from '../../../../collector/review/record.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { isDrawnByKey } from '../../../../lib/domain/review/draw.ts';
import { probeLot } from '../../../../lib/domain/review/probes.ts';
import { madeInMemory } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';
import { callerOf, faq, policyOf } from '../policy/policies.ts';

let database: SqlDatabase;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
});
afterAll(() => database.close());

const ONE_IN = 20;
const rules = (version: string, probeOneIn?: number) =>
  policyOf(version, {
    processes: [
      faq({
        ...{ id: 'plain', applies: { addresses: ['plain.example'] } },
        review: { mode: 'full', ...(probeOneIn ? { probeOneIn } : {}) },
      }),
    ],
  });

const BAD = { processId: 'plain', text: 'The warranty covers ten years.', flaw: 'It covers two years.' };

async function team(probeOneIn?: number) {
  const people = new Team(database);
  const app = await people.app();
  const as = async (name: string, role: 'reporter' | 'reviewer' | 'admin' = 'reviewer') =>
    callerOf(app, (await people.client(name, role)).token);
  const admin = await as('boss', 'admin');
  expect((await admin.put(rules('v1', probeOneIn), 0)).status).toBe(200);
  await people.client('rita', 'reporter');
  // The first decision makes the key.
  await people.decide('zeno', 'reviewer', await people.text('rita', 'plain.example'), 'approve', {});
  let tried = 0;
  /** Decides on a text whose draw gives one, as whoever has the key can foresee; it waits from four hours later on. */
  const decideUntilGiven = async (by: string, role: 'reviewer' | 'admin' = 'reviewer') => {
    const [row] = await database.query<{ key: string }>('select key from draw_keys where team = $1', [people.name]);
    const next = () => `Answer ${++tried} of ${people.name}.`;
    let text = next();
    while (!(await isDrawnByKey(row?.key ?? '', probeLot('whether', addressOf({ text })), ONE_IN))) text = next();
    const hash = addressOf({ text });
    await people.seen('rita', 'plain.example', hash, text);
    expect(await people.decide(by, role, hash, 'approve', {})).toBe('stored');
    people.now = new Date(people.now.getTime() + 5 * HOUR_MS);
  };
  const mine = async (name: string) => (await (await as(name)).get('/v1/probes/mine')).body.probes;
  const answer = async (name: string, givenId: string, verdict?: string) =>
    (await as(name)).call('POST', `/v1/probes/mine/${givenId}`, verdict ? { verdict } : {});
  const log = async () => (await admin.get('/v1/events?limit=1000')).body.events;
  return { people, admin, as, decideUntilGiven, mine, answer, log };
}

test('whoever decides is given one, some time after, that looks like others of the process; nobody else hears of it', async () => {
  const { people, admin, as, decideUntilGiven, mine, answer, log } = await team(ONE_IN);
  expect((await admin.call('POST', '/v1/probes', BAD)).status).toBe(201);
  expect((await (await as('piero')).call('POST', '/v1/probes', BAD)).status).toBe(403);
  expect((await (await as('piero')).get('/v1/probes')).status).toBe(403);
  await decideUntilGiven('piero');
  const [given, ...others] = await mine('piero');
  expect(others).toEqual([]);
  expect(given).toMatchObject({ processId: 'plain', text: BAD.text, trace: { tool: 'chatgpt', citations: [] } });
  expect(given.trace.pageUrl).toMatch(/^https:\/\/plain\.example\/c\//);
  expect(JSON.stringify(given)).not.toContain(BAD.flaw);
  const before = await log();
  expect(JSON.stringify(before)).not.toContain(given.hash);
  expect(JSON.stringify(before)).not.toContain('ten years');
  // Neither sees it, nor answers for the other.
  expect(await mine('luca')).toEqual([]);
  expect((await answer('luca', given.givenId, 'block')).status).toBe(404);
  expect((await answer('piero', given.givenId, 'approve')).body).toEqual({ outcome: 'missed', flaw: BAD.flaw });
  // The first answer stands: who has heard what it was does not change it.
  expect((await answer('piero', given.givenId, 'block')).body).toEqual({ outcome: 'missed', flaw: BAD.flaw });
  expect(await mine('piero')).toEqual([]);
  // It is in no log, and the same is never given to them again.
  expect(await log()).toEqual(before);
  await decideUntilGiven('piero');
  expect(await mine('piero')).toEqual([]);
  expect(await findingsOf(database, people.name)).toEqual([]);
});

test('without a share in the rules nobody gets any; nor whoever sees the pool; what is taken out is taken out of queues', async () => {
  const none = await team();
  await none.admin.call('POST', '/v1/probes', BAD);
  for (let n = 0; n < 3; n++)
    await none.people.decide('piero', 'reviewer', await none.people.text('rita', 'plain.example'), 'approve', {});
  none.people.now = new Date(none.people.now.getTime() + 5 * HOUR_MS);
  expect(await none.mine('piero')).toEqual([]);
  const { admin, decideUntilGiven, mine, answer, people } = await team(ONE_IN);
  const { probeId } = (await admin.call('POST', '/v1/probes', BAD)).body;
  await decideUntilGiven('boss', 'admin');
  expect((await admin.get('/v1/probes/mine')).body.probes).toEqual([]);
  await decideUntilGiven('piero');
  const [given] = await mine('piero');
  expect((await admin.call('DELETE', `/v1/probes/${probeId}`)).status).toBe(204);
  expect((await admin.call('DELETE', `/v1/probes/${probeId}`)).status).toBe(404);
  expect((await admin.get('/v1/probes')).body).toEqual({ probes: [] });
  expect(await mine('piero')).toEqual([]);
  // Who had it open hears what it was all the same.
  expect((await answer('piero', given.givenId)).body).toEqual({ outcome: 'passed', flaw: BAD.flaw });
  // New rules that name no share take the others out too.
  await admin.call('POST', '/v1/probes', BAD);
  await decideUntilGiven('luca');
  expect(await mine('luca')).toHaveLength(1);
  expect((await admin.put(rules('v2'), 1)).status).toBe(200);
  people.now = new Date(people.now.getTime() + HOUR_MS);
  expect(await mine('luca')).toEqual([]);
});

test('what five people judged is counted once, without any of them; with four nothing is', async () => {
  const { people, admin, decideUntilGiven, mine, answer, log } = await team(ONE_IN);
  await admin.call('POST', '/v1/probes', BAD);
  const counts = async () =>
    (await log()).filter(({ type }: { type: string }) => type === 'countersign.probes.counted.v1');
  const names = ['anna', 'bice', 'carlo', 'dino', 'elsa'];
  const given = new Map<string, string>();
  for (const name of names) {
    await decideUntilGiven(name);
    given.set(name, (await mine(name))[0].givenId);
  }
  for (const name of names.slice(0, 4))
    await answer(name, given.get(name) ?? '', name === 'anna' ? 'approve' : 'block');
  expect(await counts()).toEqual([]);
  await answer('elsa', given.get('elsa') ?? '', 'modify');
  expect(await counts()).toMatchObject([{ data: { facts: { processId: 'plain', judged: 5, missed: 1, people: 5 } } }]);
  expect(JSON.stringify(await counts())).not.toMatch(/anna|bice|carlo|dino|elsa/);
  // What each one answered is forgotten, also by the database; asked again, it says nothing.
  const kept = await database.query('select outcome from probes_given where team = $1 and outcome is not null', [
    people.name,
  ]);
  expect(kept).toEqual([]);
  expect((await answer('anna', given.get('anna') ?? '', 'block')).status).toBe(404);
  expect(await counts()).toHaveLength(1);
  // It is among what the record of the process is worked out from.
  const read = await readReviewed(database, people.name, { number: 1, version: 'v1' });
  expect(read.filter(({ type }) => type === 'countersign.probes.counted.v1')).toHaveLength(1);
  expect(read.map(({ sequence }) => sequence)).toEqual(read.map(({ sequence }) => sequence).sort());
  expect(await findingsOf(database, people.name)).toEqual([]);
});
