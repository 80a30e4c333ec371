/** Second reviews in the collector: which decision is drawn, who gives it, and what is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { carryOutDue } from '../../../../collector/policy/due.ts';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import { type FactsOf, makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { isDrawnByKey, personDrawn, secondLot } from '../../../../lib/domain/review/draw.ts';
import { madeInMemory } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';
import { callerOf, faq, policyOf } from '../policy/policies.ts';

type Drawn = { subject: string; data: { facts: FactsOf<'countersign.second.drawn.v1'> } };

let database: SqlDatabase;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
});
afterAll(() => database.close());

const rules = (version: string, secondOneIn?: number, blockedOneIn?: number) =>
  policyOf(version, {
    processes: [
      faq({
        ...{ id: 'plain', applies: { addresses: ['plain.example'] } },
        review: { mode: 'full', ...(secondOneIn ? { secondOneIn } : {}), ...(blockedOneIn ? { blockedOneIn } : {}) },
        ...{ designers: ['person:desiree'] },
        escalation: [
          { to: ['person:legal'], escalateAfterHours: 1 },
          { to: ['person:head'], escalateAfterHours: 1 },
        ],
      }),
    ],
  });

async function team(secondOneIn?: number, blockedOneIn?: number) {
  const people = new Team(database);
  const admin = callerOf(await people.app(), (await people.client('boss', 'admin')).token);
  expect((await admin.put(rules('v1', secondOneIn, blockedOneIn), 0)).status).toBe(200);
  await people.client('rita', 'reporter');
  const drawn = async (type = 'countersign.second.drawn.v1'): Promise<Drawn[]> =>
    (await admin.get('/v1/events?limit=1000')).body.events.filter((event: { type: string }) => event.type === type);
  const decide = async (by = 'piero', verdict: Verdict = 'approve', hash?: string) => {
    const text = hash ?? (await people.text('rita', 'plain.example'));
    expect(await people.decide(by, 'reviewer', text, verdict, {})).toBe('stored');
    return text;
  };
  const give = (by: string, hash: string, secondId: string, verdict: Verdict = 'block') =>
    people.send(by, 'reviewer', (source, now) =>
      makeEvent('countersign.second.given.v1', source, hash, { secondId, verdict }, { note: 'because' }, now),
    );
  return { people, admin, drawn, decide, give };
}

test('where the rules name no share nothing is drawn; with one in one everything is, and whoever decided is never who was drawn', async () => {
  const none = await team();
  await none.people.client('luca', 'reviewer');
  await none.decide();
  expect(await none.drawn()).toEqual([]);
  const all = await team(1);
  // Nobody else may: there is nobody to draw but whoever runs the team, who decides too.
  const first = await all.decide('boss2');
  for (const name of ['luca', 'marta', 'desiree']) await all.people.client(name, 'reviewer');
  for (let n = 0; n < 12; n++) await all.decide(n % 2 ? 'luca' : 'marta');
  const drawn = await all.drawn();
  expect(drawn).toHaveLength(13);
  expect(drawn[0]).toMatchObject({ subject: first, data: { facts: { person: 'boss', oneIn: 1, processId: 'plain' } } });
  const people = drawn.slice(1).map(({ data }) => data.facts.person);
  expect(new Set(people).size).toBeGreaterThan(1);
  // Neither whoever decided, nor who only reports, nor who designed the process.
  expect(people.some((person) => ['rita', 'desiree'].includes(person))).toBe(false);
  for (const [n, person] of people.entries()) expect(person).not.toBe(n % 2 ? 'luca' : 'marta');
  expect(await findingsOf(database, all.people.name)).toEqual([]);
});

test('what is passed on is not drawn, nor who had a part in the text, nor twice what was given', async () => {
  const { people, drawn, decide, give } = await team(1);
  for (const name of ['piero', 'luca']) await people.client(name, 'reviewer');
  await decide('piero', 'escalate');
  expect(await drawn()).toEqual([]);
  // Everybody who may has seen it: nobody is left.
  const seen = await people.text('boss', 'plain.example', 'admin');
  await people.seen('luca', 'plain.example', seen, `Text 2 of ${people.name}.`, 'reviewer');
  await decide('piero', 'approve', seen);
  expect(await drawn()).toEqual([]);
  const text = await decide('piero');
  const [one] = await drawn();
  const { person, secondId } = one?.data.facts ?? { person: '', secondId: '' };
  expect(['boss', 'luca']).toContain(person);
  expect(await give(person, text, secondId)).toBe('stored');
  await decide('piero', 'block', text);
  expect(await drawn()).toHaveLength(1);
});

test('a decision that was taken back is drawn anew with the next one, for the same person', async () => {
  const { people, drawn, decide } = await team(1);
  for (const name of ['luca', 'marta', 'nora']) await people.client(name, 'reviewer');
  const text = await decide('piero');
  expect(await people.takeBack('piero', 'reviewer', text)).toBe('stored');
  await decide('piero', 'block', text);
  const [before, after, ...others] = await drawn();
  expect(others).toEqual([]);
  expect(after?.data.facts.person).toBe(before?.data.facts.person);
  expect(after?.data.facts.decisionId).not.toBe(before?.data.facts.decisionId);
});

test('only whoever was drawn gives it, once, with what the verdict needs; a difference goes on to the escalation', async () => {
  const { people, admin, drawn, decide, give } = await team(1);
  await people.client('luca', 'reviewer');
  const text = await decide('piero');
  const other = await decide('piero');
  const facts = (await drawn()).find(({ subject }) => subject === text)?.data.facts;
  const { person = '', secondId = '' } = facts ?? {};
  const another = person === 'boss' ? 'luca' : 'boss';
  expect(await give('piero', text, secondId)).toBe('refused:not_yours');
  expect(await give(another, text, secondId)).toBe('refused:not_yours');
  expect(await give(person, other, secondId)).toBe('refused:unknown_second');
  expect(await give(person, text, newId())).toBe('refused:unknown_second');
  const bare = await people.send(person, 'reviewer', (source, now) =>
    makeEvent('countersign.second.given.v1', source, text, { secondId, verdict: 'block' }, {}, now),
  );
  expect(bare).toBe('refused:decision_incomplete');
  expect(await give(person, text, secondId)).toBe('stored');
  expect(await give(person, text, secondId)).toBe('refused:given_already');
  // The first time of the escalation runs from there: both said the same of the other text.
  const { person: agreeing = '', secondId: same = '' } =
    (await drawn()).find(({ subject }) => subject === other)?.data.facts ?? {};
  expect(await give(agreeing, other, same, 'approve_with_notes')).toBe('stored');
  people.now = new Date(people.now.getTime() + 2 * HOUR_MS);
  await carryOutDue(database, people.now);
  const lapsed = (await admin.get('/v1/events?limit=1000')).body.events.filter(
    ({ type }: { type: string }) => type === 'countersign.handoff.lapsed.v1',
  );
  expect(lapsed).toMatchObject([
    { subject: text, data: { facts: { waitedFor: ['person:legal'], to: ['person:head'] } } },
  ]);
  expect(await findingsOf(database, people.name)).toEqual([]);
});

test('with the key of a version that has ended anybody can draw again: which decisions, and by whom of two', async () => {
  const { people, admin, drawn, decide } = await team(3);
  await people.client('luca', 'reviewer');
  const texts: string[] = [];
  for (let n = 0; n < 12; n++) texts.push(await decide('piero'));
  people.now = new Date(people.now.getTime() + HOUR_MS);
  expect((await admin.put(rules('v2'), 1)).status).toBe(200);
  const { keys } = (await admin.get('/v1/draws/keys')).body;
  const found = new Map((await drawn()).map(({ subject, data }) => [subject, data.facts.person]));
  for (const text of texts) {
    const isAsked = await isDrawnByKey(keys[0].key, secondLot(text), 3);
    expect(found.get(text)).toBe(isAsked ? await personDrawn(keys[0].key, text, ['boss', 'luca']) : undefined);
  }
});

test('where everything is reviewed too, what was blocked is drawn if the rules say so; and is then no second review as well', async () => {
  const { people, drawn, decide, give } = await team(1, 1);
  for (const name of ['piero', 'luca']) await people.client(name, 'reviewer');
  const looks = () => drawn('countersign.decision.drawn.v1');
  const blocked = await decide('piero', 'block');
  expect(await looks()).toMatchObject([{ subject: blocked, data: { facts: { processId: 'plain', oneIn: 1 } } }]);
  expect(await drawn()).toEqual([]);
  // Another one lifts it: that is a decision like any, and is judged a second time.
  await decide('luca', 'approve', blocked);
  const [second] = await drawn();
  const { person = '', secondId = '' } = { ...second?.data.facts };
  expect([second?.subject, person]).toEqual([blocked, 'boss']);
  // Blocked again while that is out: drawn again, and whoever judges blind still gives theirs.
  await decide('luca', 'block', blocked);
  expect(await looks()).toHaveLength(1);
  expect(await give(person, blocked, secondId)).toBe('stored');
  expect(await findingsOf(database, people.name)).toEqual([]);
});
