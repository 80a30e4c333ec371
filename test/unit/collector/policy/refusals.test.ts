/** What a hand-made client cannot get round: checklists, four eyes, versions, exceptions, emergencies. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { newSource, outcomes } from '../fixtures.ts';
import { CORRECTED, HOUR_MS, Team } from './governed.ts';
import { faq, policyOf } from './policies.ts';
import { chosen, plain, teamUnder } from './under.ts';

const EDITORIAL = { factsChecked: 'all', sourcesOpened: [], changed: 'nothing', responsible: 'Anna' };

describe.each(DATABASES_OF_MANY)('refused by the policy on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  const under = (...processes: Process[]) => teamUnder(database, ...processes);

  test('a checklist: left out, half answered, answered without words, with points of its own, or by naming no process', async () => {
    const checklist = [
      { id: 'facts', text: 'Facts are checked', without: 'block' as const },
      { id: 'why', text: 'Why', kind: 'text' as const, without: 'block' as const },
      { id: 'tone', text: 'The tone is ours', without: 'warn' as const },
    ];
    const { team, hash } = await under(plain({ checklist }), chosen);
    const approve = (more: Parameters<Team['decide']>[4], content = {}) =>
      team.decide('anna', 'reviewer', hash, 'approve', more, content);
    const all = { answered: ['facts', 'why'], left: ['tone'] };
    expect(await approve(undefined)).toBe('refused:other_process');
    expect(await approve({ processId: 'chosen' })).toBe('refused:other_process');
    expect(await approve({ processId: 'nothing' })).toBe('refused:other_process');
    for (const [said, content] of [
      [{}, { answers: { why: 'because' } }],
      [{ ...all, answered: ['why'] }, { answers: { why: 'because' } }],
      [all, {}],
      [all, { answers: { why: '  ' } }],
      [{ ...all, left: [] }, { answers: { why: 'because' } }],
      [{ ...all, left: ['tone', 'facts'], answered: ['why'] }, { answers: { why: 'because' } }],
      [{ ...all, answered: ['facts', 'why', 'made-up'] }, { answers: { why: 'because' } }],
      [{ ...all, editorial: true }, { answers: { why: 'because' } }],
    ] as const)
      expect(
        await approve(
          {
            ...said,
            answered: [...((said as typeof all).answered ?? [])],
            left: [...((said as typeof all).left ?? [])],
          },
          content,
        ),
      ).toBe('refused:approval_incomplete');
    expect(await approve(all, { answers: { why: 'because' } })).toBe('stored');
    const rows = await database.query('select role, policy_number::int as number from judged where team = $1', [
      team.name,
    ]);
    expect(rows).toEqual([{ role: 'reviewer', number: 1 }]);
  });

  test('text for the public without an editorial record, or all at once', async () => {
    const { team, hash } = await under(plain({ publishes: true, publicInterest: 'always' }));
    const approve = (more: object, content = {}) => team.decide('anna', 'reviewer', hash, 'approve', more, content);
    expect(await approve({})).toBe('refused:approval_incomplete');
    expect(await approve({ editorial: true })).toBe('refused:approval_incomplete');
    expect(await approve({ editorial: true, bulk: true }, { editorial: EDITORIAL })).toBe(
      'refused:approval_incomplete',
    );
    expect(await approve({ editorial: true }, { editorial: EDITORIAL })).toBe('stored');
  });

  test('an approval of another text than the one it is on; of a correction, by whoever made it', async () => {
    const { team, hash } = await under(plain());
    const other = await team.text('anna', 'plain.example');
    const corrected = addressOf({ text: CORRECTED });
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { textHash: other })).toBe('refused:other_text');
    expect(await team.decide('anna', 'reviewer', hash, 'modify', { textHash: other })).toBe('refused:other_text');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { textHash: corrected })).toBe('refused:other_text');
    expect(await team.decide('anna', 'reviewer', hash, 'modify', { textHash: corrected })).toBe('stored');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { textHash: corrected })).toBe(
      'refused:policy_forbids',
    );
    expect(await team.decide('luca', 'reviewer', hash, 'approve', { textHash: corrected })).toBe('stored');
  });

  test('a decision on one’s own text before the log knows whose it is, and in one request with it', async () => {
    const { team } = await under(plain());
    const text = 'My own text.';
    const hash = addressOf({ text });
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('refused:unknown_output');
    expect(await team.decide('anna', 'reviewer', hash, 'approve')).toBe('refused:unknown_output');
    expect(await team.pass('anna', 'reviewer', hash)).toBe('refused:unknown_output');
    await team.seen('anna', 'plain.example', hash, text, 'reviewer');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('refused:policy_forbids');
    // A colleague who looks at it later is no author, and whoever looked first stays one.
    await team.seen('luca', 'other.example', hash, text, 'reviewer');
    expect(await team.decide('anna', 'admin', hash, 'approve', {})).toBe('refused:policy_forbids');
    const client = await team.client('eva', 'reviewer');
    const source = newSource();
    const trace = {
      tool: 'chatgpt',
      toolName: 'ChatGPT',
      pageUrl: 'https://plain.example/',
      citations: [],
      evidence: [],
    };
    const at = team.now.toISOString();
    const seenFacts = { outputId: 'chatgpt:c:m', trace: { ...trace, startedAt: at, completedAt: at, characters: 1 } };
    const own = addressOf({ text: 'Mine.' });
    const seen = await makeEvent('countersign.output.seen.v1', source, own, seenFacts, { text: 'Mine.' });
    const inProcess = { processId: 'plain', policyVersion: 'v1', textHash: own, answered: [], left: [] };
    const facts = { decisionId: newId(), verdict: 'approve' as const, reportIds: [], inProcess };
    const decision = await makeEvent('countersign.decision.made.v1', source, own, facts, {});
    expect(outcomes(await client.push([decision, seen, decision]))).toEqual([
      'refused:unknown_output',
      'stored',
      'refused:policy_forbids',
    ]);
  });

  test('a made-up version, or one before its day; one that was in force once is judged by today’s rules', async () => {
    const { team, admin, hash } = await under(plain());
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { policyVersion: 'v9' })).toBe(
      'refused:other_version',
    );
    const inForceFrom = new Date(team.now.getTime() + 24 * HOUR_MS).toISOString();
    const strict = plain({ authority: { approve: ['role:admin'] } });
    await admin.put(policyOf('v2', { inForceFrom, processes: [strict] }), 1);
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { policyVersion: 'v2' })).toBe(
      'refused:other_version',
    );
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('stored');
    team.now = new Date(team.now.getTime() + 25 * HOUR_MS);
    // Made offline yesterday, as it says: it counts when the collector takes it.
    const { client, event } = { client: await team.client('anna', 'reviewer'), event: newId() };
    const inProcess = { processId: 'plain', policyVersion: 'v1', textHash: hash, answered: [], left: [] };
    const facts = { decisionId: event, verdict: 'approve' as const, reportIds: [], inProcess };
    const yesterday = new Date(team.now.getTime() - 24 * HOUR_MS);
    const late = await makeEvent('countersign.decision.made.v1', newSource(), hash, facts, {}, yesterday);
    expect(outcomes(await client.push([late]))).toEqual(['refused:policy_forbids']);
    expect(await team.decide('piero', 'admin', hash, 'approve', { policyVersion: 'v1' })).toBe('stored');
  });

  test('one’s own text after a while, and somebody else’s place: only as it is, and said so', async () => {
    const authority = { approve: ['person:carla' as const] };
    const { team } = await under(
      plain({ selfReviewAfterHours: 24 }),
      faq({ id: 'away', applies: { addresses: ['away.example'] }, authority }),
    );
    const own = await team.text('anna', 'plain.example');
    expect(await team.decide('anna', 'reviewer', own, 'approve', { selfReview: true })).toBe('refused:policy_forbids');
    team.now = new Date(team.now.getTime() + 24 * HOUR_MS);
    expect(await team.decide('anna', 'reviewer', own, 'approve', {})).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', own, 'approve', { selfReview: true })).toBe('refused:policy_forbids');
    expect(await team.decide('anna', 'reviewer', own, 'approve', { selfReview: true })).toBe('stored');
    const [since, until] = [team.now, new Date(team.now.getTime() + 2 * HOUR_MS)];
    const under2 = { processId: 'away', onBehalfOf: 'carla' };
    const text = await team.text('rita', 'away.example');
    expect(await team.decide('luca', 'reviewer', text, 'approve', under2)).toBe('refused:policy_forbids');
    const delegationId = newId();
    await team.delegate('carla', 'luca', since, until, delegationId);
    expect(await team.decide('luca', 'reviewer', text, 'approve', { processId: 'away' })).toBe(
      'refused:policy_forbids',
    );
    expect(await team.decide('luca', 'reviewer', text, 'approve', under2)).toBe('stored');
    // Of her own text nobody decides in her place; and nobody else ends or lengthens her absence.
    expect(await team.decide('luca', 'reviewer', await team.text('carla', 'away.example'), 'approve', under2)).toBe(
      'refused:policy_forbids',
    );
    await team.delegate('eva', 'eva', since, new Date(until.getTime() + 100 * HOUR_MS), delegationId);
    team.now = until;
    expect(await team.decide('luca', 'reviewer', text, 'approve', under2)).toBe('refused:policy_forbids');
    expect(await team.decide('eva', 'reviewer', text, 'approve', under2)).toBe('refused:policy_forbids');
  });

  test('the choice of a process is only where the policy leaves it, and then its rules hold', async () => {
    const strict = { ...chosen, authority: { approve: ['role:admin' as const] } };
    const { team, hash } = await under(plain(), strict);
    const choose = (processId: string) =>
      team.send('rita', 'reporter', (source, now) =>
        makeEvent('countersign.process.chosen.v1', source, hash, { processId }, undefined, now),
      );
    expect([await choose('plain'), await choose('nothing'), await choose('chosen')]).toEqual([
      'refused:other_process',
      'refused:other_process',
      'stored',
    ]);
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('refused:other_process');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { processId: 'chosen' })).toBe(
      'refused:policy_forbids',
    );
    expect(await team.decide('anna', 'admin', hash, 'approve', { processId: 'chosen' })).toBe('stored');
  });

  test('that a text informs the public is not taken back, by whoever said it or by an admin, to spare its review', async () => {
    const { team, hash } = await under(plain({ publishes: true, publicInterest: 'ask' }));
    const say = (by: string, concernsPublic: boolean) =>
      team.send(by, 'admin', (source, now) =>
        makeEvent('countersign.process.chosen.v1', source, hash, { concernsPublic }, undefined, now),
      );
    expect([
      await say('eva', false),
      await say('eva', true),
      await say('eva', false),
      await say('anna', false),
    ]).toEqual(['stored', 'stored', 'refused:policy_forbids', 'refused:policy_forbids']);
    expect(await team.decide('anna', 'admin', hash, 'approve', {})).toBe('refused:approval_incomplete');
  });

  test('outside any process, and in a team without a policy, all is as ever', async () => {
    const { team } = await under(plain());
    expect(await team.decide('anna', 'reviewer', await team.text('anna', 'elsewhere.example'), 'approve')).toBe(
      'stored',
    );
    const free = new Team(database);
    const hash = await free.text('anna', 'plain.example');
    expect(await free.decide('anna', 'reviewer', hash, 'approve')).toBe('stored');
    expect(await free.pass('anna', 'reporter', hash)).toBe('stored');
  });
});
