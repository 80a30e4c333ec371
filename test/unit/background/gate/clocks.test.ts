/** A computer whose clock is wrong: what ends at the gate is judged by the team's clock. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answeredNow } from '../../../../lib/background/gate/at-gate.ts';
import { breakGlass } from '../../../../lib/background/gate/emergency.ts';
import { collectorPolicies } from '../../../../lib/background/policy/from-collector.ts';
import { say } from '../../../../lib/background/spine/act.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { policyFromCollector } from '../../../../lib/settings/items.ts';
import { teamNow } from '../../../../lib/settings/team-clock.ts';
import { outputByHash } from '../../../../lib/store/ask/queries.ts';
import { db } from '../../../../lib/store/db.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { HASH, reportId, seen } from '../../domain/making.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const POLICY = policySchema.parse({
  ...{ format: 2, version: '7' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' }, approval: { days: 7 } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
    },
  ],
}) as GovernancePolicy;

/** The collector's policy, as it came when its clock was so far ahead of this computer's. */
async function policyFrom(aheadMs: number): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z';
  const current = {
    ...{ number: 1, hash: `sha256:${'0'.repeat(64)}`, inForceFrom: at, publishedAt: at, policy: POLICY },
    ...{ text: JSON.stringify(POLICY), acceptedAt: at, checkedBy: '0' },
  };
  const key = { kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'x', kid: 'k' };
  await policyFromCollector.setValue({ team: 'acme', key, current, aheadMs, checkedBy: '0' });
}

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('It cannot wait');
  Object.assign(browser.runtime, { getManifest: () => ({ version: '0' }) });
  await db.delete({ disableAutoOpen: false });
  await append(await seen());
});

it('an approval that has ended does not hold again on a computer that was set back', async () => {
  await policyFrom(0);
  const inProcess = { processId: 'faq', policyVersion: '7', textHash: HASH, answered: [], left: [] };
  const facts = { decisionId: reportId(6), verdict: 'approve' as const, reportIds: [], inProcess };
  await say('countersign.decision.made.v1', HASH, facts, {});
  expect((await answeredNow(HASH)).said?.effect).toBe('pass');
  // Eight days later, on a computer whose clock was set back to the day of the approval.
  await policyFrom(8 * DAY_MS);
  expect((await answeredNow(HASH)).said).toMatchObject({ effect: 'hold', rule: 'approval_ended' });
});

it('on one that is three hours fast, an emergency holds at once, and no longer than the collector takes', async () => {
  await policyFrom(-3 * HOUR_MS);
  const { said } = await breakGlass({ hash: HASH, words: 'The line is down.', hours: 8 }, { kind: 'panel' });
  expect(said).toMatchObject({ state: 'bypassed', effect: 'pass' });
  expect(Math.abs((said?.endsInMs ?? 0) - 8 * HOUR_MS)).toBeLessThan(60_000);
  const until = (await outputByHash(HASH))?.inProcess?.exceptions[0]?.until ?? '';
  expect(Math.abs(Date.parse(until) - (Date.now() + 5 * HOUR_MS))).toBeLessThan(60_000);
});

it('a clock that is set after the policy came is found with the next answer, also where nothing is new', async () => {
  await policyFrom(0);
  await collectorPolicies.tellTime('acme', new Date(Date.now() + DAY_MS).toISOString());
  expect(Date.parse(await teamNow()) - Date.now()).toBeGreaterThan(DAY_MS - 60_000);
  // What an answer takes on its way is no error of a clock; nor does another team's collector set it.
  await collectorPolicies.tellTime('acme', new Date(Date.now() + 900).toISOString());
  await collectorPolicies.tellTime('beta', new Date(Date.now() + DAY_MS).toISOString());
  const [before, told, after] = [Date.now(), Date.parse(await teamNow()), Date.now()];
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(after);
});
