/** What reviewers arrange ends by itself, and no two outputs are duplicates of one another: nobody would decide on either. */
import { beforeEach, expect, test } from 'vitest';
import { admit, type Known } from '../../../../collector/ledger/admit.ts';
import { judge } from '../../../../collector/ledger/judge.ts';
import type { Caller } from '../../../../collector/people/tokens.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { eventOf, HASH, OTHER_HASH, seen } from '../../domain/making.ts';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const DAY_MS = 86_400_000;
const caller = (role: Caller['role']) =>
  ({ team: 'acme', subject: 'anna', role, tokenId: newId() }) as unknown as Caller;

let known: Known;
beforeEach(() => {
  known = { events: new Map(), owners: new Map(), duplicates: { outputs: new Set(), marked: new Map() } };
});
const told = (event: CountersignEvent, role: Caller['role'] = 'reviewer') => {
  const [result] = admit([judge(event)], caller(role), known, 0n, NOW).results;
  return result?.problem?.code ?? result?.outcome;
};
const lasting = (days: number) => new Date(NOW.getTime() + days * DAY_MS).toISOString();
const assigned = (days: number) =>
  eventOf('countersign.assignment.made.v1', { assignmentId: newId(), until: lasting(days), after: null });
const deferred = (days: number) =>
  eventOf('countersign.deferral.made.v1', { deferralId: newId(), until: lasting(days) }, { reason: 'It waits.' });
const marked = (subject: string, of: string, duplicateId: string = newId()) =>
  eventOf('countersign.duplicate.marked.v1', { duplicateId, of }, undefined, { subject });

test('nobody has an item in hand for months, or puts it off for years', async () => {
  expect(told(await assigned(30))).toBe('stored');
  expect(told(await assigned(32))).toBe('lasts_too_long');
  expect(told(await deferred(180))).toBe('stored');
  expect(told(await deferred(182))).toBe('lasts_too_long');
});

test('a reporter arranges nothing', async () => {
  for (const event of [await assigned(1), await deferred(1), await marked(HASH, OTHER_HASH)])
    expect(told(event, 'reporter')).toBe('role_may_not');
});

test('an output is a duplicate of one that the team has, and that is none itself; also within one request', async () => {
  expect(told(await marked(HASH, OTHER_HASH))).toBe('unknown_output');
  expect(told(await seen())).toBe('stored');
  expect(told(await seen({ subject: OTHER_HASH }))).toBe('stored');
  const id = newId();
  expect(told(await marked(HASH, OTHER_HASH, id))).toBe('stored');
  expect(told(await marked(OTHER_HASH, HASH))).toBe('is_duplicate');
  expect(told(await marked(OTHER_HASH, OTHER_HASH))).toBe('is_duplicate');
  expect(told(await eventOf('countersign.handling.ended.v1', { handlingId: id }))).toBe('stored');
  expect(told(await marked(OTHER_HASH, HASH))).toBe('stored');
});
