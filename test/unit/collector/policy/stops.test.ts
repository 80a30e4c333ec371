/** A process that somebody stops: who may, and what a hand-made client does not get through meanwhile. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

/** Of a text that nobody sent in. */
const hashOfNone = (n: number): string => `sha256:${n.toString(16).padStart(64, '0')}`;

describe.each(DATABASES_OF_MANY)('a process that is stopped on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('by whom the policy names alone: nothing is let through or accepted unseen until one of them starts it again', async () => {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    const plain = faq({
      ...{ id: 'plain', applies: { addresses: ['plain.example'] }, authority: { stop: ['person:luca'] } },
      review: { mode: 'earned', clean: 1, oneIn: 2 },
    });
    expect((await admin.put(policyOf('v1', { processes: [plain] }), 0)).status).toBe(200);
    const text = () => team.text('rita', 'plain.example');
    const say = (by: string, stopped: boolean, processId = 'plain', policyVersion = 'v1') =>
      team.send(by, 'reviewer', (source, now) =>
        makeEvent(
          'countersign.process.stopped.v1',
          source,
          processSubject(processId),
          { stopped, policyVersion },
          { reason: 'The list is of last year.' },
          now,
        ),
      );
    const drawn = async (n: number) =>
      (await admin.call('POST', '/v1/draws', { hash: hashOfNone(n), processId: 'plain', tool: 'chatgpt' })).body
        .outcome;
    expect(await team.decide('anna', 'reviewer', await text(), 'approve', {})).toBe('stored');
    expect(await drawn(1)).not.toBe('review');

    expect(await say('anna', true)).toBe('refused:policy_forbids');
    expect(await say('luca', true, 'other')).toBe('refused:other_process');
    expect(await say('luca', true, 'plain', 'v7')).toBe('refused:other_version');
    expect(await say('luca', true)).toBe('stored');

    const hash = await text();
    for (const kind of ['override', 'bypass'] as const)
      expect(await team.pass('anna', 'reviewer', hash, { kind })).toBe('refused:policy_forbids');
    expect(await drawn(2)).toBe('review');
    // What is found of its texts is still said.
    expect(await team.decide('anna', 'reviewer', hash, 'block', {})).toBe('stored');

    expect(await say('anna', false)).toBe('refused:policy_forbids');
    expect(await say('luca', false)).toBe('stored');
    expect(await team.pass('anna', 'reviewer', await text())).toBe('stored');
    expect(await findingsOf(database, team.name)).toEqual([]);
  });
});
