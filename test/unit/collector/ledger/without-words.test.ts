/** Texts whose words are gone from the log while somebody waits, or after somebody approved them. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { eraseOutput } from '../../../../collector/ledger/erase.ts';
import { applyRetention, setRetention } from '../../../../collector/ledger/retention.ts';
import { carryOutDue } from '../../../../collector/policy/due.ts';
import { checkReceipt } from '../../../../lib/domain/decision/receipt.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { gateOfOutput } from '../../../../lib/domain/gate/asked.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { DATABASES, freshPostgres, openFresh } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { CORRECTED, HOUR_MS } from '../policy/governed.ts';
import { policyOf } from '../policy/policies.ts';
import { plain, teamUnder } from '../policy/under.ts';

const DAY_MS = 24 * HOUR_MS;

describe.each(DATABASES)('texts without words on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  const begin = async () => {
    const all = await teamUnder(
      database,
      plain({ dueAfterHours: 8, escalation: [{ to: ['role:admin'], escalateAfterHours: 4 }] }),
    );
    const events = async (): Promise<CountersignEvent[]> => (await all.admin.get('/v1/events?limit=1000')).body.events;
    const erase = (hash: string) =>
      eraseOutput(database, { team: all.team.name, authid: 'boss', now: all.team.now }, hash);
    const output = async (hash: string) => foldOutput((await events()).filter(({ subject }) => subject === hash));
    return { ...all, events, erase, output };
  };
  const POLICY = policyOf('v1', { processes: [plain()] });

  test('nobody says yes to a text that the log does not hold any more: they cannot have read it; once it comes up again, they may', async () => {
    const { team, hash, erase } = await begin();
    await team.request('rita', hash, 'approval');
    await erase(hash);
    const say = (verdict: 'approve' | 'approve_with_notes' | 'modify' | 'block' | 'escalate', textHash = hash) =>
      team.decide('anna', 'reviewer', hash, verdict, { textHash });
    for (const verdict of ['approve', 'approve_with_notes'] as const)
      expect(await say(verdict)).toBe('refused:unknown_output');
    expect(await say('modify', addressOf({ text: CORRECTED }))).toBe('refused:unknown_output');
    const outside = await team.text('rita', 'elsewhere.example');
    await erase(outside);
    expect(await team.decide('anna', 'reviewer', outside, 'approve')).toBe('refused:unknown_output');
    // What holds it back needs no reading.
    expect(await say('escalate')).toBe('stored');
    expect(await say('block')).toBe('stored');
    expect(await team.seenAgain('rita', 'plain.example', hash)).toEqual(['stored']);
    expect(await say('approve')).toBe('stored');
    expect(await findingsOf(database, team.name)).toEqual([]);
  });

  test('retention under a pending request: it waits on and goes on to the next, and nobody approves what is gone', async () => {
    const { team, hash, events } = await begin();
    await team.request('rita', hash, 'approval');
    await setRetention(database, team.name, 'boss', 1, team.now);
    team.now = new Date(team.now.getTime() + 2 * DAY_MS);
    expect(await applyRetention(database, team.now)).toMatchObject([{ team: team.name }]);
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('refused:unknown_output');
    await carryOutDue(database, team.now);
    expect((await events()).filter(({ type }) => type === 'countersign.handoff.lapsed.v1')).toHaveLength(1);
    expect(await team.decide('anna', 'reviewer', hash, 'block', {})).toBe('stored');
  });

  test('an approval is of a text by its address: erased, the very same words may still be used, and no others', async () => {
    const { team, admin, hash, erase, output } = await begin();
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('stored');
    const decisionId = team.decisions.at(-1);
    await erase(hash);
    const folded = await output(hash);
    expect(folded).toMatchObject({ status: 'approved' });
    expect(folded?.content).toBeUndefined();
    const gate = (of: string) => folded && gateOfOutput(folded, POLICY, { hash: of, now: team.now.toISOString() });
    expect(gate(hash)).toMatchObject({ state: 'satisfied', effect: 'pass', rule: 'approved' });
    expect(gate(addressOf({ text: 'Other words.' }))).toMatchObject({ effect: 'hold', rule: 'changed_since_approval' });
    const { keys } = (await admin.get('/.well-known/jwks.json')).body;
    const { receipt } = (await admin.get(`/v1/receipts/${decisionId}`)).body;
    expect(await checkReceipt(receipt, keys)).toMatchObject({ holds: true, receipt: { hash } });
  });
});

test('two collectors at once: one exception is granted once, and the glass is broken once', async () => {
  const { place, drop } = await freshPostgres();
  const [here, there] = await Promise.all([openDatabase(place), openDatabase(place)]);
  const first = await teamUnder(here, plain());
  const other = first.team.beside(there);
  for (let round = 0; round < 5; round++) {
    const hash = await first.team.text('rita', 'plain.example');
    const { requestId } = await first.team.request('rita', hash, 'exception');
    const granted = await Promise.all([
      first.team.pass('luca', 'admin', hash, { kind: 'exception', requestId }),
      other.pass('piero', 'admin', hash, { kind: 'exception', requestId }),
    ]);
    expect(granted.toSorted()).toEqual(['refused:policy_forbids', 'stored']);
  }
  const hash = await first.team.text('rita', 'plain.example');
  const broken = await Promise.all([
    first.team.pass('luca', 'admin', hash, { kind: 'bypass' }),
    other.pass('piero', 'admin', hash, { kind: 'bypass' }),
  ]);
  expect(broken.toSorted()).toEqual(['refused:policy_forbids', 'stored']);
  expect(await findingsOf(here, first.team.name)).toEqual([]);
  await Promise.all([here.close(), there.close()]);
  await drop();
});
