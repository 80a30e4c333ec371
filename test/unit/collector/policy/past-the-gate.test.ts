/** What a hand-made client cannot get past the gate by: exceptions, emergencies, signatures. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { createApp } from '../../../../collector/http/app.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { gateOfOutput } from '../../../../lib/domain/gate/asked.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { newSource, quietLog } from '../fixtures.ts';
import { CORRECTED, HOUR_MS } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';
import { chosen, plain, teamUnder } from './under.ts';

const [PASS, STOP] = ['countersign.gate.overridden.v1', 'countersign.process.stopped.v1'] as const;
const HAND = 'countersign.handoff.made.v1';
const UNDER = { processId: 'plain', policyVersion: 'v1' };
const STOPPED = { stopped: true, policyVersion: 'v1' };
/** An event that commits to content and does not bring it. */
const without = (event: CountersignEvent) => eventWith(event, {}, { ...event.data, sealed: undefined });

describe.each(DATABASES_OF_MANY)('past the gate on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());
  const under = (...processes: Process[]) => teamUnder(database, ...processes);

  test('exceptions: asked for by somebody else, for this text, once, for a while', async () => {
    const { team, hash } = await under(plain({ gate: { ...faq().gate, override: 'never' } }), chosen);
    expect(await team.pass('rita', 'reporter', hash)).toBe('refused:policy_forbids');
    const grant = (by: string, requestId: string, more: object = {}) =>
      team.pass(by, 'reviewer', hash, { kind: 'exception', requestId, ...more });
    expect(await grant('luca', newId())).toBe('refused:policy_forbids');
    const approval = await team.request('rita', hash, 'approval');
    expect(await grant('luca', approval.requestId)).toBe('refused:policy_forbids');
    const { requestId } = await team.request('eva', hash, 'exception');
    expect(await grant('eva', requestId)).toBe('refused:policy_forbids');
    expect(await grant('rita', requestId)).toBe('refused:policy_forbids');
    expect(await grant('luca', requestId, { textHash: addressOf({ text: 'x' }) })).toBe('refused:policy_forbids');
    const tooLong = new Date(team.now.getTime() + 8 * 24 * HOUR_MS).toISOString();
    expect(await grant('luca', requestId, { until: tooLong })).toBe('refused:policy_forbids');
    expect(await grant('luca', requestId)).toBe('stored');
    expect(await grant('piero', requestId)).toBe('refused:policy_forbids');
    expect((await team.request('rita', hash, 'approval', 'chosen')).outcome).toBe('refused:other_process');
    expect((await team.request('rita', hash, 'approval', 'plain', 'v7')).outcome).toBe('refused:other_version');
  });

  test('nobody hands a text to a step that its process does not have: nothing would be due any more', async () => {
    const escalation = [{ to: ['role:admin' as const], escalateAfterHours: 4 }];
    const { team, hash } = await under(plain({ escalation }));
    await team.request('rita', hash, 'approval');
    const hand = (on: string, step?: number) =>
      team.send('anna', 'reviewer', (source, now) => {
        const facts = { handoffId: newId(), to: ['role:admin' as const], why: 'handed_off' as const };
        return makeEvent(HAND, source, on, { ...facts, ...(step === undefined ? {} : { step }) }, {}, now);
      });
    expect(await hand(hash, 1)).toBe('refused:no_such_step');
    expect(await hand(hash, 9)).toBe('refused:no_such_step');
    expect(await hand(hash, 0)).toBe('stored');
    expect(await hand(hash)).toBe('stored');
    // Outside any process there are no steps, and nothing is due.
    expect(await hand(await team.text('rita', 'elsewhere.example'), 3)).toBe('stored');
  });

  test('under rules that let nobody go on with a reason, none counts that was said under earlier ones', async () => {
    const { team, admin, hash } = await under(plain());
    expect(await team.pass('rita', 'reporter', hash)).toBe('stored');
    const stricter = policyOf('v2', { processes: [plain({ gate: { ...faq().gate, override: 'never' } })] });
    expect((await admin.put(stricter, 1)).status).toBe(200);
    for (const policyVersion of ['v1', 'v2'])
      expect(await team.pass('rita', 'reporter', hash, { policyVersion })).toBe('refused:policy_forbids');
    const { events } = (await admin.get('/v1/events?limit=100')).body;
    const output = foldOutput(events.filter(({ subject }: CountersignEvent) => subject === hash));
    const now = team.now.toISOString();
    const gate = (policy: GovernancePolicy) => output && gateOfOutput(output, policy, { now });
    expect(gate(policyOf('v1', { processes: [plain()] }))).toMatchObject({ state: 'overridden', effect: 'pass' });
    expect(gate(stricter)).toMatchObject({ effect: 'hold', rule: 'override_ended' });
  });

  test('on one’s own word nobody answers what a colleague asked, nor without a reason', async () => {
    const { team, hash } = await under(plain());
    const { requestId } = await team.request('rita', hash, 'exception');
    for (const kind of ['override', 'bypass'] as const)
      expect(await team.pass('anna', 'reviewer', hash, { kind, requestId })).toBe('refused:policy_forbids');
    const facts = { exceptionId: newId(), kind: 'override' as const, ...UNDER, textHash: hash };
    const until = new Date(team.now.getTime() + HOUR_MS).toISOString();
    const bare = team.send('anna', 'reviewer', async (source, now) =>
      without(await makeEvent(PASS, source, hash, { ...facts, until }, { reason: 'It is not said.' }, now)),
    );
    expect(await bare).toBe('refused:decision_incomplete');
    const stop = team.send('anna', 'reviewer', async (source, now) =>
      without(await makeEvent(STOP, source, processSubject('plain'), STOPPED, { reason: 'It is not said.' }, now)),
    );
    expect(await stop).toBe('refused:decision_incomplete');
    expect(await team.pass('luca', 'reviewer', hash, { kind: 'exception', requestId })).toBe('stored');
  });

  test('nobody asks for another text, or lets it pass, under the output of this one', async () => {
    const { team, hash } = await under(plain());
    const other = await team.text('rita', 'plain.example');
    for (const textHash of [other, addressOf({ text: CORRECTED })]) {
      expect(await team.pass('eva', 'reporter', hash, { textHash })).toBe('refused:other_text');
      expect((await team.request('rita', hash, 'approval', 'plain', 'v1', textHash)).outcome).toBe(
        'refused:other_text',
      );
    }
    const textHash = addressOf({ text: CORRECTED });
    expect(await team.decide('luca', 'reviewer', hash, 'modify', { textHash })).toBe('stored');
    expect((await team.request('rita', hash, 'approval', 'plain', 'v1', textHash)).outcome).toBe('stored');
  });

  test('what was blocked passes nowhere, also once somebody has passed it on; a yes after that is one', async () => {
    const { team, hash } = await under(plain());
    expect(await team.decide('luca', 'reviewer', hash, 'block', {})).toBe('stored');
    expect(await team.decide('anna', 'reviewer', hash, 'escalate', {})).toBe('stored');
    const { requestId } = await team.request('rita', hash, 'exception');
    expect(await team.pass('rita', 'reporter', hash)).toBe('refused:policy_forbids');
    expect(await team.pass('anna', 'reviewer', hash, { kind: 'bypass' })).toBe('refused:policy_forbids');
    expect(await team.pass('anna', 'reviewer', hash, { kind: 'exception', requestId })).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', hash, 'approve', {})).toBe('stored');
    expect(await team.decide('anna', 'reviewer', hash, 'escalate', {})).toBe('stored');
    expect(await team.pass('rita', 'reporter', hash)).toBe('stored');
  });

  test('the glass is broken for eight hours at most, and not again until another has looked; never over a block', async () => {
    const { team, hash } = await under(plain());
    const bypass = (by: string, on: string, more: object = {}) =>
      team.pass(by, 'reviewer', on, { kind: 'bypass', ...more });
    const nine = new Date(team.now.getTime() + 9 * HOUR_MS).toISOString();
    expect(await bypass('luca', hash, { until: nine })).toBe('refused:policy_forbids');
    // No two clocks agree to the second, and a request takes its time.
    const eight = new Date(team.now.getTime() + 8 * HOUR_MS + 30_000).toISOString();
    expect(await bypass('luca', hash, { until: eight })).toBe('stored');
    const other = await team.text('rita', 'plain.example');
    expect(await bypass('piero', other)).toBe('refused:policy_forbids');
    expect(await team.decide('luca', 'reviewer', hash, 'approve', {})).toBe('refused:policy_forbids');
    expect(await bypass('luca', other)).toBe('refused:policy_forbids');
    expect(await team.decide('piero', 'reviewer', hash, 'escalate', {})).toBe('stored');
    expect(await bypass('luca', other)).toBe('refused:policy_forbids');
    expect(await team.decide('piero', 'reviewer', hash, 'block', {})).toBe('stored');
    expect(await bypass('luca', other)).toBe('stored');
    for (const kind of ['override', 'bypass'] as const)
      expect(await team.pass('luca', 'reviewer', hash, { kind })).toBe('refused:policy_forbids');
  });

  test('a regulated process wants the meaning and a sign-in of now, which no token is', async () => {
    const { team, hash } = await under(plain({ risk: 'regulated' }));
    const meaning = 'approval' as const;
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('refused:approval_incomplete');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', { meaning })).toBe('refused:sign_in_needed');
    const inProcess = { processId: 'plain', policyVersion: 'v1', textHash: hash, answered: [], left: [], meaning };
    const facts = () => ({ decisionId: newId(), verdict: 'approve' as const, reportIds: [], inProcess });
    const signedIn = async (minutesAgo: number) => {
      const app = createApp({
        ...{ database, log: quietLog, version: '0', now: () => team.now },
        signIn: async () => ({
          ...{ team: team.name, subject: 'anna', role: 'reviewer', tokenId: 'oidc:anna' },
          signedInAt: new Date(team.now.getTime() - minutesAgo * 60_000).toISOString(),
        }),
      });
      const event: CountersignEvent = await makeEvent('countersign.decision.made.v1', newSource(), hash, facts(), {});
      return callerOf(app, 'a.b.c').call('POST', '/v1/events', [event]);
    };
    const codeOf = ({ body }: Awaited<ReturnType<typeof signedIn>>) =>
      body.results[0].problem?.code ?? body.results[0].outcome;
    expect(codeOf(await signedIn(16))).toBe('sign_in_needed');
    // One that has not been yet is none, whatever a token says.
    expect(codeOf(await signedIn(-5))).toBe('sign_in_needed');
    expect(codeOf(await signedIn(1))).toBe('stored');
  });
});
