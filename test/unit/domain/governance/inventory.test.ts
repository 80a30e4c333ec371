/** Tools that were seen, and what a draft of the policy says of them. */
import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../../lib/domain/policy/completeness.ts';
import {
  forbiddenAt,
  isWatchedIn,
  standingOfTool,
  toolsSeen,
  withTool,
  withToolIn,
  withWatched,
} from '../../../../lib/domain/policy/inventory.ts';
import { overlaid } from '../../../../lib/domain/policy/overlay/overlaid.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Json } from '../../../../lib/domain/policy/writing/draft.ts';

const tally = (day: string, stratum: string, host?: string) => ({ day, stratum, ...(host ? { host } : {}) });
const GEMINI = { host: 'gemini.google.com', tool: 'gemini', month: '2026-11' };
const DESK = { host: 'desk.acme.example', tool: '', month: '2026-11' };
const process = (applies: object) => ({
  ...{ id: 'faq', name: 'FAQ', applies, risk: 'medium', publishes: false, publicInterest: 'never' },
  ...{ review: { mode: 'full' }, gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' } },
});
const draftOf = (more: object = {}) => ({ format: 2, version: '1', ...more }) as Json;
const policyOf = (more: object): GovernancePolicy => policySchema.parse(draftOf(more)) as GovernancePolicy;

describe('what was seen', () => {
  it('is a host, its tool and a month: neither how much, nor of which browser or day', () => {
    const seen = toolsSeen([
      tally('2026-11-02', 'faq|gemini|', 'gemini.google.com'),
      tally('2026-11-20', '|gemini|pro', 'gemini.google.com'),
      tally('2026-10-01', '||', 'desk.acme.example'),
    ]);
    expect(seen).toEqual([{ ...DESK, month: '2026-10' }, GEMINI]);
  });

  it('is nothing of a site that is one person’s own matter', () => {
    expect(toolsSeen([tally('2026-11-02', '||')])).toEqual([]);
  });
});

describe('one press', () => {
  it('puts a tool into the list, allowed or not, and has a host watched once', () => {
    const listed = withTool(draftOf(), GEMINI, false);
    expect(standingOfTool(listed, GEMINI)).toEqual({ allowed: false, processes: [] });
    expect(policySchema.safeParse(listed).success).toBe(true);
    const watched = withWatched(withWatched(draftOf(), DESK.host), DESK.host);
    expect([isWatchedIn(watched, DESK.host), watched]).toEqual([true, draftOf({ tools: { watch: [DESK.host] } })]);
  });

  it.each<[string, object, typeof GEMINI, object]>([
    ['nothing yet', { choice: true }, GEMINI, { choice: true, tools: ['gemini'] }],
    ['other tools', { tools: ['chatgpt'] }, GEMINI, { tools: ['chatgpt', 'gemini'] }],
    ['addresses alone', { addresses: ['a.example'] }, GEMINI, { addresses: ['a.example', 'gemini.google.com'] }],
    [
      'tools at addresses',
      { tools: ['chatgpt'], addresses: ['chatgpt.com'] },
      GEMINI,
      { tools: ['chatgpt', 'gemini'], addresses: ['chatgpt.com', 'gemini.google.com'] },
    ],
    ['nothing yet, of a site without a profile', {}, DESK, { addresses: ['desk.acme.example'] }],
    [
      'tools alone, of a site without a profile: it would take them out',
      { tools: ['chatgpt'] },
      DESK,
      { tools: ['chatgpt'] },
    ],
  ])('names it in a process that names %s', (_, applies, tool, then) => {
    const named = withToolIn(draftOf({ processes: [process(applies)] }), 'faq', tool);
    expect(named).toEqual(draftOf({ processes: [process(then)] }));
  });

  it('changes nothing of a draft that is no policy, or has no such process', () => {
    for (const broken of [draftOf(), draftOf({ processes: 'none' }), 'no policy']) {
      expect(withToolIn(broken, 'faq', GEMINI)).toEqual(broken);
      expect(standingOfTool(broken, GEMINI).processes).toEqual([]);
    }
  });
});

describe('what the centre forbids', () => {
  const entry = (allowed: boolean) => ({ host: GEMINI.host, allowed });
  it('no team allows, also not by another spelling of the host', () => {
    const merged = overlaid(policyOf({ inventory: [entry(false)] }), policyOf({ inventory: [entry(true)] }));
    expect(merged.inventory).toEqual([entry(false)]);
    for (const host of ['Gemini.google.com', 'gemini.google.com ', ''])
      expect(policySchema.safeParse(draftOf({ inventory: [{ host, allowed: true }] })).success).toBe(false);
  });
});

it('a tool of which not all is said, and a forbidden one in a process, are gaps with their fields', () => {
  const gaps = (more: object) =>
    completenessOf(policyOf(more), '2026-11-28')
      .findings.filter(({ gap }) => gap === 'toolHalfSaid' || gap === 'forbiddenTool')
      .map(({ gap, field }) => [gap, field]);
  const whole = { ...GEMINI, allowed: true, owner: 'role:admin', purpose: 'Drafts', dataClass: 'public' };
  const { tool: _, month: __, ...said } = whole;
  expect(gaps({ inventory: [said] })).toEqual([]);
  expect(gaps({ inventory: [{ ...said, purpose: undefined }] })).toEqual([['toolHalfSaid', 'inventory.1.purpose']]);
  const processes = [process({ addresses: [`${GEMINI.host}/app`] })];
  expect(gaps({ inventory: [{ host: GEMINI.host, allowed: false }], processes })).toEqual([
    ['forbiddenTool', 'processes.faq.applies.addresses'],
  ]);
});

describe('a tool that the policy in force does not allow', () => {
  const NOW = '2026-11-28T12:00:00.000Z';
  const inventory = [
    { host: '*.acme.example', allowed: false },
    { host: 'desk.acme.example', allowed: true },
    { host: 'gemini.google.com', name: 'Gemini', owner: 'role:it', allowed: false },
    { host: 'localhost:3000', allowed: false },
  ];
  const at = (url: string, more: object = {}) => forbiddenAt(policyOf({ inventory, ...more }), url, NOW);

  it('is told by the host of its page, with whom to ask: its owner, else an admin', () => {
    expect(at('https://gemini.google.com/app/1')).toEqual({ name: 'Gemini', owner: 'role:it' });
    expect(at('https://chat.acme.example/')).toEqual({ name: '*.acme.example', owner: 'role:admin' });
    expect(at('http://localhost:3000/x')?.name).toBe('localhost:3000');
  });

  it.each([
    'https://desk.acme.example/',
    'https://acme.example/',
    'https://gemini.google.com.evil.example/',
    'http://localhost:4000/',
    'https://claude.ai/',
    'no address',
  ])('is not %s: allowed by a narrower entry, or not named', (url) => {
    expect(at(url)).toBeUndefined();
  });

  it('is none before the day of the policy, and without one', () => {
    expect(at('https://gemini.google.com/', { inForceFrom: '2026-12-01T00:00:00.000Z' })).toBeUndefined();
    expect(forbiddenAt(undefined, 'https://gemini.google.com/', NOW)).toBeUndefined();
  });
});
