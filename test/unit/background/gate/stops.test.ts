/** Stopping a process from one of its texts, and starting it again, in the background. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { breakGlass } from '../../../../lib/background/gate/emergency.ts';
import { governanceNow } from '../../../../lib/background/gate/policy-now.ts';
import { answeredOf } from '../../../../lib/background/gate/said.ts';
import { stopProcess } from '../../../../lib/background/gate/stops.ts';
import { say } from '../../../../lib/background/spine/act.ts';
import { eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject, withStops } from '../../../../lib/domain/gate/stops.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Sender } from '../../../../lib/messages/sender.ts';
import { policyLoaded } from '../../../../lib/settings/items.ts';
import { outputByHash } from '../../../../lib/store/ask/queries.ts';
import { db } from '../../../../lib/store/db.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { HASH, LUCA, reportId, seen } from '../../domain/making.ts';

const PANEL: Sender = { kind: 'panel' };

async function lay(process: object = {}): Promise<void> {
  const policy = policySchema.parse({
    ...{ format: 2, version: '7' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full' } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
        ...process,
      },
    ],
  }) as GovernancePolicy;
  const now = new Date().toISOString();
  await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt: now, checkedBy: '0' });
}

const stop = (stopped = true) => stopProcess({ hash: HASH, words: 'The list is of last year.', stopped }, PANEL);

async function said() {
  const now = new Date().toISOString();
  const [policy, output] = [await governanceNow(now), await outputByHash(HASH)];
  return output && answeredOf(output, policy, now).said;
}

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('It cannot wait');
  await db.delete({ disableAutoOpen: false });
  await append(await seen());
  await lay();
});

it('nothing of it passes, approved or in an emergency, until it is started again', async () => {
  const inProcess = { processId: 'faq', policyVersion: '7', textHash: HASH, answered: [], left: [] };
  const facts = { decisionId: reportId(8), verdict: 'approve' as const, reportIds: [], inProcess };
  await say('countersign.decision.made.v1', HASH, facts, {});
  expect(await said()).toMatchObject({ state: 'satisfied', effect: 'pass' });
  await stop();
  expect(await said()).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'stopped', ways: [] });
  const inEmergency = { hash: HASH, words: 'The server burns.', hours: 1 };
  await expect(breakGlass(inEmergency, PANEL)).rejects.toThrow('not_allowed');
  await expect(stop()).rejects.toThrow('incomplete');
  await stop(false);
  expect(await said()).toMatchObject({ state: 'satisfied', effect: 'pass' });
});

it('is for whom the rules name, and what these stop themselves nobody starts', async () => {
  await lay({ authority: { stop: ['person:piero'] } });
  await expect(stop()).rejects.toThrow('not_allowed');
  await lay({ stopped: true });
  await expect(stop(false)).rejects.toThrow('incomplete');
  expect(await said()).toMatchObject({ rule: 'stopped' });
});

it('what the server refused stops nothing; of several the last in the team’s order counts, whichever came first', async () => {
  const told = (stopped: boolean, sequence: string) =>
    makeEvent(
      'countersign.process.stopped.v1',
      LUCA,
      processSubject('faq'),
      { stopped, policyVersion: '7' },
      { reason: 'The list is of last year.' },
    ).then((event) => eventWith(event, { sequence: sequence.padStart(16, '0'), authid: 'luca' }));
  await append(await told(false, '4'));
  await append(await told(true, '3'));
  expect(await said()).toMatchObject({ rule: 'unreviewed' });
  await append(await told(true, '5'));
  expect(await said()).toMatchObject({ rule: 'stopped' });
  await db.events.where('subject').equals(processSubject('faq')).modify({ refused: 'policy_forbids' });
  expect(await said()).toMatchObject({ rule: 'unreviewed' });
});

it('rules of which nothing stands still are the very same: nobody who holds them draws anew', async () => {
  const before = await governanceNow(new Date().toISOString());
  expect(before && withStops(before, new Set(['other']))).toBe(before);
});
