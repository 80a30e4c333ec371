/** Who signs the review of the rules, who freezes a baseline and when, who rehearses an escalation and who answers: a hand-made client does not get round it. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { Role } from '../../../../lib/domain/codes.ts';
import { type FactsOf, makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { periodicSubject } from '../../../../lib/domain/policy/periodic/due.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';
import { callerOf, faq, policyOf } from '../policy/policies.ts';

type Rehearsed = FactsOf<'countersign.escalation.rehearsed.v1'>;

const PACK = `sha256:${'5b'.repeat(32)}`;

describe.each(DATABASES_OF_MANY)('what is said of the rules on $name', ({ fresh }) => {
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
    const rehearse = (by: string, facts: object = {}, processId = 'faq', offMs = 0, role: Role = 'reviewer') =>
      team.send(by, role, (source, now) =>
        makeEvent(
          'countersign.escalation.rehearsed.v1',
          source,
          processSubject(processId),
          { rehearsalId: newId(), policyVersion: 'v1', act: 'started', to: ['person:bea'], ...facts } as Rehearsed,
          undefined,
          new Date(now.getTime() + offMs),
        ),
      );
    return { team, publish, sign, freeze, rehearse };
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

  const steps = [
    { to: ['person:bea'], escalateAfterHours: 4 },
    { to: ['role:admin'], escalateAfterHours: 4 },
  ];
  const pilot = faq({
    owner: 'person:luca',
    authority: { escalate: ['person:dora'] },
    rollout: { phase: 'pilot' },
    escalation: steps,
  });
  const other = { ...pilot, id: 'other', owner: 'person:olga', authority: { escalate: ['person:olga'] } };
  const piloted = () => company({ processes: [pilot, other, faq({ id: 'plain', escalation: steps })] });

  test('a rehearsal is started by who answers for the process, passes on or administers, of a pilot, to its first step, and now', async () => {
    const { rehearse } = await piloted();
    expect(await rehearse('anna')).toBe('refused:policy_forbids');
    expect(await rehearse('rita', {}, 'faq', 0, 'reporter')).toBe('refused:role_may_not');
    expect(await rehearse('luca', {}, 'other')).toBe('refused:policy_forbids');
    expect(await rehearse('boss', {}, 'plain', 0, 'admin')).toBe('refused:policy_forbids');
    expect(await rehearse('boss', {}, 'none', 0, 'admin')).toBe('refused:other_process');
    expect(await rehearse('luca', { policyVersion: 'v7' })).toBe('refused:other_version');
    expect(await rehearse('luca', { to: ['person:luca'] })).toBe('refused:policy_forbids');
    expect(await rehearse('luca', {}, 'faq', -HOUR_MS)).toBe('refused:other_time');
    expect(await rehearse('luca', {}, 'faq', HOUR_MS)).toBe('refused:other_time');
    expect(await rehearse('dora', {}, 'faq', -60_000)).toBe('stored');
    // One at a time.
    expect(await rehearse('luca')).toBe('refused:policy_forbids');
    expect(await rehearse('olga', {}, 'other')).toBe('stored');
  });

  test('it is answered by whom it has come to, once, at that step by the collector’s clock, and never by who started it', async () => {
    const { team, rehearse } = await piloted();
    const rehearsalId = newId();
    const answer = (by: string, step: number, processId = 'faq', offMs = 0, role: Role = 'reviewer') =>
      rehearse(by, { rehearsalId, act: 'answered', to: undefined, step }, processId, offMs, role);
    expect(await answer('bea', 0)).toBe('refused:policy_forbids');
    expect(await rehearse('boss', { rehearsalId }, 'faq', 0, 'admin')).toBe('stored');
    expect(await answer('anna', 0)).toBe('refused:policy_forbids');
    expect(await answer('boss', 0, 'faq', 0, 'admin')).toBe('refused:policy_forbids');
    expect(await answer('bea', 0, 'other')).toBe('refused:policy_forbids');
    team.now = new Date(team.now.getTime() + 5 * HOUR_MS);
    // The first step's time is over: whatever time a browser says, and whichever step.
    expect(await answer('bea', 0, 'faq', -3 * HOUR_MS)).toBe('refused:policy_forbids');
    expect(await answer('olga', 0, 'faq', -3 * HOUR_MS, 'admin')).toBe('refused:policy_forbids');
    // It has come to the administrators: not to the one who started it.
    expect(await answer('boss', 1, 'faq', 0, 'admin')).toBe('refused:policy_forbids');
    expect(await answer('olga', 1, 'faq', 0, 'admin')).toBe('stored');
    expect(await answer('olga', 1, 'faq', 0, 'admin')).toBe('refused:policy_forbids');
    const next = newId();
    expect(await rehearse('luca', { rehearsalId: next })).toBe('stored');
    const inTime = { rehearsalId: next, act: 'answered', to: undefined, step: 0 };
    expect(await rehearse('luca', inTime)).toBe('refused:policy_forbids');
    expect(await rehearse('bea', inTime, 'faq', -20 * HOUR_MS)).toBe('stored');
    expect(await findingsOf(database, team.name)).toEqual([]);
  });
});
