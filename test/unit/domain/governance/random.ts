/** Random policies, people and questions for the properties of governance. */

import { GATE_MODES, type Process, PUBLIC_INTEREST, RISKS } from '../../../../lib/domain/policy/process.ts';
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
const effect = fc.constantFrom('pass', 'tell', 'ask', 'label', 'hold' as const);

/** A process with any rules; its id and where it applies stay the same, so that one can lie over another. */
export const anyProcess: fc.Arbitrary<Process> = fc.record(
  {
    id: fc.constant('faq'),
    name: fc.constant('FAQ answers'),
    applies: fc.constant({ tools: ['chatgpt'] }),
    risk: fc.constantFrom(...RISKS),
    publishes: fc.boolean(),
    publicInterest: fc.constantFrom(...PUBLIC_INTEREST),
    designers: fc.uniqueArray(party, { maxLength: 2 }),
    authority: fc.record(
      { approve: parties, override: parties, except: parties, bypass: parties },
      { requiredKeys: [] },
    ),
    checklist: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('facts', 'tone', 'sources'),
        text: fc.constantFrom('Facts are checked', 'The tone is ours'),
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
        miss: fc.constantFrom(0, 0.2, 0.5),
        defectFrom: fc.constantFrom('minor' as const, 'critical' as const),
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
    selfReviewAfterHours: fc.constantFrom(1, 24, 72),
    responsible: fc.constant({ name: 'Anna Verdi', contactPage: 'https://example.com/contact' }),
    stopped: fc.boolean(),
  },
  {
    requiredKeys: ['id', 'name', 'applies', 'risk', 'publishes', 'publicInterest', 'review', 'gate'],
  },
);

/** A process and one that lies over it: a few of its fields are others. */
export const anyPair: fc.Arbitrary<[base: Process, over: Process]> = fc
  .tuple(
    anyProcess,
    anyProcess,
    fc.subarray(['gate', 'authority', 'checklist', 'review', 'approval'] as const, { maxLength: 2 }),
  )
  .map(([base, other, fields]) => [
    base,
    { ...base, ...Object.fromEntries(fields.map((field) => [field, other[field]])) },
  ]);
