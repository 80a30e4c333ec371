/** What people do at a gate, in the background: asked once, answered by a checklist, let through, seen in the queue. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askAtGate, chooseAtGate, overrideAtGate } from '../../../lib/background/gate/acts.ts';
import { inItsProcess } from '../../../lib/background/gate/deciding.ts';
import { comeBack, goAway } from '../../../lib/background/gate/delegations.ts';
import { breakGlass } from '../../../lib/background/gate/emergency.ts';
import { passOn } from '../../../lib/background/gate/handoffs.ts';
import { askInformation, giveInformation } from '../../../lib/background/gate/questions.ts';
import { answeredOf } from '../../../lib/background/gate/said.ts';
import { say } from '../../../lib/background/spine/act.ts';
import { eventWith, makeEvent } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { addressOf } from '../../../lib/domain/output/address.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { type GovernancePolicy, policySchema } from '../../../lib/domain/policy/policy.ts';
import type { Sender } from '../../../lib/messages/sender.ts';
import { ownSource } from '../../../lib/settings/installation.ts';
import { policyLoaded } from '../../../lib/settings/items.ts';
import { firstInLine, queueSize } from '../../../lib/store/ask/line.ts';
import { absences, makersOf, outputByHash } from '../../../lib/store/ask/queries.ts';
import { db, type TargetRow } from '../../../lib/store/db.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { ANNA, HASH, LUCA, OTHER_HASH, reportId, seen } from '../domain/making.ts';

const PROCESS = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full' } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
  checklist: [
    { id: 'price', text: 'The prices are those of the list.', without: 'block' },
    { id: 'why', text: 'Why it may be used', kind: 'text', without: 'warn' },
  ],
};
const policyOf = (process: object = {}): GovernancePolicy =>
  policySchema.parse({ format: 2, version: '7', processes: [{ ...PROCESS, ...process }] }) as GovernancePolicy;

const PANEL: Sender = { kind: 'panel' };
/** A page that never told of the output. */
const PAGE: Sender = {
  kind: 'page',
  tabId: 1,
  frameId: 0,
  url: 'https://chatgpt.com/c/1',
  origin: 'https://chatgpt.com',
};

async function lay(policy: GovernancePolicy): Promise<void> {
  const now = new Date().toISOString();
  await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt: now, checkedBy: '0' });
}

const known = async (): Promise<Output> => {
  const output = await outputByHash(HASH);
  if (!output) throw new Error('no output');
  return output;
};
const inLine = async () => (await firstInLine({ sieve: {}, order: 'gravest', policy: undefined }))?.line.slice(0, 9);
const effect = async (policy: GovernancePolicy) =>
  answeredOf(await known(), policy, new Date().toISOString()).said?.effect;

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('It cannot wait');
  await db.delete({ disableAutoOpen: false });
  await append(await seen());
  await lay(policyOf());
});

describe('an approval', () => {
  it('is asked for once, however often, and waits in the queue until it is answered', async () => {
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    const { said } = await askAtGate({ hash: HASH, kind: 'approval', note: 'Today, please.' }, PANEL);
    expect(said?.asked).toEqual(['approval']);
    expect((await known()).inProcess?.requests).toHaveLength(1);
    expect(await inLine()).toEqual([HASH]);
    expect(await queueSize()).toBe(1);
    const facts = { decisionId: reportId(5), verdict: 'block' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, { note: 'No.' });
    expect(await queueSize()).toBe(0);
  });

  it('lacks what blocks, records what only warns, and opens the gate for its text, process and version', async () => {
    const decide = { hash: HASH, verdict: 'approve' as const, reportIds: [] };
    await expect(inItsProcess(await known(), decide)).rejects.toThrow('incomplete');
    const checklist = { answered: ['price'], left: ['why'] };
    const { facts, content } = await inItsProcess(await known(), { ...decide, checklist });
    expect(facts.inProcess).toEqual({ processId: 'faq', policyVersion: '7', textHash: HASH, ...checklist });
    const made = { decisionId: reportId(6), verdict: 'approve' as const, reportIds: [], ...facts };
    await say('countersign.decision.made.v1', HASH, made, content);
    expect(await effect(policyOf())).toBe('pass');
    expect(await effect({ ...policyOf(), version: '8' })).toBe('hold');
  });

  it('of a correction is of the text as it is recorded, with its personal data masked; answers are recorded with it', async () => {
    const decide = {
      ...{ hash: HASH, verdict: 'modify' as const, reportIds: [], correctedText: 'Write to anna@example.com.' },
      checklist: { answered: ['price', 'why'], left: [], answers: { why: 'It is true.' } },
    };
    const { facts, content } = await inItsProcess(await known(), decide);
    const made = { decisionId: reportId(7), verdict: 'modify' as const, reportIds: [], ...facts };
    await say('countersign.decision.made.v1', HASH, made, { correctedText: decide.correctedText, ...content });
    const [decision] = (await known()).decisions;
    expect(decision?.content?.correctedText).not.toContain('anna@');
    expect(decision?.inProcess?.textHash).toBe(addressOf({ text: decision?.content?.correctedText ?? '' }));
    expect(decision?.content?.answers).toEqual({ why: 'It is true.' });
  });

  it('is not for whoever brought the text up, nor for who designed the process', async () => {
    const member = { targetId: 'collector', kind: 'collector', subject: 'anna', role: 'admin' } as Partial<TargetRow>;
    await db.targets.put({ settings: {}, cursor: '', state: 'idle', attempts: 0, addedAt: '', ...member } as TargetRow);
    const decide = {
      hash: HASH,
      verdict: 'approve' as const,
      reportIds: [],
      checklist: { answered: ['price'], left: ['why'] },
    };
    // By somebody else, as far as this browser knows.
    await expect(inItsProcess(await known(), decide)).resolves.toBeDefined();
    await lay(policyOf({ designers: ['person:anna'] }));
    await expect(inItsProcess(await known(), decide)).rejects.toThrow('not_allowed');
  });
});

it('a text is of whoever had it made, not of those who looked at it later', async () => {
  await append(await seen({ source: LUCA }));
  expect(await makersOf(HASH)).toEqual([{ source: ANNA }]);
});

describe('going on with a reason', () => {
  it('lets the text through for a while, and waits to be looked at', async () => {
    const { said } = await overrideAtGate({ hash: HASH, reason: 'urgent' }, PANEL);
    expect(said).toMatchObject({ state: 'overridden', effect: 'pass' });
    expect(said?.endsInMs).toBeLessThanOrEqual(60 * 60_000);
    expect(await inLine()).toEqual([HASH]);
    expect((await known()).inProcess?.exceptions[0]?.reason).toBe('It cannot wait');
  });

  it('leaves the approval to somebody else', async () => {
    const member = {
      targetId: 'collector',
      kind: 'collector',
      subject: 'luca',
      role: 'reviewer',
    } as Partial<TargetRow>;
    await db.targets.put({
      settings: {},
      cursor: '',
      state: 'idle',
      attempts: 0,
      addedAt: '',
      filter: EVERYTHING,
      ...member,
    } as TargetRow);
    await overrideAtGate({ hash: HASH, reason: 'urgent' }, PANEL);
    const checklist = { answered: ['price'], left: ['why'] };
    const decide = { hash: HASH, verdict: 'approve' as const, reportIds: [], checklist };
    await expect(inItsProcess(await known(), decide)).rejects.toThrow('not_allowed');
    await expect(inItsProcess(await known(), { ...decide, verdict: 'block' })).resolves.toBeDefined();
  });

  it('is refused where the policy has none, and of a text that is blocked', async () => {
    const facts = { decisionId: reportId(7), verdict: 'block' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, { note: 'No.' });
    await expect(overrideAtGate({ hash: HASH, reason: 'urgent' }, PANEL)).rejects.toThrow('not_allowed');
  });
});

describe('a page', () => {
  it('does nothing with a text that it does not show', async () => {
    await expect(askAtGate({ hash: HASH, kind: 'approval' }, PAGE)).rejects.toThrow('not_found');
    await expect(chooseAtGate({ hash: HASH, concernsPublic: false }, PAGE)).rejects.toThrow('not_found');
  });
});

it('a process is chosen only where the policy leaves it to people', async () => {
  await expect(chooseAtGate({ hash: HASH, processId: 'faq' }, PANEL)).rejects.toThrow('not_allowed');
  await lay(policyOf({ applies: { choice: true } }));
  const { said } = await chooseAtGate({ hash: HASH, processId: 'faq' }, PANEL);
  expect(said?.process).toEqual({ processId: 'faq', name: 'FAQ answers' });
});

describe('the glass', () => {
  const inEmergency = { hash: HASH, words: 'The server burns.', hours: 4 };

  it('is broken with a reason and for hours, stands in the queue, and not again before somebody has looked', async () => {
    const { said } = await breakGlass(inEmergency, PANEL);
    expect(said).toMatchObject({ state: 'bypassed', effect: 'pass' });
    expect(said?.endsInMs).toBeLessThanOrEqual(4 * 60 * 60_000);
    expect(await queueSize()).toBe(1);
    const other = await seen({ subject: OTHER_HASH });
    await append(other);
    await expect(breakGlass({ ...inEmergency, hash: OTHER_HASH }, PANEL)).rejects.toThrow('glass_broken');
    const facts = { decisionId: reportId(8), verdict: 'block' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, { note: 'No.' });
    expect((await breakGlass({ ...inEmergency, hash: OTHER_HASH }, PANEL)).said?.state).toBe('bypassed');
  });

  it('stays whole before a text that was blocked, in a process that was stopped, and for whom the policy does not name', async () => {
    await lay(policyOf({ stopped: true }));
    await expect(breakGlass(inEmergency, PANEL)).rejects.toThrow('not_allowed');
    await lay(policyOf({ authority: { bypass: ['person:piero'] } }));
    await expect(breakGlass(inEmergency, PANEL)).rejects.toThrow('not_allowed');
    await lay(policyOf());
    const facts = { decisionId: reportId(8), verdict: 'block' as const, reportIds: [] };
    await say('countersign.decision.made.v1', HASH, facts, { note: 'No.' });
    await expect(breakGlass(inEmergency, PANEL)).rejects.toThrow('not_allowed');
  });
});

describe('somebody who cannot judge', () => {
  it('passes the text on and attests nothing; the request waits still, for whoever comes next', async () => {
    await lay(
      policyOf({
        escalation: [{ to: ['person:piero'], escalateAfterHours: 4 }],
        publishes: true,
        publicInterest: 'always',
      }),
    );
    await expect(passOn({ hash: HASH }, PANEL)).rejects.toThrow('answered');
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await passOn({ hash: HASH, note: ' Not my field. ' }, PANEL);
    const output = await known();
    expect(output.inProcess?.handoffs).toMatchObject([
      { to: ['person:piero'], why: 'handed_off', step: 0, note: 'Not my field.' },
    ]);
    expect(output.decisions).toEqual([]);
    expect(output.inProcess?.requests[0]?.answeredBy).toBeUndefined();
    const [made] = (await db.events.toArray()).filter(({ event }) => event.type === 'countersign.handoff.made.v1');
    expect(Object.keys(made?.event.data.facts ?? {}).sort()).toEqual(['handoffId', 'step', 'to', 'why']);
    expect(await effect(policyOf())).toBe('hold');
  });

  it('cannot where nobody comes next, nor where the policy does not let them', async () => {
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await expect(passOn({ hash: HASH }, PANEL)).rejects.toThrow('not_found');
    await lay(policyOf({ fallback: ['person:ada'], authority: { escalate: ['person:ada'] } }));
    await expect(passOn({ hash: HASH }, PANEL)).rejects.toThrow('not_allowed');
  });
});

describe('a question before the decision', () => {
  it('is asked of what waits, answered once, and both stay on record', async () => {
    await expect(askInformation({ hash: HASH, words: 'Which year?' })).rejects.toThrow('answered');
    await askAtGate({ hash: HASH, kind: 'approval' }, PANEL);
    await askInformation({ hash: HASH, words: 'Which year?' });
    const questionId = (await known()).inProcess?.questions[0]?.questionId ?? '';
    await giveInformation({ hash: HASH, questionId, words: '2026' });
    await expect(giveInformation({ hash: HASH, questionId, words: '2027' })).rejects.toThrow('answered');
    expect((await known()).inProcess?.questions).toMatchObject([{ text: 'Which year?', answer: { text: '2026' } }]);
  });
});

describe('somebody who is away', () => {
  const member = (subject: string, role: string) => {
    const row = { targetId: 'collector', kind: 'collector', filter: EVERYTHING, subject, role } as Partial<TargetRow>;
    return db.targets.put({ settings: {}, cursor: '', state: 'paused', attempts: 0, addedAt: '', ...row } as TargetRow);
  };
  const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();

  it('says who decides meanwhile, and takes it back; nobody but who decides, for a time that is still to come', async () => {
    await member('luca', 'reviewer');
    await goAway({ to: 'pia', since: hour(-1), until: hour(1) });
    const [absence] = await absences(await ownSource());
    expect(absence).toMatchObject({ from: 'luca', to: 'pia' });
    await comeBack({ delegationId: absence?.delegationId ?? '' });
    const [ended] = await absences(await ownSource());
    expect(Date.parse(ended?.until ?? '')).toBeLessThanOrEqual(Date.now());
    await expect(goAway({ to: 'luca', since: hour(0), until: hour(1) })).rejects.toThrow('incomplete');
    await expect(goAway({ to: 'pia', since: hour(-2), until: hour(-1) })).rejects.toThrow('incomplete');
    await member('luca', 'reporter');
    await expect(goAway({ to: 'pia', since: hour(0), until: hour(1) })).rejects.toThrow('not_allowed');
  });

  it('is named in what the stand-in decides', async () => {
    await member('pia', 'reviewer');
    await lay(policyOf({ authority: { approve: ['person:luca'] } }));
    const decide = {
      ...{ hash: HASH, verdict: 'approve' as const, reportIds: [] },
      checklist: { answered: ['price'], left: ['why'] },
    };
    await expect(inItsProcess(await known(), decide)).rejects.toThrow('not_allowed');
    const id = reportId(30);
    const facts = { delegationId: id, to: 'pia', since: hour(-1), until: hour(1) };
    const said = await makeEvent('countersign.delegation.made.v1', LUCA, `urn:countersign:delegation:${id}`, facts);
    await append(eventWith(said, { authid: 'luca' }));
    expect((await inItsProcess(await known(), decide)).facts.inProcess?.onBehalfOf).toBe('luca');
  });
});
