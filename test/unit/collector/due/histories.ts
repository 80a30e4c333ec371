/** Histories of one output, as people and hand-made clients may make them: for the properties of clocks. */
import type { Role, Verdict } from '../../../../lib/domain/codes.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import { ANNA, HASH, LUCA, reportId } from '../../domain/making.ts';
import { fc } from '../../property.ts';
import { faq, policyOf } from '../policy/policies.ts';

const EVA = ANNA.replace('1111', '3333');
export const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';
export interface Person {
  subject: string;
  role: Role;
  source: string;
}
const LEADS: readonly Person[] = [
  { subject: 'anna', role: 'reviewer', source: ANNA },
  { subject: 'luca', role: 'admin', source: LUCA },
];
export const REPORTER: Person = { subject: 'eva', role: 'reporter', source: EVA };

export const process = faq({
  ...{ id: 'plain', applies: { tools: ['chatgpt'] }, dueAfterHours: 8 },
  escalation: [
    { to: ['role:desk'], remindAfterHours: 1, escalateAfterHours: 4 },
    { to: ['person:piero'], escalateAfterHours: 2 },
  ],
});
export const POLICY = policyOf('v1', {
  processes: [process],
  calendar: { timeZone: 'Europe/Rome', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
}) as GovernancePolicy;
/** A Monday, 10:00 in Rome. */
export const START = Date.parse('2026-11-16T09:00:00.000Z');
export const MINUTE_MS = 60_000;

export interface Said {
  type: CountersignEvent['type'];
  facts: object;
  content?: object;
  by?: Person;
}
const few = fc.integer({ min: 1, max: 2 });
const UNDER = { processId: 'plain', policyVersion: 'v1', textHash: HASH };
const reportedAs = (type: 'made' | 'amended', n: number, praises: boolean): Said => ({
  ...{ type: `countersign.report.${type}.v1`, by: REPORTER, content: { passages: [] } },
  facts: {
    ...{ reportId: reportId(n), categories: [praises ? 'good' : 'factual'] },
    severity: praises ? 'neutral' : 'major',
  },
});
const reported = (type: 'made' | 'amended') =>
  fc.record({ n: few, praises: fc.boolean() }).map(({ n, praises }) => reportedAs(type, n, praises));
const disputedOf = (n: number): Said => ({
  ...{ type: 'countersign.report.disputed.v1', by: REPORTER, content: { reason: 'It is wrong.' } },
  facts: { reportId: reportId(n) },
});
const lookedAgain = (n: number): Said => ({
  type: 'countersign.decision.drawn.v1',
  facts: { decisionId: reportId(50 + n), processId: 'plain', policyVersion: 'v1', oneIn: 2 },
});
const drawnFor = (n: number, person: string): Said => ({
  type: 'countersign.second.drawn.v1',
  facts: {
    secondId: reportId(60 + n),
    decisionId: reportId(50 + n),
    processId: 'plain',
    policyVersion: 'v1',
    person,
    oneIn: 2,
  },
});
const givenOn = (n: number, verdict: string): Said => ({
  ...{ type: 'countersign.second.given.v1', content: { note: 'So I find.' } },
  facts: { secondId: reportId(60 + n), verdict },
});
const REPORTS: readonly fc.Arbitrary<Said>[] = [
  reported('made'),
  reported('amended'),
  few.map(disputedOf),
  fc.record({ n: few, undone: fc.boolean() }).map(({ n, undone }) => ({
    ...{ type: 'countersign.report.withdrawn.v1', by: REPORTER },
    facts: { reportId: reportId(n), undone },
  })),
];
const REQUESTS: readonly fc.Arbitrary<Said>[] = [
  fc.record({ n: few, kind: fc.constantFrom('approval', 'exception') }).map(({ n, kind }) => ({
    ...{ type: 'countersign.approval.requested.v1', by: REPORTER, content: {} },
    facts: { requestId: reportId(10 + n), kind, ...UNDER },
  })),
  fc.record({ n: few, kind: fc.constantFrom('override', 'exception', 'bypass') }).map(({ n, kind }) => ({
    ...{ type: 'countersign.gate.overridden.v1', content: { reason: 'They wait.' } },
    facts: {
      ...{ exceptionId: reportId(20 + n), kind, ...UNDER, until: new Date(START + MINUTE_MS).toISOString() },
      ...(kind === 'exception' ? { requestId: reportId(10 + n) } : {}),
    },
  })),
  fc.record({ n: few, verb: fc.constantFrom('asked', 'given') }).map(({ n, verb }) => ({
    ...{ type: `countersign.information.${verb as 'asked'}.v1`, content: { text: 'Which year?' } },
    facts: { questionId: reportId(30 + n) },
  })),
  fc
    .record({ n: few, to: fc.constantFrom('role:desk', 'person:luca'), step: fc.constantFrom(undefined, 0, 1, 2) })
    .map(({ n, to, step }) => ({
      ...{ type: 'countersign.handoff.made.v1', content: {} },
      facts: { handoffId: reportId(40 + n), to: [to], why: 'handed_off', ...(step === undefined ? {} : { step }) },
    })),
];
const DECISIONS: readonly fc.Arbitrary<Said>[] = [
  fc
    .record({
      n: few,
      verdict: fc.constantFrom<Verdict>('approve', 'block', 'escalate', 'approve'),
      reports: fc.subarray([1, 2]),
    })
    .map(({ n, verdict, reports }) => ({
      ...{ type: 'countersign.decision.made.v1', content: { note: 'So.' } },
      facts: {
        ...{ decisionId: reportId(50 + n), verdict, reportIds: reports.map(reportId) },
        inProcess: { ...UNDER, answered: [], left: [] },
      },
    })),
  few.map((n) => ({ type: 'countersign.decision.withdrawn.v1', facts: { decisionId: reportId(50 + n) } })),
  fc.record({ n: few, verdict: fc.constantFrom('approve', 'block') }).map(({ n, verdict }) => givenOn(n, verdict)),
  few.map((n) => ({
    ...{ type: 'countersign.deferral.made.v1', content: { reason: 'Next week.' } },
    facts: { deferralId: reportId(70 + n), until: new Date(START + 9_000 * MINUTE_MS).toISOString() },
  })),
];
/** What the collector writes itself: it is not admitted. */
const DRAWN: readonly fc.Arbitrary<Said>[] = [
  few.map(lookedAgain),
  fc.record({ n: few, person: fc.constantFrom('anna', 'luca') }).map(({ n, person }) => drawnFor(n, person)),
];

/** What is sent, by whom, how long after the one before, and by how much whoever sends it says it was earlier. */
export interface Sent {
  said: Said;
  lead: Person;
  minutes: number;
  backMinutes: number;
}
const sentOf = (said: fc.Arbitrary<Said>, lead = fc.constantFrom(...LEADS)): fc.Arbitrary<Sent> =>
  fc.record({
    said,
    lead,
    minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 300, max: 3_000 })),
    backMinutes: fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.constantFrom(3_000_000)),
  });
const decidedOn = (n: number, verdict: Verdict): Said => ({
  ...{ type: 'countersign.decision.made.v1', content: { note: 'So.' } },
  facts: {
    ...{ decisionId: reportId(50 + n), verdict, reportIds: [reportId(n)] },
    inProcess: { ...UNDER, answered: [], left: [] },
  },
});
/** What comes about only if several things happen one after the other. */
const STORIES: readonly fc.Arbitrary<Sent[]>[] = [
  few.chain((n) => fc.tuple(sentOf(fc.constant(decidedOn(n, 'block'))), sentOf(fc.constant(lookedAgain(n))))),
  few.chain((n) =>
    fc.tuple(
      sentOf(fc.constant(reportedAs('made', n, false))),
      sentOf(fc.constant(decidedOn(n, 'approve'))),
      sentOf(fc.constant(disputedOf(n))),
    ),
  ),
  few.chain((n) =>
    fc.tuple(
      sentOf(fc.constant(decidedOn(n, 'approve'))),
      sentOf(fc.constant(drawnFor(n, 'luca'))),
      sentOf(fc.constant(givenOn(n, 'block')), fc.constantFrom(...LEADS.slice(1))),
    ),
  ),
];
const SINGLE = sentOf(fc.oneof(...REPORTS, ...REQUESTS, ...DECISIONS, ...DRAWN));
export const HISTORY: fc.Arbitrary<Sent[]> = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.tuple(SINGLE) }, ...STORIES.map((arbitrary) => ({ weight: 1, arbitrary }))),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.flat());
