/** What happens to an output in its process: asked for, let through, asked back, handed on. */
import type { Decision } from '../decision/decision.ts';
import type { Exception } from '../gate/gate.ts';
import type { ApprovalRequest, Handoff, Made, MadeException, SecondLook } from '../output/process-record.ts';
import type { Party } from '../policy/party.ts';
import { type Folded, madeWhen, type OutputFolding } from './folding.ts';
import { wakeHandling } from './handling.ts';
import { turnAsked, turnHanded, turnWithdrawn } from './turns.ts';

type Request = Pick<ApprovalRequest, 'requestId' | 'kind' | 'processId' | 'policyVersion' | 'textHash'>;

/** An approval or an exception was asked for. The first of an id counts. */
export function putRequest(folding: OutputFolding, event: Folded<Request, { note?: string | undefined }>): void {
  const { process } = folding;
  if (process.requests.some(({ requestId }) => requestId === event.data.facts.requestId)) return;
  wakeHandling(folding, event.time);
  const note = event.data.sealed?.content.note;
  turnAsked(folding, event.data.facts.requestId, event.time);
  process.requests.push({ ...event.data.facts, ...madeWhen(event), ...(note ? { note } : {}) });
}

interface ExceptionFacts {
  exceptionId: string;
  kind: Exception['kind'];
  processId: string;
  policyVersion: string;
  textHash: string;
  until: string;
  requestId?: string | undefined;
}

/** The gate was passed. Somebody else's leave is single use: the second one of a request is none. One's own word answers no request. */
export function putException(folding: OutputFolding, event: Folded<ExceptionFacts, { reason: string }>): void {
  const { process } = folding;
  const { textHash, requestId: asked, ...facts } = event.data.facts;
  const requestId = facts.kind === 'exception' ? asked : undefined;
  const isTaken = process.exceptions.some(
    (one) => one.exceptionId === facts.exceptionId || (requestId !== undefined && one.requestId === requestId),
  );
  if (isTaken) return;
  // Nobody grants themselves what they asked for.
  const request = process.requests.find((one) => one.requestId === requestId);
  if (facts.kind === 'exception' && !(request && isOf(request, facts, textHash) && !isSame(request, event))) return;
  if (request) request.answeredBy ??= facts.exceptionId;
  // Who was granted the exception that they asked for waits for nobody.
  if (requestId !== undefined) turnWithdrawn(folding, requestId);
  const reason = event.data.sealed?.content.reason;
  process.exceptions.push({
    ...facts,
    ...madeWhen(event),
    hash: textHash,
    from: event.time,
    ...(requestId ? { requestId } : {}),
    ...(reason ? { reason } : {}),
  });
}

/** Whether an exception was asked for in this process, for this text. */
const isOf = (request: Request, { processId }: { processId: string }, textHash: string): boolean =>
  request.kind === 'exception' && request.processId === processId && request.textHash === textHash;

const isSame = (one: Made, { source, authid }: { source: string; authid?: string | undefined }): boolean =>
  one.author !== undefined && authid !== undefined ? one.author === authid : one.source === source;

/** A decision answers what was asked before it, and looks at what went through; one that hands it on does neither. */
export function answerProcess(
  { process }: OutputFolding,
  { decisionId, verdict, decidedAt, source, author, inProcess }: Decision,
): void {
  if (verdict === 'escalate') return;
  for (const request of process.requests) request.answeredBy ??= decisionId;
  for (const question of process.questions) if (!question.answer) question.closedAt ??= decidedAt;
  for (const exception of process.exceptions)
    if (inProcess?.selfReview || !isOwnPass(exception, { source, author })) exception.reviewedBy ??= decisionId;
  for (const look of process.secondLooks ?? [])
    if (!isSame(look, { source, authid: author })) look.answeredBy ??= decisionId;
}

/**
 * Who let a text go on their own word does not look at it afterwards, but as a self-review that the policy lets and that is
 * marked. Somebody who is alone, without a team, has no other.
 */
const isOwnPass = (made: MadeException, { source, author }: Pick<Decision, 'source' | 'author'>): boolean =>
  (made.author !== undefined || author !== undefined) && isSame(made, { source, authid: author });

/** Somebody said which process it is, where the last word counts, or whether it informs the public. */
export function putChoice(
  { process }: OutputFolding,
  event: Folded<{ processId?: string | undefined; concernsPublic?: boolean | undefined }>,
): void {
  const { processId, concernsPublic } = event.data.facts;
  if (processId !== undefined) process.processId = processId;
  // Once somebody said that it informs the public, nobody says otherwise.
  if (concernsPublic !== undefined) process.concernsPublic ||= concernsPublic;
}

export function putQuestion({ process }: OutputFolding, event: Folded<{ questionId: string }, { text: string }>): void {
  const { questionId } = event.data.facts;
  if (process.questions.some((one) => one.questionId === questionId)) return;
  const text = event.data.sealed?.content.text;
  process.questions.push({ questionId, ...madeWhen(event), ...(text ? { text } : {}) });
}

/** The first answer to a question counts. */
export function putAnswer(folding: OutputFolding, event: Folded<{ questionId: string }, { text: string }>): void {
  const { process } = folding;
  const question = process.questions.find((one) => one.questionId === event.data.facts.questionId);
  if (!question || question.answer) return;
  wakeHandling(folding, event.time);
  const text = event.data.sealed?.content.text;
  question.answer = { ...madeWhen(event), ...(text ? { text } : {}) };
}

type HandoffFacts = Pick<Handoff, 'handoffId' | 'to' | 'why'> & {
  waitedFor?: Party[] | undefined;
  dueAt?: string | undefined;
  step?: number | undefined;
};

export function putHandoff(folding: OutputFolding, event: Folded<HandoffFacts, { note?: string | undefined }>): void {
  const { process } = folding;
  const { handoffId, to, why, waitedFor, dueAt, step } = event.data.facts;
  if (process.handoffs.some((one) => one.handoffId === handoffId)) return;
  const note = event.data.sealed?.content.note;
  turnHanded(folding, {
    ...{ kind: 'handed', to, at: event.time },
    ...(step === undefined ? {} : { step }),
    ...(waitedFor && dueAt ? { lapse: { waitedFor, dueAt } } : {}),
  });
  process.handoffs.push({
    ...{ handoffId, to, why, ...madeWhen(event) },
    ...(waitedFor ? { waitedFor } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(step === undefined ? {} : { step }),
    ...(note ? { note } : {}),
  });
}

interface DrawFacts {
  outcome: 'ask' | 'auto_accept';
  processId: string;
  policyVersion: string;
  stratum: string;
}

/** The collector drew, or drew again under another version. Of one process and version the first counts: nobody draws twice. */
export function putDraw({ process }: OutputFolding, { time, data }: Folded<DrawFacts>): void {
  const { outcome, processId, policyVersion, stratum } = data.facts;
  const draws = process.draws ?? [];
  if (draws.some((one) => one.processId === processId && one.policyVersion === policyVersion)) return;
  process.draws = [...draws, { outcome, processId, policyVersion, stratum, drawnAt: time }];
}

type LookFacts = Pick<SecondLook, 'decisionId' | 'processId' | 'policyVersion'>;

/** The collector drew what was blocked for a second look. A decision that was taken back blocks nothing. */
export function putSecondLook(folding: OutputFolding, { time, data }: Folded<LookFacts>): void {
  const { process, decisions } = folding;
  const { decisionId, processId, policyVersion } = data.facts;
  const made = decisions.findLast((one) => one.decisionId === decisionId);
  const looks = process.secondLooks ?? [];
  if (made?.verdict !== 'block' || looks.some((one) => one.decisionId === decisionId)) return;
  wakeHandling(folding, time);
  turnAsked(folding, decisionId, time);
  const { source, author } = made;
  const look = { decisionId, processId, policyVersion, source, ...(author ? { author } : {}), madeAt: time };
  process.secondLooks = [...looks, look];
}
