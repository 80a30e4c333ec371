/** Who may do what: roles, four eyes, designers, and those who stand in for somebody. */
import { describe, expect, it } from 'vitest';
import { type AuthorityQuestion, authorityOf } from '../../../../lib/domain/people/authority.ts';
import { isOneOf } from '../../../../lib/domain/policy/party.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';

const FAQ: Process = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', authority: { approve: ['role:desk'] }, designers: ['person:dora'] },
  ...{ review: { mode: 'full' }, gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' } },
};
const ROLES = [{ id: 'desk', name: 'Desk', members: ['person:luca', 'person:dora', 'group:legal'] }];

const ask = (given: Partial<AuthorityQuestion> = {}) =>
  authorityOf({
    ...{
      verb: 'approve',
      person: { subject: 'luca', role: 'reviewer' },
      process: FAQ,
      roles: ROLES,
      authors: ['anna'],
    },
    ...{ seenAt: '2026-11-01T10:00:00Z', now: '2026-11-02T10:00:00Z', ...given },
  });

describe('approving', () => {
  it('is for those whom the process names, by name, role or group', () => {
    expect(ask()).toEqual({ may: true });
    expect(ask({ person: { subject: 'pia', role: 'reporter', groups: ['legal'] } })).toEqual({ may: true });
    expect(ask({ person: { subject: 'pia', role: 'admin' } })).toMatchObject({
      may: false,
      rule: 'role',
      who: ['role:desk'],
    });
  });

  it('is never for the author, an admin no exception', () => {
    expect(ask({ authors: ['luca'] })).toMatchObject({ may: false, rule: 'own_text' });
    const everybody = { ...FAQ, authority: {} };
    expect(ask({ process: everybody, person: { subject: 'ada', role: 'admin' }, authors: ['ada'] })).toMatchObject({
      ...{ may: false, rule: 'own_text' },
    });
  });

  it('is never for who designed the process', () => {
    expect(ask({ person: { subject: 'dora', role: 'admin' } })).toMatchObject({ may: false, rule: 'designer' });
  });

  it('of one’s own is possible after a while in a team too small, and says so', () => {
    const small = { ...FAQ, selfReviewAfterHours: 24 };
    expect(ask({ process: small, authors: ['luca'] })).toEqual({ may: true, selfReview: true });
    expect(ask({ process: small, authors: ['luca'], now: '2026-11-02T09:59:59Z' })).toMatchObject({ may: false });
  });
});

describe('a block that was drawn for a second look', () => {
  const blockers = ['luca'];

  it('is decided by somebody else, not in their place either; they may pass it on', () => {
    const process: Process = { ...FAQ, authority: {} };
    for (const verb of ['approve', 'modify', 'block'] as const)
      expect(ask({ verb, blockers, process })).toMatchObject({ may: false, rule: 'own_block' });
    expect(ask({ verb: 'escalate', blockers, process })).toEqual({ may: true });
    expect(ask({ blockers: ['anna'] })).toEqual({ may: true });
    const delegations = [{ from: 'luca', to: 'pia', since: '2026-11-02T00:00:00Z', until: '2026-11-09T00:00:00Z' }];
    const pia = { subject: 'pia', role: 'reporter' };
    expect(ask({ person: pia, delegations, blockers })).toMatchObject({ may: false, rule: 'own_block' });
  });

  it('goes to the fallback where nobody else is left', () => {
    const process: Process = { ...FAQ, authority: { approve: ['person:luca'] }, fallback: ['person:ada'] };
    expect(ask({ process, blockers, person: { subject: 'ada', role: 'reporter' } })).toEqual({ may: true });
  });
});

describe('a text that somebody let go on their own word', () => {
  const passes = [{ by: 'luca', at: '2026-11-02T08:00:00Z' }];

  it('is not approved, corrected or excepted by them, and they hear who can; holding it back stays theirs', () => {
    for (const verb of ['approve', 'modify', 'except'] as const)
      expect(ask({ verb, passes, process: { ...FAQ, authority: {} } })).toMatchObject({ may: false, rule: 'own_pass' });
    expect(ask({ passes })).toEqual({ may: false, rule: 'own_pass', who: ['role:desk'] });
    for (const verb of ['block', 'escalate'] as const)
      expect(ask({ verb, passes, process: { ...FAQ, authority: {} } })).toEqual({ may: true });
    expect(ask({ passes: [{ by: 'anna', at: '2026-11-02T08:00:00Z' }] })).toEqual({ may: true });
  });

  it('is not looked at in their place either, nor is anybody left where all named let it go', () => {
    const delegations = [{ from: 'luca', to: 'pia', since: '2026-11-02T00:00:00Z', until: '2026-11-09T00:00:00Z' }];
    expect(ask({ person: { subject: 'pia', role: 'reporter' }, delegations, passes })).toMatchObject({
      rule: 'own_pass',
    });
    const process: Process = { ...FAQ, authority: { approve: ['person:luca'] }, fallback: ['person:ada'] };
    expect(ask({ process, passes })).toMatchObject({ may: false, who: ['person:ada'] });
    expect(ask({ process, passes, person: { subject: 'ada', role: 'reporter' } })).toEqual({ may: true });
  });

  it('waits, in a team too small, so many hours from when they let it go, not from when it came up', () => {
    const small = { ...FAQ, selfReviewAfterHours: 24 };
    expect(ask({ process: small, passes })).toMatchObject({ may: false, rule: 'own_pass' });
    expect(ask({ process: small, passes, authors: ['luca'] })).toMatchObject({ may: false, rule: 'own_text' });
    expect(ask({ process: small, passes, now: '2026-11-03T08:00:00Z' })).toEqual({ may: true, selfReview: true });
  });
});

describe('standing in', () => {
  const away = (from: string, to: string) => ({
    from,
    to,
    since: '2026-11-02T00:00:00Z',
    until: '2026-11-09T00:00:00Z',
  });
  const pia = { subject: 'pia', role: 'reporter' };

  it('gives the right of the one who is away, for the time that was said', () => {
    expect(ask({ person: pia, delegations: [away('luca', 'pia')] })).toEqual({ may: true, onBehalfOf: 'luca' });
    expect(ask({ person: pia, delegations: [away('luca', 'pia')], now: '2026-11-09T00:00:00Z' }).may).toBe(false);
    expect(ask({ person: pia, delegations: [away('luca', 'pia')], now: '2026-11-01T23:59:59Z' }).may).toBe(false);
  });

  it('keeps four eyes: neither the author nor the author’s stand-in', () => {
    expect(ask({ person: pia, authors: ['pia'], delegations: [away('luca', 'pia')] })).toMatchObject({
      rule: 'own_text',
    });
    expect(ask({ person: pia, authors: ['luca'], delegations: [away('luca', 'pia')] })).toMatchObject({
      rule: 'own_text',
    });
  });

  it('goes on from one to the next, and ends in a circle', () => {
    expect(ask({ person: pia, delegations: [away('luca', 'ugo'), away('ugo', 'pia')] })).toEqual({
      ...{ may: true, onBehalfOf: 'luca' },
    });
    expect(ask({ person: pia, delegations: [away('ugo', 'pia'), away('pia', 'ugo')] }).may).toBe(false);
  });
});

it('a role that holds itself holds nobody more by it', () => {
  const roles = [{ id: 'desk', name: 'Desk', members: ['role:desk', 'person:luca'] }];
  expect(isOneOf({ subject: 'luca', role: 'reporter' }, ['role:desk'], roles)).toBe(true);
  expect(isOneOf({ subject: 'anna', role: 'reporter' }, ['role:desk'], roles)).toBe(false);
});

describe('where nobody is left of those who approve', () => {
  const NAMED: Process = { ...FAQ, authority: { approve: ['person:luca', 'person:anna'] }, fallback: ['person:ada'] };
  const ada = { subject: 'ada', role: 'reporter' };
  const away = (from: string, to: string) => ({
    from,
    to,
    since: '2026-11-02T00:00:00Z',
    until: '2026-11-09T00:00:00Z',
  });

  it('the fallback approver approves, and nobody is told to ask somebody who may not', () => {
    expect(ask({ process: NAMED, person: ada }).may).toBe(false);
    expect(ask({ process: NAMED, person: ada, authors: ['anna', 'luca'] })).toEqual({ may: true });
    expect(ask({ process: NAMED, authors: ['anna', 'luca'] })).toMatchObject({ may: false, who: ['person:ada'] });
    const designed: Process = { ...NAMED, designers: ['person:luca'] };
    expect(ask({ process: designed, person: ada })).toEqual({ may: true });
  });

  it('somebody who is away is left as long as one of the stand-ins is neither author nor designer', () => {
    const toDora = [away('luca', 'dora')];
    expect(ask({ process: NAMED, person: ada, delegations: toDora })).toEqual({ may: true });
    expect(ask({ process: NAMED, person: ada, delegations: [...toDora, away('dora', 'pia')] }).may).toBe(false);
    const pia = { subject: 'pia', role: 'reporter' };
    expect(ask({ process: NAMED, person: pia, delegations: [...toDora, away('dora', 'pia')] })).toEqual({
      ...{ may: true, onBehalfOf: 'luca' },
    });
  });

  it('four eyes hold for the fallback approver too, and a group is never known to be empty', () => {
    expect(ask({ process: NAMED, person: ada, authors: ['anna', 'luca', 'ada'] }).may).toBe(false);
    const grouped: Process = { ...NAMED, authority: { approve: ['group:legal'] } };
    expect(ask({ process: grouped, person: ada, authors: ['anna', 'luca'] }).may).toBe(false);
  });
});
