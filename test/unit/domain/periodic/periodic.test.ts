/** The periodic review of the rules: when it is due, and what the pack that the product puts together says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CountedOutput } from '../../../../lib/domain/figures/counted.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { completenessOf } from '../../../../lib/domain/policy/completeness.ts';
import { documentAsHtml } from '../../../../lib/domain/policy/document/html.ts';
import {
  maySign,
  nextReview,
  reviewState,
  type SignedReview,
  signersOf,
  withLastReview,
} from '../../../../lib/domain/policy/periodic/due.ts';
import { PACK_FIGURES } from '../../../../lib/domain/policy/periodic/figure-words.ts';
import {
  type PackAsked,
  packFrom,
  packOf,
  packRange,
  packRead,
  packText,
  versionsIn,
} from '../../../../lib/domain/policy/periodic/pack.ts';
import { packDocument } from '../../../../lib/domain/policy/periodic/pack-document.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { TRACE } from '../making.ts';

const policyOf = (more: object = {}): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version: '7', title: 'House rules', organisation: { name: 'Acme' } },
    periodicReview: { everyMonths: 6, reviewedOn: '2026-05-28', owner: 'person:luca' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full' } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
      },
    ],
    ...more,
  }) as GovernancePolicy;

const signed = (signedAt: string, more: Partial<SignedReview> = {}): SignedReview => ({
  ...{ version: '7', from: '2026-05-28T00:00:00.000Z', until: signedAt, outcome: 'kept', pack: 'sha256:00' },
  ...{ signedAt, by: 'luca' },
  ...more,
});

describe('when it is due', () => {
  it('is counted from what the rules say, and from the last sign-off where that is later', () => {
    expect(nextReview(policyOf())).toBe('2026-11-28');
    expect(nextReview(withLastReview(policyOf(), [signed('2026-11-20T09:00:00.000Z')]))).toBe('2027-05-20');
    expect(nextReview(withLastReview(policyOf(), [signed('2026-05-01T09:00:00.000Z')]))).toBe('2026-11-28');
    expect(nextReview(policyOf({ periodicReview: undefined }))).toBeUndefined();
    expect(
      nextReview(withLastReview(policyOf({ periodicReview: undefined }), [signed('2026-11-20T09:00:00.000Z')])),
    ).toBe('2027-05-20');
  });

  it.each([
    ['2026-10-28', 'fine'],
    ['2026-10-29', 'soon'],
    ['2026-11-27', 'soon'],
    ['2026-11-28', 'overdue'],
  ] as const)('on %s it is %s', (today, state) => {
    expect(reviewState(policyOf(), today)).toBe(state);
  });

  it('is a gap of the rules until somebody signs', () => {
    const gaps = (policy: GovernancePolicy) => completenessOf(policy, '2026-12-01').findings.map(({ gap }) => gap);
    expect(gaps(policyOf())).toContain('reviewOverdue');
    expect(gaps(withLastReview(policyOf(), [signed('2026-11-30T09:00:00.000Z')]))).not.toContain('reviewOverdue');
  });
});

it('is signed by whom the rules name; by an administrator where they name nobody who could', () => {
  const [luca, admin] = [
    { subject: 'luca', role: 'reviewer' },
    { subject: 'boss', role: 'admin' },
  ];
  expect([maySign(luca, policyOf()), maySign(admin, policyOf())]).toEqual([true, false]);
  const unnamed = policyOf({ periodicReview: { everyMonths: 6 } });
  expect([maySign(luca, unnamed), maySign(admin, unnamed)]).toEqual([false, true]);
  const role = (members: string[]) =>
    policyOf({
      roles: [{ id: 'lead', name: 'Lead', members }],
      periodicReview: { everyMonths: 6, owner: 'role:lead' },
    });
  expect(maySign(admin, role([]))).toBe(true);
  expect([maySign(luca, role(['person:luca'])), maySign(admin, role(['person:luca']))]).toEqual([true, false]);
  expect(signersOf(role(['person:luca']))).toEqual(['role:lead']);
});

describe('the versions of the period', () => {
  const line = (number: number, inForceFrom: string, title: string) => ({
    ...{ number, version: `v${number}`, inForceFrom, publishedAt: inForceFrom, by: 'boss' },
    text: { format: 2, version: `v${number}`, title },
  });
  const ALL = [
    line(4, '2026-12-24T00:00:00.000Z', 'Later'),
    line(3, '2026-09-01T00:00:00.000Z', 'House rules'),
    line(2, '2026-04-01T00:00:00.000Z', 'Rules'),
    line(1, '2026-01-01T00:00:00.000Z', 'First'),
  ];
  it('begin with the one that held at its start, and say what each changed', () => {
    const found = versionsIn(ALL, '2026-05-28T00:00:00.000Z', '2026-11-28T00:00:00.000Z');
    expect(found.map(({ number }) => number)).toEqual([2, 3]);
    expect(found[0]).not.toHaveProperty('differences');
    expect(found[1]?.differences).toContainEqual({ field: 'title', before: '"Rules"', after: '"House rules"' });
  });
  it('are all of them where the first came within it', () => {
    const found = versionsIn(ALL.slice(1), '2025-12-01T00:00:00.000Z', '2026-11-28T00:00:00.000Z');
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

const [FROM, UNTIL] = ['2026-05-28T00:00:00.000Z', '2026-11-28T12:00:00.000Z'];
const PEOPLE = ['anna', 'bice', 'carlo', 'dino', 'elsa'];
const output = (n: number, by: string, defect: boolean): CountedOutput => ({
  hash: addressOf({ text: `Answer ${n}.` }),
  trace: { ...TRACE, completedAt: '2026-10-01T08:00:00.000Z' },
  reports: [],
  decisions: [
    {
      ...{ decisionId: `${n}`, verdict: defect ? 'block' : 'approve', reportIds: [], source: by, author: by },
      decidedAt: '2026-10-01T10:00:00.000Z',
    },
  ],
  inProcess: {
    ...{ requests: [], questions: [], handoffs: [] },
    exceptions:
      n === 1
        ? [
            {
              ...{ exceptionId: 'e', kind: 'bypass', policyVersion: '7', processId: 'faq', hash: '', source: by },
              ...{
                madeAt: '2026-10-02T08:00:00.000Z',
                from: '2026-10-02T08:00:00.000Z',
                until: '2026-10-02T09:00:00.000Z',
              },
            },
          ]
        : [],
  },
});

const ASKED: PackAsked = {
  ...{ policy: policyOf(), from: FROM, until: UNTIL, scope: 'team' },
  proposed: policyOf({
    version: '8',
    processes: [{ ...policyOf().processes?.[0], review: { mode: 'earned', clean: 5, oneIn: 10 } }],
  }),
};
const readOf = (people: readonly string[]) =>
  packRead(ASKED, {
    outputs: Array.from({ length: 40 }, (_, n) => output(n + 1, people[n % people.length] ?? '', n === 30)),
    ...{
      tallies: [],
      baselines: new Map(),
      stopped: new Set<string>(),
      probes: new Map(),
      signed: [signed('2026-05-28T09:00:00.000Z')],
    },
  });
const packWith = (people: readonly string[]) =>
  packOf({ asked: ASKED, versions: [], months: ['2026-06', '2026-11'], figures: [], read: readOf(people) });

describe('the pack', () => {
  it('has what was passed without an approval, what is open, and the period replayed under what is proposed', () => {
    const { processes, open, replay } = readOf(PEOPLE);
    expect(processes).toMatchObject([
      {
        recorded: { texts: 40, reviewed: 40, defects: 1 },
        passes: { override: 0, exception: 0, bypass: 1, unseen: 1 },
        isStopped: false,
      },
    ]);
    expect(open).toMatchObject({ unseen: 1, requests: 0 });
    expect(replay[0]?.replay.saved).toBeGreaterThan(10);
    expect(packWith(PEOPLE).proposed?.differences).toContainEqual({
      field: 'processes.faq.review.mode',
      before: '"full"',
      after: '"earned"',
    });
  });

  it('tells no figure of fewer than five people’s work', () => {
    const [process] = readOf(PEOPLE.slice(0, 4)).processes;
    expect(process?.recorded).toMatchObject({ texts: 40 });
    for (const field of ['reviewed', 'defects', 'medianHours', 'people'])
      expect(process?.recorded).not.toHaveProperty(field);
  });

  it('is the same file each time, and another one as soon as anything differs', () => {
    expect(packText(packWith(PEOPLE))).toBe(packText(packWith(PEOPLE)));
    expect(packText(packWith(PEOPLE))).not.toBe(packText(packWith(PEOPLE.slice(0, 4))));
  });

  it('is of the time since the last sign-off, else of as long as between two; figures are of whole months', () => {
    expect(packFrom(policyOf(), '2026-11-28')).toBe(FROM);
    expect(packFrom(policyOf({ periodicReview: { everyMonths: 3 } }), '2026-11-30')).toBe('2026-08-30T00:00:00.000Z');
    const range = (everyMonths: number) => packRange({ periodicReview: { everyMonths } });
    expect([1, 2, 6, 9, 24].map(range)).toEqual(['month', 'quarter', 'half', 'year', 'year']);
  });

  it.each(['en', 'it'] as const)('is a document with every part, in %s', (language) => {
    const pack = packWith(PEOPLE);
    const printing = { language, today: '2026-11-28', hash: `sha256:${'5b'.repeat(32)}` };
    const made = packDocument(pack, printing);
    const headings = made.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? block.text : []));
    expect(headings).toHaveLength(9);
    const html = documentAsHtml(made);
    expect(html).toContain(language === 'it' ? 'Riesame delle regole' : 'Review of the rules');
    expect(html).toContain(printing.hash);
    expect(html).toContain('____');
    const own = signed('2026-11-28T12:30:00.000Z', { pack: printing.hash, note: 'Refunds <b>need</b> a point.' });
    const after = documentAsHtml(packDocument(pack, { ...printing, own }));
    expect(after).toContain('Refunds &lt;b&gt;need&lt;/b&gt; a point.');
    expect(after).not.toContain('____');
  });
});

it('calls the figures as their page does, in both languages', () => {
  const named = (language: string) =>
    (parse(readFileSync(`locales/${language}.yml`, 'utf8')) as { figures: { name: Record<string, string> } }).figures
      .name;
  const [en, it] = [named('en'), named('it')];
  for (const [id, words] of Object.entries(PACK_FIGURES)) expect([en[id], it[id]]).toEqual([...words]);
});
