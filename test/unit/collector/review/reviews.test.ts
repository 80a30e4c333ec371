/** Who signs the review of the rules, and who freezes a baseline and when: a hand-made client does not get round it. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { periodicSubject } from '../../../../lib/domain/policy/periodic/due.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';
import { callerOf, faq, policyOf } from '../policy/policies.ts';

const PACK = `sha256:${'5b'.repeat(32)}`;

describe.each(DATABASES)('what is said of the rules on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  async function company(policy: Parameters<typeof policyOf>[1]) {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    const publish = async (version: string, onto: number, more: Parameters<typeof policyOf>[1] = policy) =>
      expect((await admin.put(policyOf(version, more), onto)).status).toBe(200);
    await publish('v1', 0);
    const times = (untilMs = 0) => ({
      from: new Date(team.now.getTime() - 180 * 24 * HOUR_MS).toISOString(),
      until: new Date(team.now.getTime() + untilMs).toISOString(),
    });
    const sign = (by: string, role: 'reporter' | 'reviewer' | 'admin', policyVersion = 'v1', untilMs = 0) =>
      team.send(by, role, (source, now) =>
        makeEvent(
          'countersign.policy.reviewed.v1',
          source,
          periodicSubject(newId()),
          { policyVersion, ...times(untilMs), outcome: 'kept', pack: PACK },
          { note: 'As it was.' },
          now,
        ),
      );
    const freeze = (by: string, role: 'reviewer' | 'admin', processId = 'faq', policyVersion = 'v1') =>
      team.send(by, role, (source, now) =>
        makeEvent(
          'countersign.baseline.frozen.v1',
          source,
          processSubject(processId),
          { policyVersion, ...times(), texts: 40, goals: { defects: 0.1 } },
          undefined,
          now,
        ),
      );
    return { team, publish, sign, freeze };
  }

  test('a review is signed by whom the rules name, of the version in force, and of a time that is over', async () => {
    const { team, publish, sign } = await company({ periodicReview: { everyMonths: 6, owner: 'person:luca' } });
    expect(await sign('anna', 'reviewer')).toBe('refused:policy_forbids');
    expect(await sign('boss', 'admin')).toBe('refused:policy_forbids');
    expect(await sign('rita', 'reporter')).toBe('refused:role_may_not');
    expect(await sign('luca', 'reviewer', 'v7')).toBe('refused:other_version');
    expect(await sign('luca', 'reviewer', 'v1', 48 * HOUR_MS)).toBe('refused:time_in_future');
    expect(await sign('luca', 'reviewer')).toBe('stored');
    await publish('v2', 1);
    expect(await sign('luca', 'reviewer')).toBe('refused:other_version');
    expect(await sign('luca', 'reviewer', 'v2')).toBe('stored');
    expect(await findingsOf(database, team.name)).toEqual([]);
  });

  test('where they name nobody, or a role in which nobody is yet, an administrator signs', async () => {
    const unnamed = await company({});
    expect(await unnamed.sign('anna', 'reviewer')).toBe('refused:policy_forbids');
    expect(await unnamed.sign('boss', 'admin')).toBe('stored');
    const roles = [{ id: 'lead', name: 'Lead', members: [] as string[] }];
    const empty = await company({ roles, periodicReview: { everyMonths: 6, owner: 'role:lead' } });
    expect(await empty.sign('boss', 'admin')).toBe('stored');
  });

  test('a baseline is frozen by who answers for the process or an administrator, while it is in its audit and never after', async () => {
    const processIn = (phase: 'audit' | 'pilot') => ({
      processes: [faq({ owner: 'person:luca', rollout: { phase, defects: 0.1 } })],
    });
    const { publish, freeze } = await company(processIn('audit'));
    expect(await freeze('anna', 'reviewer')).toBe('refused:policy_forbids');
    expect(await freeze('luca', 'reviewer', 'other')).toBe('refused:other_process');
    expect(await freeze('luca', 'reviewer')).toBe('stored');
    expect(await freeze('boss', 'admin')).toBe('stored');
    await publish('v2', 1, processIn('pilot'));
    expect(await freeze('luca', 'reviewer')).toBe('refused:other_version');
    expect(await freeze('luca', 'reviewer', 'faq', 'v2')).toBe('refused:policy_forbids');
    expect(await freeze('boss', 'admin', 'faq', 'v2')).toBe('refused:policy_forbids');
  });
});
