/** Decisions that are taken back, and texts that were let go on one's own word: by whom, and what is open then. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { CORRECTED, HOUR_MS, Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const plain = (more: Partial<Process> = {}): Process =>
  faq({ id: 'plain', applies: { addresses: ['plain.example'] }, ...more });

describe.each(DATABASES_OF_MANY)('what is looked at again on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('whoever said yes takes it back always; what holds a text, only who may still hold it; an emergency is then open again', async () => {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    expect((await admin.put(policyOf('v1', { processes: [plain()] }), 0)).status).toBe(200);
    const hash = await team.text('rita', 'plain.example');
    expect(await team.decide('anna', 'reviewer', hash, 'block', {})).toBe('stored');
    const block = team.decisions.at(-1);
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('stored');
    const only = { block: ['person:luca' as const], approve: ['person:luca' as const] };
    expect((await admin.put(policyOf('v2', { processes: [plain({ authority: only })] }), 1)).status).toBe(200);
    expect(await team.takeBack('luca', 'admin', hash)).toBe('refused:not_yours');
    expect(await team.takeBack('anna', 'reviewer', hash)).toBe('stored');
    expect(await team.takeBack('anna', 'reviewer', hash, block)).toBe('refused:policy_forbids');
    // The block stands: nothing passes.
    const bypass = { kind: 'bypass' as const, policyVersion: 'v2' };
    expect(await team.pass('luca', 'admin', hash, bypass)).toBe('refused:policy_forbids');
    const other = await team.text('rita', 'plain.example');
    expect(await team.pass('piero', 'admin', other, bypass)).toBe('stored');
    expect(await team.decide('luca', 'admin', other, 'block', { policyVersion: 'v2' })).toBe('stored');
    expect(await team.takeBack('luca', 'admin', other)).toBe('stored');
    const next = await team.text('rita', 'plain.example');
    expect(await team.pass('piero', 'admin', next, bypass)).toBe('refused:policy_forbids');
  });

  test('nobody makes a second decision under the id of a first, which would be taken back as the one and undo the other', async () => {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    expect((await admin.put(policyOf('v1', { processes: [plain()] }), 0)).status).toBe(200);
    const hash = await team.text('rita', 'plain.example');
    const decisionId = newId();
    const send = (by: string, verdict: 'block' | 'escalate', on = hash) =>
      team.send(by, 'reviewer', (source, now) =>
        makeEvent(
          'countersign.decision.made.v1',
          source,
          on,
          { decisionId, verdict, reportIds: [] },
          { note: 'wrong' },
          now,
        ),
      );
    expect(await send('anna', 'block')).toBe('stored');
    const processes = [plain({ authority: { block: ['person:luca'] } })];
    expect((await admin.put(policyOf('v2', { processes }), 1)).status).toBe(200);
    expect(await team.takeBack('anna', 'reviewer', hash, decisionId)).toBe('refused:policy_forbids');
    for (const by of ['anna', 'luca']) expect(await send(by, 'escalate')).toBe('refused:conflict');
    expect(await team.takeBack('anna', 'reviewer', hash, decisionId)).toBe('refused:policy_forbids');
  });

  test('whoever let a text go on their own word does not approve it, until another has looked; after a while, said as it is', async () => {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    const processes = [plain({ selfReviewAfterHours: 24 })];
    expect((await admin.put(policyOf('v1', { processes }), 0)).status).toBe(200);
    const hash = await team.text('rita', 'plain.example');
    expect(await team.pass('luca', 'reviewer', hash)).toBe('stored');
    for (const [verdict, more] of [
      ['approve', {}],
      ['modify', { textHash: addressOf({ text: CORRECTED }) }],
    ] as const)
      expect(await team.decide('luca', 'reviewer', hash, verdict, more)).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', hash, 'approve', { selfReview: true })).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', hash, 'block', {})).toBe('stored');
    expect(await team.decide('luca', 'reviewer', hash, 'approve', {})).toBe('refused:policy_forbids');
    expect(await team.decide('piero', 'reviewer', hash, 'approve', {})).toBe('stored');
    expect(await team.decide('luca', 'reviewer', hash, 'approve', {})).toBe('stored');
    // In a team too small nobody else comes: after the hours of the policy the glass is whole again.
    const alone = await team.text('rita', 'plain.example');
    const bypass = () => team.pass('luca', 'reviewer', alone, { kind: 'bypass' });
    expect(await bypass()).toBe('stored');
    team.now = new Date(team.now.getTime() + 24 * HOUR_MS);
    expect(await bypass()).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', alone, 'approve', { selfReview: true })).toBe('stored');
    expect(await bypass()).toBe('stored');
  });
});
