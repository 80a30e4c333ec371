/** The draw, as a browser has it made: only where the stratum is sampled, once, and what it asks for is handed in by itself. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { drawFor } from '../../../../lib/background/review/draws.ts';
import { haveMoved, strataNow } from '../../../../lib/background/review/strata.ts';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import { eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { hashText } from '../../../../lib/domain/output/hash.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { policyLoaded } from '../../../../lib/settings/items.ts';
import { queueSize } from '../../../../lib/store/ask/line.ts';
import { outputByHash } from '../../../../lib/store/ask/queries.ts';
import { db, type TargetRow } from '../../../../lib/store/db.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { HASH, LUCA, reportId, seen, TRACE } from '../../domain/making.ts';

const POLICY = policySchema.parse({
  ...{ format: 2, version: '7' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'earned', clean: 2, oneIn: 10 } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
    },
  ],
}) as GovernancePolicy;

let order = 0;
/** A text of the team that somebody decided on, as the collector has put it in order. */
async function reviewed(n: number, verdict: Verdict = 'approve'): Promise<Output> {
  const subject = await hashText(`Answer ${n}.`);
  const inProcess = { processId: 'faq', policyVersion: '7', textHash: subject, answered: [], left: [] };
  const decision = { decisionId: reportId(n), verdict, reportIds: [], inProcess };
  const content = { text: `Answer ${n}.` };
  const facts = { outputId: `chatgpt:1:${n}`, trace: TRACE };
  const events = [
    await makeEvent('countersign.output.seen.v1', LUCA, subject, facts, content),
    await makeEvent('countersign.decision.made.v1', LUCA, subject, decision, { note: 'Looked at.' }),
  ];
  for (const event of events)
    await append(eventWith(event, { sequence: String(++order).padStart(16, '0'), authid: 'luca' }));
  return known(subject);
}

async function known(hash = HASH): Promise<Output> {
  const output = await outputByHash(hash);
  if (!output) throw new Error('no output');
  return output;
}

/** What the collector is asked, and says. */
function collector(outcome: string): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${new URL(url).pathname} ${JSON.parse(String(init.body)).hash}`);
    return new Response(JSON.stringify({ outcome }), { headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await append(await seen());
  await haveMoved([{ ...(await known()), status: 'approved' }], POLICY);
  const acceptedAt = new Date().toISOString();
  await policyLoaded.setValue({ policy: POLICY, text: JSON.stringify(POLICY), acceptedAt, checkedBy: '0' });
  const settings = { address: 'https://collector.example', token: 'secret' };
  const row = { targetId: 'collector', kind: 'collector', filter: EVERYTHING, state: 'paused' } as Partial<TargetRow>;
  await db.targets.put({ settings, cursor: '', attempts: 0, addedAt: '', ...row } as TargetRow);
});

/** The stratum is opened by two clean ones. */
async function opened(): Promise<void> {
  const clean = [await reviewed(1), await reviewed(2)];
  expect(await haveMoved(clean, POLICY)).toBe(true);
  // Nothing has moved since.
  expect(await haveMoved(clean, POLICY)).toBe(false);
}

describe('a text of a stratum', () => {
  it('is drawn by nobody while everything is reviewed', async () => {
    const asked = collector('auto_accept');
    await drawFor([await known()]);
    expect(asked).toEqual([]);
  });

  it('is drawn by the collector once it is sampled; what was drawn is handed in, once', async () => {
    const asked = collector('ask');
    await opened();
    await drawFor([await known()]);
    expect(asked).toEqual([`POST /v1/draws ${HASH}`]);
    expect(await queueSize()).toBe(1);
    await drawFor([await known()]);
    expect((await known()).inProcess?.requests).toHaveLength(1);
  });

  it('is not drawn where the tool itself says less than the rules ask for: it never counts as one that passed', async () => {
    const asked = collector('auto_accept');
    await opened();
    const review = { mode: 'earned', clean: 2, oneIn: 10, confidence: 0.85 } as const;
    const policy = { ...POLICY, processes: POLICY.processes?.map((process) => ({ ...process, review })) };
    const acceptedAt = new Date().toISOString();
    await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt, checkedBy: '0' });
    const output = await known();
    const saying = (statedConfidence: string) => ({ ...output, trace: { ...output.trace, statedConfidence } });
    await drawFor([saying('Confidence: 84 %')]);
    expect(asked).toEqual([]);
    await drawFor([saying('Confidence: 85 %')]);
    expect(asked).toEqual([`POST /v1/draws ${HASH}`]);
  });

  it('goes nowhere where the record is enough, or the collector says that all is reviewed', async () => {
    for (const outcome of ['auto_accept', 'review']) {
      collector(outcome);
      await opened();
      await drawFor([await known()]);
      expect(await queueSize()).toBe(0);
      await db.outputs.clear();
      await db.events.clear();
      await append(await seen());
      await haveMoved([{ ...(await known()), status: 'approved' }], POLICY);
    }
  });

  it('is drawn no more once a defect has closed it, which is told at once', async () => {
    const asked = collector('ask');
    await opened();
    expect(await haveMoved([await reviewed(3, 'block')], POLICY)).toBe(true);
    const [process] = POLICY.processes ?? [];
    const view = process && (await strataNow(POLICY))?.of(process, await known());
    expect(view).toMatchObject({ standing: { mode: 'tightened' }, accepts: false });
    await drawFor([await known()]);
    expect(asked).toEqual([]);
  });

  it('waits as every other text does where there is no collector', async () => {
    const asked = collector('ask');
    await opened();
    await db.targets.clear();
    await drawFor([await known()]);
    expect(asked).toEqual([]);
    expect(await queueSize()).toBe(0);
  });
});
