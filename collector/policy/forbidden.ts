/**
 * What the policy in force forbids, told from the team's own log: whoever may not, what is missing, what is said of another text,
 * process or version. The same rules by which browsers disable; here they are refused. Pure.
 */
import { missingForApproval } from '../../lib/domain/decision/approval.ts';
import { isFreshSignIn, signInWithin } from '../../lib/domain/decision/signature.ts';
import type { CountersignEvent, FactsOf } from '../../lib/domain/events/event.ts';
import { processSubject } from '../../lib/domain/gate/stops.ts';
import { MOST_EMERGENCY_HOURS } from '../../lib/domain/limits.ts';
import { isAt } from '../../lib/domain/output/address.ts';
import { authorityOf } from '../../lib/domain/people/authority.ts';
import type { Process, Verb } from '../../lib/domain/policy/process.ts';
import { hashOf } from '../chain.ts';
import type { EventRefusal } from '../ledger/judge.ts';
import type { Caller } from '../people/tokens.ts';
import { forbiddenOfRules } from './forbidden-of-rules.ts';
import type { Governed } from './governed.ts';
import { authorsOf, type Happened, happenedTo, processesFor } from './happened.ts';
import { forbiddenRehearsal } from './rehearsed.ts';

interface At {
  caller: Caller;
  governed: Governed;
  happened: Happened;
  now: Date;
}

type Event<T extends CountersignEvent['type']> = Extract<CountersignEvent, { type: T }>;
type Decision = Event<'countersign.decision.made.v1'>;
type Passing = Event<'countersign.gate.overridden.v1'>;

/** Why an event is refused by the policy; undefined of one that it lets pass. */
export function forbidden(
  event: CountersignEvent,
  caller: Caller,
  governed: Governed,
  now: Date,
): EventRefusal | undefined {
  const at = { caller, governed, happened: happenedTo(governed.told.get(event.subject) ?? []), now };
  switch (event.type) {
    case 'countersign.decision.made.v1':
      return decision(event, at) ?? unread(event, at);
    case 'countersign.decision.withdrawn.v1':
      return withdrawal(event, at);
    case 'countersign.gate.overridden.v1':
      return passing(event, at);
    case 'countersign.approval.requested.v1':
      return refusalIn(under(event.data.facts, at)) ?? ofAnother(event, at);
    case 'countersign.process.chosen.v1':
      return choice(event.data.facts, at);
    case 'countersign.process.stopped.v1':
      return stop(event, at);
    case 'countersign.policy.reviewed.v1':
    case 'countersign.baseline.frozen.v1':
      return forbiddenOfRules(event, caller, governed, now);
    case 'countersign.escalation.rehearsed.v1':
      return forbiddenRehearsal(event, caller, governed, now);
    case 'countersign.handoff.made.v1':
      return handoff(event, at);
    default:
      return undefined;
  }
}

const refusal = (code: EventRefusal['code'], detail: string): EventRefusal => ({ code, detail });

/** What the policy calls each verdict. */
const VERB: Record<FactsOf<'countersign.decision.made.v1'>['verdict'], Verb> = {
  ...{ approve: 'approve', approve_with_notes: 'approve', modify: 'modify', block: 'block', escalate: 'escalate' },
};
const SAYS_YES: ReadonlySet<Verb> = new Set(['approve', 'modify']);
const isYes = ({ data: { facts } }: Decision): boolean => SAYS_YES.has(VERB[facts.verdict]);

function decision(event: Decision, at: At): EventRefusal | undefined {
  const { verdict, inProcess } = event.data.facts;
  const [own] = processesFor(at.governed.policy, at.happened);
  if (!inProcess) {
    if (own && isYes(event))
      return refusal('other_process', `The text belongs to the process ${own.id}: the decision has to say so.`);
    if (!own && isYes(event) && at.happened.sightings.length === 0) return UNKNOWN_OUTPUT;
    return own && mayNot(VERB[verdict], own, event.subject, at);
  }
  const process = under(inProcess, at);
  if (isRefusal(process)) return process;
  return (
    mayNot(VERB[verdict], process, inProcess.textHash, at, inProcess) ??
    (isYes(event) ? yes(event, process, at) : undefined)
  );
}

/**
 * Whoever said yes may always take it back, which lets nothing through. Taking back what holds a text lets it go as far as
 * it had come before: that is for those who may still hold it.
 */
function withdrawal(event: Event<'countersign.decision.withdrawn.v1'>, at: At): EventRefusal | undefined {
  const made = at.happened.decisions.get(event.data.facts.decisionId)?.event;
  if (!made || isYes(made)) return undefined;
  const { verdict, inProcess } = made.data.facts;
  const process = at.governed.policy.processes?.find(({ id }) => id === inProcess?.processId);
  const own = process ?? processesFor(at.governed.policy, at.happened)[0];
  // That somebody else is to look at it again keeps nobody from taking it back.
  const undrawn = { ...at, happened: { ...at.happened, blockers: [] } };
  return own && mayNot(VERB[verdict], own, event.subject, undrawn);
}

const UNKNOWN_OUTPUT: EventRefusal = {
  code: 'unknown_output',
  detail: 'The team’s log has no such output: nobody can say whose it is, and which rules it is under.',
};

/** Nobody says yes to words that are not there to be read: they were erased, or kept for long enough. */
const unread = (event: Decision, { governed: { held } }: At): EventRefusal | undefined =>
  isYes(event) && !held.has(event.subject)
    ? refusal('unknown_output', 'The team’s log does not hold this text any more: nobody can have read it.')
    : undefined;

const OTHER_VERSION: EventRefusal = {
  code: 'other_version',
  detail: 'No such version of the policy is in force, or ever was.',
};

const isRefusal = (found: Process | EventRefusal): found is EventRefusal => 'code' in found;
const refusalIn = (found: Process | EventRefusal): EventRefusal | undefined => (isRefusal(found) ? found : undefined);

/** The process that somebody names, where the text may belong to it, and the version is one that is or was in force. */
function under(
  { processId, policyVersion }: { processId: string; policyVersion: string },
  { governed: { policy, names }, happened }: At,
): Process | EventRefusal {
  const process = policy.processes?.find(({ id }) => id === processId);
  if (happened.sightings.length === 0) return UNKNOWN_OUTPUT;
  if (!process || !processesFor(policy, happened).includes(process))
    return refusal('other_process', `The text does not belong to a process ${processId}.`);
  if (!names.has(policyVersion)) return OTHER_VERSION;
  return process;
}

interface Claimed {
  selfReview?: boolean | undefined;
  onBehalfOf?: string | undefined;
}

/** Role and four eyes, and that what is said of the right by which somebody decides is so. */
function mayNot(
  verb: Verb,
  process: Process,
  textHash: string,
  { caller, governed, happened, now }: At,
  claimed?: Claimed,
  others: readonly string[] = [],
): EventRefusal | undefined {
  const answer = authorityOf({
    ...{ verb, process, person: caller, roles: governed.policy.roles ?? [], delegations: governed.delegations },
    authors: [...authorsOf(happened, textHash), ...others],
    seenAt: happened.seenAt ?? now.toISOString(),
    passes: happened.passes,
    blockers: happened.blockers,
    now: now.toISOString(),
  });
  const what = `${verb} in the process ${process.id}`;
  if (!answer.may) return refusal('policy_forbids', `The policy does not let you ${what} (${answer.rule}).`);
  if (!claimed) return undefined;
  if ((answer.selfReview ?? false) !== (claimed.selfReview ?? false))
    return refusal('policy_forbids', 'Whether a decision is on one’s own text has to be said as it is.');
  if (answer.onBehalfOf !== claimed.onBehalfOf)
    return refusal('policy_forbids', 'In whose place a decision is made has to be said as it is.');
  return undefined;
}

function yes(event: Decision, process: Process, { caller, happened, now }: At): EventRefusal | undefined {
  const { verdict, inProcess } = event.data.facts;
  const content = event.data.sealed?.content;
  const missing = missingForApproval(process, { verdict, inProcess, content }, happened.concernsPublic);
  const named = missing.map((one) => (one.kind === 'point' ? one.pointId : one.kind));
  const points = new Set(process.checklist?.map(({ id }) => id));
  const unknown = [...(inProcess?.answered ?? []), ...(inProcess?.left ?? [])].filter((id) => !points.has(id));
  if (inProcess?.editorial && !content?.editorial) named.push('editorial');
  if (named.length > 0)
    return refusal('approval_incomplete', `An approval in ${process.id} needs: ${named.join(', ')}.`);
  if (unknown.length > 0)
    return refusal('approval_incomplete', `${process.id} has no such points: ${unknown.join(', ')}.`);
  if (!isOfText(event, happened))
    return refusal('other_text', 'The approval is of another text than the one it is on.');
  const within = signInWithin(process, verdict);
  if (within === undefined || isFreshSignIn(caller.signedInAt, within, now.getTime())) return undefined;
  const detail = `The process ${process.id} wants a sign-in of the last ${within} minutes, with a company account.`;
  return refusal('sign_in_needed', detail);
}

/** What is asked for, or let pass, is the output or a correction of it: what holds another text is said of that. */
function ofAnother(
  { subject, data: { facts } }: Passing | Event<'countersign.approval.requested.v1'>,
  { happened: { corrections } }: At,
): EventRefusal | undefined {
  const isOwn = facts.textHash === subject || corrections.some(({ textHash }) => textHash === facts.textHash);
  return isOwn ? undefined : refusal('other_text', 'This is about another text than the one it is on.');
}

/** An approval is of the output, of a correction of it that was made before, or of the one that comes with it. */
function isOfText(event: Decision, { corrections }: Happened): boolean {
  const { verdict, inProcess } = event.data.facts;
  if (!inProcess) return true;
  if (verdict !== 'modify')
    return inProcess.textHash === event.subject || corrections.some(({ textHash }) => textHash === inProcess.textHash);
  const text = event.data.sealed?.content.correctedText;
  return text !== undefined && isAt(inProcess.textHash, { text }, hashOf);
}

const HOUR_MS = 3_600_000;
/** No two clocks agree to the second, and a request takes its time. */
const CLOCK_MS = 60_000;
/** Longest times for which somebody may go on without an approval. */
const LONGEST_MS = { override: 8 * HOUR_MS, bypass: MOST_EMERGENCY_HOURS * HOUR_MS, exception: 7 * 24 * HOUR_MS };

const PASSING_VERB = { override: 'override', exception: 'except', bypass: 'bypass' } as const;

function passing(event: Passing, at: At): EventRefusal | undefined {
  const { kind, requestId, textHash } = event.data.facts;
  const process = under(event.data.facts, at);
  if (isRefusal(process)) return process;
  const request = kind === 'exception' ? at.happened.requests.get(requestId ?? '') : undefined;
  const fault = faultOfAny(event, process, at) ?? FAULTS[kind](event, process, at);
  if (fault !== undefined) return refusal('policy_forbids', fault);
  const other = ofAnother(event, at);
  if (other) return other;
  return mayNot(PASSING_VERB[kind], process, textHash, at, undefined, request ? [request.by] : []);
}

/** Why a text passes nowhere, whoever lets it. */
function faultOfAny(event: Passing, process: Process, { happened, now }: At): string | undefined {
  const { kind, until, requestId } = event.data.facts;
  if (kind !== 'exception' && requestId !== undefined) return 'Whoever goes on on their own word answers no request.';
  if (happened.blocked) return 'A text that was blocked passes nowhere.';
  if (process.stopped) return `The process ${process.id} is stopped: nothing passes.`;
  const tooLong = Date.parse(until) - now.getTime() > LONGEST_MS[kind] + CLOCK_MS;
  return tooLong ? `This may hold for ${LONGEST_MS[kind] / HOUR_MS} hours at most.` : undefined;
}

/** At a step that there is not, nothing would ever be due again. */
function handoff({ subject, data: { facts } }: Event<'countersign.handoff.made.v1'>, at: At): EventRefusal | undefined {
  const [process] = processesFor(at.governed.policy, at.happened);
  if (!process) return undefined;
  const { id, escalation = [] } = process;
  if (facts.step === undefined || escalation[facts.step]) return mayNot('escalate', process, subject, at);
  const there = escalation.length === 0 ? 'none' : escalation.length === 1 ? 'one' : `${escalation.length}`;
  return refusal('no_such_step', `The process ${id} has ${there} steps of escalation: not a step ${facts.step + 1}.`);
}

type FaultOf = (event: Passing, process: Process, at: At) => string | undefined;

const FAULTS: Record<Passing['data']['facts']['kind'], FaultOf> = {
  override: (_, { gate }) => (gate.override === 'reason' ? undefined : 'Nobody goes on with a reason here.'),
  bypass: (_, { id }, { governed }) =>
    governed.bypasses.get(id)?.reviewed === false ? 'The last emergency was not looked at by another yet.' : undefined,
  exception: (event, { id }, { happened }) => {
    const { requestId = '', textHash } = event.data.facts;
    const asked = happened.requests.get(requestId);
    if (asked?.kind !== 'exception' || asked.processId !== id || asked.textHash !== textHash)
      return 'Nobody has asked for this exception.';
    return happened.granted.has(requestId) ? 'The exception was granted already: it is single use.' : undefined;
  },
};

function stop({ subject, data: { facts } }: Event<'countersign.process.stopped.v1'>, at: At): EventRefusal | undefined {
  const { policy, names } = at.governed;
  const process = policy.processes?.find(({ id }) => processSubject(id) === subject);
  if (!process) return refusal('other_process', 'There is no such process in the policy.');
  if (!names.has(facts.policyVersion)) return OTHER_VERSION;
  return mayNot('stop', process, '', at);
}

/** That a text informs the public nobody takes back: whoever did would spare themselves the review that it needs. */
function choice(
  { processId, concernsPublic }: FactsOf<'countersign.process.chosen.v1'>,
  { governed, happened }: At,
): EventRefusal | undefined {
  if (concernsPublic === false && happened.concernsPublic)
    return refusal('policy_forbids', 'Somebody said that this text informs the public: that is not taken back.');
  if (processId === undefined) return undefined;
  const process = governed.policy.processes?.find(({ id }) => id === processId);
  return process?.applies.choice
    ? undefined
    : refusal('other_process', `The policy leaves it to nobody to put a text into ${processId}.`);
}
