/** What was done at a gate under rules that the team's server does not have: it counts until the server refuses it, and is done anew. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askAtGate, overrideAtGate } from '../../../../lib/background/gate/acts.ts';
import { inItsProcess } from '../../../../lib/background/gate/deciding.ts';
import { say } from '../../../../lib/background/spine/act.ts';
import { refusedSince } from '../../../../lib/domain/decision/refused.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { openRequests } from '../../../../lib/domain/output/process-record.ts';
import { policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Sender } from '../../../../lib/messages/sender.ts';
import { policyLoaded } from '../../../../lib/settings/items.ts';
import { queueSize } from '../../../../lib/store/ask/line.ts';
import { outputByHash } from '../../../../lib/store/ask/queries.ts';
import { db, type TargetRow } from '../../../../lib/store/db.ts';
import { leaveOut } from '../../../../lib/store/write/outbox.ts';
import { append, resend, settle } from '../../../../lib/store/write/writes.ts';
import { HASH, LUCA, reportId, seen } from '../../domain/making.ts';

const PANEL: Sender = { kind: 'panel' };

/** The rules in force, as a person loads them or the server sends them. */
async function lay(version: string, process: object = {}): Promise<void> {
  const policy = policySchema.parse({
    ...{ format: 2, version },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full' } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
        ...process,
      },
    ],
  });
  const acceptedAt = new Date().toISOString();
  await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt, checkedBy: '0' });
}

/** The server answers for all that waits: it refuses what it has a say in, and takes the rest. */
async function answer(code: string): Promise<void> {
  const marks = await db.outbox.where({ targetId: 'collector', state: 'waiting' }).toArray();
  const stored = await db.events.bulkGet(marks.map(({ key }) => key));
  const results = stored.flatMap((row, at) => {
    if (!row) return [];
    const { key, subject, event } = row;
    const isText = event.type === 'countersign.output.seen.v1';
    return isText
      ? { key, subject, outcome: 'accepted' as const, sequence: String(at + 1).padStart(16, '0') }
      : { key, subject, outcome: 'rejected' as const, reason: 'As the server puts it.', code };
  });
  await settle('collector', results);
}

async function known() {
  const output = await outputByHash(HASH);
  if (!output) throw new Error('no output');
  return output;
}
const open = async () => openRequests((await known()).inProcess ?? { requests: [] });
const refused = async () => refusedSince(await known()).map(({ what, why }) => [what, why]);

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('It cannot wait');
  await db.delete({ disableAutoOpen: false });
  const target: Partial<TargetRow> = { targetId: 'collector', kind: 'collector', filter: EVERYTHING };
  await db.targets.put({ settings: {}, cursor: '', state: 'idle', attempts: 0, addedAt: '', ...target } as TargetRow);
  await append(await seen());
  await lay('mine');
});

describe('a request that the server refused', () => {
  it('waits for nobody, says why, and asking again under the server’s rules asks', async () => {
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await answer('other_version');
    expect([await open(), await queueSize(), await refused()]).toEqual([[], 0, [['approval', 'other_version']]]);
    await lay('of the server');
    const { said } = await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    expect(said?.asked).toEqual(['approval']);
    expect(await open()).toMatchObject([{ policyVersion: 'of the server' }]);
    expect([await queueSize(), await refused()]).toEqual([1, []]);
  });

  it('is asked anew also before the server has refused it, and twice is once', async () => {
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await lay('of the server');
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    expect((await open()).map(({ policyVersion }) => policyVersion)).toEqual(['mine', 'of the server']);
  });

  it('counts again while it is sent again, and stays refused where somebody leaves it out', async () => {
    await askAtGate({ hash: HASH, kind: 'exception' }, PANEL);
    await answer('policy_forbids');
    const [mark] = await db.outbox.where({ targetId: 'collector', state: 'refused' }).toArray();
    await resend('collector', mark?.key);
    expect(await open()).toHaveLength(1);
    await answer('policy_forbids');
    await leaveOut('collector', mark?.key ?? '');
    expect([await open(), await refused()]).toEqual([[], [['exception', 'policy_forbids']]]);
  });
});

it('a signature of a regulated process is not given without a sign-in of now, also before the server is asked', async () => {
  await lay('mine', { risk: 'regulated', signInWithinMinutes: 5 });
  await append(await seen({ source: LUCA }));
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const sign = async (signedInAt: string | undefined, verdict: 'approve' | 'block' = 'approve') => {
    await db.targets.update('collector', { subject: 'anna', role: 'reviewer', signedInAt });
    const checklist = { answered: [], left: [], meaning: 'approval' as const };
    return inItsProcess(await known(), { hash: HASH, verdict, reportIds: [], checklist });
  };
  for (const stale of [undefined, ago(6), ago(-5), 'yesterday'])
    await expect(sign(stale)).rejects.toThrow('sign_in_needed');
  await expect(sign(undefined, 'block')).resolves.toBeDefined();
  expect((await sign(ago(4))).facts.inProcess).toMatchObject({ meaning: 'approval' });
});

describe('what somebody did on their own word', () => {
  it('lets nothing through once the server has refused it', async () => {
    const { said } = await overrideAtGate({ hash: HASH, reason: 'urgent' }, PANEL);
    expect(said?.state).toBe('overridden');
    await answer('policy_forbids');
    const after = await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    expect(after.said).toMatchObject({ state: 'unsatisfied', effect: 'hold' });
  });

  it('approves nothing: a decision that the server refused moves no status, and stands as refused', async () => {
    const facts = { decisionId: reportId(5), verdict: 'approve' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, {});
    expect((await known()).status).toBe('approved');
    await answer('sign_in_needed');
    expect(await known()).toMatchObject({ status: 'unreviewed', decisions: [] });
    expect(await refused()).toEqual([['decision', 'sign_in_needed']]);
  });

  it('counts where another endpoint than the team’s server refused it', async () => {
    const facts = { decisionId: reportId(5), verdict: 'approve' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, {});
    const [mark] = await db.outbox.where({ targetId: 'collector', state: 'waiting' }).reverse().toArray();
    await settle('slack', [{ key: mark?.key ?? '', subject: HASH, outcome: 'rejected', reason: 'too_large' }]);
    expect((await known()).status).toBe('approved');
  });
});
