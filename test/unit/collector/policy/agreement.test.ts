/**
 * What the collector reads of its log, and what a browser folds of the same events, agree: whatever is sent by whom, in whatever order,
 * made up by hand. Pure: no database.
 */
import { expect, it } from 'vitest';
import { admit, type Known } from '../../../../collector/ledger/admit.ts';
import { judge } from '../../../../collector/ledger/judge.ts';
import type { Caller } from '../../../../collector/people/tokens.ts';
import { type Happened, happenedTo, processesFor } from '../../../../collector/policy/happened.ts';
import type { Role, Verdict } from '../../../../lib/domain/codes.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { gateOfOutput, processesOfOutput } from '../../../../lib/domain/gate/asked.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import { openRequests, unreviewedPasses } from '../../../../lib/domain/output/process-record.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { ANNA, HASH, LUCA, reportId, TEXT, TRACE } from '../../domain/making.ts';
import { fc, runs } from '../../property.ts';
import { CORRECTED } from './governed.ts';
import { faq, policyOf } from './policies.ts';

const EVA = ANNA.replace('1111', '3333');
const PEOPLE: readonly { subject: string; role: Role; source: string }[] = [
  { subject: 'anna', role: 'reviewer', source: ANNA },
  { subject: 'luca', role: 'admin', source: LUCA },
  { subject: 'eva', role: 'reporter', source: EVA },
  // The same person at another computer, and a colleague who says that theirs is Anna’s.
  { subject: 'anna', role: 'reviewer', source: EVA },
  { subject: 'luca', role: 'admin', source: ANNA },
];
const POLICY = policyOf('v1', {
  processes: [
    faq({ id: 'plain', applies: { tools: ['chatgpt'] }, publicInterest: 'ask', selfReviewAfterHours: 1 }),
    faq({ id: 'chosen', applies: { choice: true } }),
    faq({ id: 'elsewhere', applies: { tools: ['gemini'] } }),
  ],
}) as GovernancePolicy;
const NOW = new Date('2026-11-22T12:00:00.000Z');
const [OWN, OTHER] = [HASH, addressOf({ text: CORRECTED })];

const few = fc.integer({ min: 1, max: 3 });
const text = fc.constantFrom(OWN, OTHER);
const processId = fc.constantFrom('plain', 'chosen', 'elsewhere');
const verdict = fc.constantFrom<Verdict>('approve', 'approve_with_notes', 'modify', 'block', 'escalate');

interface Said {
  type: CountersignEvent['type'];
  facts: object;
  content?: object;
}

const SAID: fc.Arbitrary<Said> = fc.oneof(
  fc
    .constantFrom<[tool: string, conversation: string, brief?: string]>(
      ['chatgpt', '1'],
      ['chatgpt', '2'],
      ['claude', '1'],
      ['gemini', '1'],
      ['gemini', '2', 'chosen'],
      ['gemini', '3', 'elsewhere'],
    )
    .map(([tool, n, brief]) => ({
      ...{ type: 'countersign.output.seen.v1' as const, content: { text: TEXT } },
      facts: {
        outputId: `${tool}:${n}:1`,
        trace: { ...TRACE, tool, conversationId: n, ...(brief ? { brief: { processId: brief, edited: false } } : {}) },
      },
    })),
  fc.record({ n: few, kind: fc.constantFrom('approval', 'exception'), processId, text }).map((one) => ({
    ...{ type: 'countersign.approval.requested.v1' as const, content: {} },
    facts: {
      ...{ requestId: reportId(one.n), kind: one.kind, processId: one.processId },
      ...{ policyVersion: 'v1', textHash: one.text },
    },
  })),
  fc
    .record({
      ...{ n: few, kind: fc.constantFrom('override', 'exception', 'bypass'), processId, text },
      request: fc.option(few, { nil: undefined }),
    })
    .map((one) => ({
      ...{ type: 'countersign.gate.overridden.v1' as const, content: { reason: 'they wait' } },
      facts: {
        ...{ exceptionId: reportId(10 + one.n), kind: one.kind, processId: one.processId, policyVersion: 'v1' },
        ...{ textHash: one.text, until: '2026-11-22T13:00:00.000Z' },
        ...(one.request === undefined ? {} : { requestId: reportId(one.request) }),
      },
    })),
  fc
    .record({ n: few, verdict, processId: fc.option(processId, { nil: undefined }), text, selfReview: fc.boolean() })
    .map((one) => ({
      type: 'countersign.decision.made.v1' as const,
      content: one.verdict === 'modify' ? { correctedText: CORRECTED } : { note: 'so' },
      facts: {
        ...{ decisionId: reportId(20 + one.n), verdict: one.verdict, reportIds: [] },
        ...(one.processId === undefined
          ? {}
          : {
              inProcess: {
                ...{ processId: one.processId, policyVersion: 'v1', textHash: one.text, answered: [], left: [] },
                ...(one.selfReview ? { selfReview: true } : {}),
              },
            }),
      },
    })),
  few.map((n) => ({ type: 'countersign.decision.withdrawn.v1' as const, facts: { decisionId: reportId(20 + n) } })),
  fc
    .record({
      processId: fc.option(fc.constantFrom('chosen', 'plain', 'constructor', '--proto--'), { nil: undefined }),
      concernsPublic: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map((facts) => ({ type: 'countersign.process.chosen.v1' as const, facts })),
);

type Sent = [Said, (typeof PEOPLE)[number], number];
const SENT: fc.Arbitrary<Sent> = fc.tuple(SAID, fc.constantFrom(...PEOPLE), fc.integer({ min: -600, max: 1 }));

/** What the log holds of all that was sent, as it goes back to browsers; and what the collector knows by then. */
async function logOf(sent: readonly Sent[]): Promise<{ log: CountersignEvent[]; known: Known }> {
  const governed = {
    number: 1,
    policy: POLICY,
    names: new Set(['v1']),
    delegations: [],
    bypasses: new Map(),
    held: new Set([HASH]),
  };
  const known: Known = { events: new Map(), owners: new Map(), governed: { ...governed, told: new Map([[HASH, []]]) } };
  const log: CountersignEvent[] = [];
  for (const [{ type, facts, content }, { source, ...person }, hours] of sent) {
    const caller: Caller = { ...person, team: 't', tokenId: person.subject };
    const time = new Date(NOW.getTime() + hours * 3_600_000);
    const event = await makeEvent(type, source, HASH, facts as never, content as never, time);
    const { admitted } = admit([judge(event)], caller, known, BigInt(log.length), NOW);
    for (const one of admitted) log.push(eventWith(one.event, { sequence: one.sequence, authid: person.subject }));
  }
  return { log, known };
}

const read = ({ governed }: Known): Happened => happenedTo(governed?.told.get(HASH) ?? []);

const isBlocked = ({ decisions }: Output): boolean =>
  decisions.findLast((one) => one.verdict !== 'escalate')?.verdict === 'block';

const sorted = (some: Iterable<string | undefined>): string[] => [...new Set([...some].map(String))].sort();

it('of one output: whether it is blocked, who let it go, what was asked and granted, and whose process it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(SENT, { maxLength: 25 }), async (sent) => {
      const { log, known } = await logOf(sent);
      const [output, happened] = [foldOutput(log, new Set(), new Map(), undefined, NOW.toISOString()), read(known)];
      if (!output) return;
      const { inProcess = { requests: [], exceptions: [] } } = output;
      expect(isBlocked(output)).toBe(happened.blocked);
      expect(output.decisions.every(({ otherText }) => !otherText)).toBe(true);
      expect(sorted(unreviewedPasses(inProcess).map(({ author }) => author))).toEqual(
        sorted(happened.passes.map(({ by }) => by)),
      );
      expect(sorted(inProcess.requests.map(({ requestId }) => requestId))).toEqual(sorted(happened.requests.keys()));
      expect(sorted(inProcess.exceptions.flatMap(({ requestId }) => requestId ?? []))).toEqual(
        sorted(happened.granted),
      );
      // What was granted waits for nobody.
      for (const { requestId } of openRequests(inProcess)) expect(happened.granted.has(requestId)).toBe(false);
      expect([output.inProcess?.processId, output.inProcess?.concernsPublic]).toEqual([
        happened.chosen,
        happened.concernsPublic,
      ]);
    }),
    { numRuns: runs(300) },
  );
});

/** Whether a text goes where only this process is. */
const goesIn = (process: Process, output: Output, hash: string): boolean =>
  gateOfOutput(output, { ...POLICY, processes: [process] }, { hash, now: NOW.toISOString() }).effect === 'pass';

/** What passes the gate was let pass, in each of its processes, and not by whoever had it made, but where that is said. */
function checkAtGate(output: Output, own: readonly Process[], happened: Happened, hash: string): void {
  const answer = gateOfOutput(output, POLICY, { hash, now: NOW.toISOString() });
  if (happened.blocked) expect(answer).toMatchObject({ effect: 'hold', rule: 'blocked' });
  expect(answer.effect === 'pass').toBe(own.every((process) => goesIn(process, output, hash)));
  if (answer.effect !== 'pass') return;
  expect(['satisfied', 'overridden', 'bypassed']).toContain(answer.state);
  const last = output.decisions.findLast((one) => one.inProcess?.textHash === hash && one.verdict !== 'escalate');
  if (answer.state === 'satisfied' && last?.author !== undefined && !last.inProcess?.selfReview)
    expect(happened.sightings[0]?.by).not.toBe(last.author);
}

it('at the gate: what was blocked passes nowhere, and nothing passes that nobody let pass in each of its processes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(SENT, { maxLength: 25 }), async (sent) => {
      const { log, known } = await logOf(sent);
      const [output, happened] = [foldOutput(log, new Set(), new Map(), undefined, NOW.toISOString()), read(known)];
      const own = output ? processesOfOutput(POLICY, output) : [];
      expect(own).toEqual(processesFor(POLICY, happened));
      if (!output || own.length === 0) return;
      for (const hash of [OWN, OTHER]) checkAtGate(output, own, happened, hash);
    }),
    { numRuns: runs(300) },
  );
});
