/** Random policies, people and questions for the properties of governance: every field of a process, and of what lies around. */

import { SEVERITIES } from '../../../../lib/domain/codes.ts';
import { PROMPT_KEPT } from '../../../../lib/domain/output/trace.ts';
import { EFFECTS } from '../../../../lib/domain/policy/effect.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import { GATE_MODES, type Process, PUBLIC_INTEREST, RISKS, VERBS } from '../../../../lib/domain/policy/process.ts';
import { fc } from '../../property.ts';

const party = fc.constantFrom(
  'person:anna',
  'person:luca',
  'person:piero',
  'role:reviewer',
  'role:reporter',
  'role:desk',
  'group:legal',
);
const parties = fc.uniqueArray(party, { minLength: 1, maxLength: 3 });
const effect = fc.constantFrom(...EFFECTS);
const hours = fc.constantFrom(1, 4, 24);

/** A process with any rules; its id and where it applies stay the same. */
export const anyProcess: fc.Arbitrary<Process> = fc.record(
  {
    id: fc.constant('faq'),
    name: fc.constant('FAQ answers'),
    applies: fc.constant({ tools: ['chatgpt'] }),
    risk: fc.constantFrom(...RISKS),
    publishes: fc.boolean(),
    publicInterest: fc.constantFrom(...PUBLIC_INTEREST),
    purpose: fc.constant('Answers to customers'),
    owner: party,
    designers: fc.uniqueArray(party, { maxLength: 2 }),
    authority: fc.record(
      Object.fromEntries(VERBS.map((verb) => [verb, parties])) as Record<(typeof VERBS)[number], typeof parties>,
      { requiredKeys: [] },
    ),
    fallback: parties,
    brief: fc.constant({ fields: [{ id: 'question', label: 'Question' }], template: 'Answer: {{question}}' }),
    checklist: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('facts', 'tone', 'sources'),
        text: fc.constantFrom('Facts are checked', 'The tone is ours'),
        kind: fc.constantFrom('tick' as const, 'text' as const),
        without: fc.constantFrom('block' as const, 'warn' as const),
      }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    review: fc.record(
      {
        mode: fc.constantFrom('full' as const, 'earned' as const),
        clean: fc.integer({ min: 1, max: 60 }),
        oneIn: fc.integer({ min: 2, max: 20 }),
        limit: fc.constantFrom(0.01, 0.03, 0.05),
        unacceptable: fc.constantFrom(0.1, 0.3),
        miss: fc.constantFrom(0, 0.2, 0.5),
        defectFrom: fc.constantFrom(...SEVERITIES),
        secondOneIn: fc.integer({ min: 1, max: 20 }),
        blockedOneIn: fc.integer({ min: 1, max: 20 }),
        probeOneIn: fc.integer({ min: 20, max: 60 }),
        confidence: fc.constantFrom(0.7, 0.85),
      },
      { requiredKeys: ['mode'] },
    ),
    gate: fc.record({
      mode: fc.constantFrom(...GATE_MODES),
      unreviewed: effect,
      reported: effect,
      override: fc.constantFrom('never' as const, 'reason' as const),
    }),
    approval: fc.record({ days: fc.constantFrom(1, 7, 30, 90), outlivesVersion: fc.boolean() }, { requiredKeys: [] }),
    escalation: fc.array(
      fc.record(
        { to: parties, remindAfterHours: hours, escalateAfterHours: hours },
        { requiredKeys: ['to', 'escalateAfterHours'] },
      ),
      { maxLength: 2 },
    ),
    dueAfterHours: hours,
    selfReviewAfterHours: fc.constantFrom(1, 24, 72),
    signInWithinMinutes: fc.constantFrom(1, 15, 60),
    responsible: fc.constant({ name: 'Anna Verdi', contactPage: 'https://example.com/contact' }),
    rollout: fc.record(
      {
        phase: fc.constantFrom('audit' as const, 'pilot' as const, 'scale' as const),
        reviewed: fc.integer({ min: 1, max: 100 }),
        defects: fc.constantFrom(0.02, 0.1),
      },
      { requiredKeys: ['phase'] },
    ),
    stopped: fc.boolean(),
  },
  {
    requiredKeys: ['id', 'name', 'applies', 'risk', 'publishes', 'publicInterest', 'review', 'gate'],
  },
);

const applies: fc.Arbitrary<Process['applies']> = fc.record(
  {
    tools: fc.uniqueArray(fc.constantFrom('chatgpt', 'gemini'), { minLength: 1 }),
    addresses: fc.uniqueArray(fc.constantFrom('desk.example/faq', 'desk.example', '*.acme.example'), { minLength: 1 }),
    choice: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What lies around the processes of a policy. */
const around: fc.Arbitrary<Partial<GovernancePolicy>> = fc.record(
  {
    trace: fc.record({ prompt: fc.constantFrom(...PROMPT_KEPT) }, { requiredKeys: [] }),
    redaction: fc.record(
      { kinds: fc.subarray(['email', 'iban', 'card'] as const) },
      { requiredKeys: [] },
    ) as fc.Arbitrary<NonNullable<GovernancePolicy['redaction']>>,
    tools: fc.record(
      { off: fc.subarray(['chatgpt', 'gemini', 'claude']), watch: fc.subarray(['a.example', 'b.example']) },
      { requiredKeys: [] },
    ),
    reuse: fc.record({ keepDays: fc.constantFrom(0, 30, 90) }, { requiredKeys: [] }),
    retention: fc.record({ contentMonths: fc.constantFrom(6, 24) }, { requiredKeys: [] }),
    periodicReview: fc.record({ everyMonths: fc.constantFrom(3, 6, 12) }),
    limits: fc.constantFrom([{ id: 'no-names', text: 'No names' }], [{ id: 'no-prices', text: 'No prices' }]),
    inventory: fc.constantFrom([{ host: 'x.example', allowed: false }], [{ host: 'x.example', allowed: true }]),
  },
  { requiredKeys: [] },
);

/** The second takes the name of one of the collector's own roles. */
const ROLES: NonNullable<GovernancePolicy['roles']>[] = [
  [{ id: 'desk', name: 'Desk', members: ['person:anna', 'person:luca'] }],
  [{ id: 'reviewer', name: 'Reviewers', members: ['person:piero'] }],
  [],
];
const roles = fc.constantFrom(...ROLES);

/** A policy of up to three processes. */
export const anyPolicy: fc.Arbitrary<GovernancePolicy> = fc
  .tuple(around, roles, fc.subarray(['faq', 'ads', 'mail'], { minLength: 1 }))
  .chain(([whole, named, ids]) =>
    fc
      .tuple(
        ...ids.map((id) => fc.tuple(anyProcess, applies).map(([one, at]): Process => ({ ...one, id, applies: at }))),
      )
      .map((processes): GovernancePolicy => ({ format: 2, version: 'base', ...whole, roles: named, processes })),
  );

const CHANGED = ['applies', 'gate', 'authority', 'checklist', 'review', 'approval', 'publicInterest', 'risk'] as const;

/** A policy of the centre and one that lies over it: a few fields of its processes are others, and it may have one of its own. */
export const anyOverlay: fc.Arbitrary<[base: GovernancePolicy, over: GovernancePolicy]> = fc
  .tuple(anyPolicy, anyPolicy, fc.subarray([...CHANGED], { minLength: 0, maxLength: 2 }), fc.boolean(), fc.boolean())
  .map(([base, other, fields, adds, changesWhole]) => {
    const [one] = other.processes ?? [];
    const changed = (base.processes ?? []).map((process, at) =>
      at === 0 && one ? { ...process, ...Object.fromEntries(fields.map((field) => [field, one[field]])) } : process,
    );
    const own = adds && one ? [{ ...one, id: 'own' }] : [];
    const { processes: _, version: __, roles: ___, ...whole } = other;
    return [
      base,
      {
        format: 2,
        version: 'team',
        ...(changesWhole ? { ...whole, roles: other.roles } : {}),
        processes: [...changed, ...own],
      },
    ];
  });
