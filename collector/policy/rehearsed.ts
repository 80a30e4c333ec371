/**
 * What the policy in force forbids of rehearsals: who starts one, and who answers it. Told from the team's own log and by the
 * collector's clock: when a browser says that it was counts for nothing. Pure.
 */
import { type CountersignEvent, eventWith } from '../../lib/domain/events/event.ts';
import { processSubject } from '../../lib/domain/gate/stops.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import {
  mayAnswer,
  mayRehearse,
  type Rehearsal,
  rehearsalAt,
  rehearsalsIn,
} from '../../lib/domain/rollout/rehearsal.ts';
import type { EventRefusal } from '../ledger/judge.ts';
import type { Caller } from '../people/tokens.ts';
import type { Governed } from './governed.ts';

type Rehearsed = Extract<CountersignEvent, { type: 'countersign.escalation.rehearsed.v1' }>;

/** Browsers reckon from the start's own time until when an answer is due: one that is further off would have them say another. */
const CLOCK_MS = 15 * 60_000;

interface At {
  caller: Caller;
  governed: Governed;
  process: Process;
  /** Those of the process that the log has. */
  before: Rehearsal[];
  now: string;
}

/** Why a start or an answer is refused; undefined of what the policy lets pass. */
export function forbiddenRehearsal(
  event: Rehearsed,
  caller: Caller,
  governed: Governed,
  now: Date,
): EventRefusal | undefined {
  const { policy, names, told } = governed;
  const process = policy.processes?.find(({ id }) => processSubject(id) === event.subject);
  if (!process) return { code: 'other_process', detail: 'There is no such process in the policy.' };
  if (!names.has(event.data.facts.policyVersion))
    return { code: 'other_version', detail: 'No such version of the policy is in force, or ever was.' };
  const events = (told.get(event.subject) ?? []).map((one) => eventWith(one.event, { time: one.at, authid: one.by }));
  const at = { caller, governed, process, before: rehearsalsIn(events), now: now.toISOString() };
  if (isOtherTime(event, now)) return OTHER_TIME;
  const fault = event.data.facts.act === 'started' ? faultOfStart(event, at) : faultOfAnswer(event, at);
  return fault === undefined ? undefined : { code: 'policy_forbids', detail: fault };
}

const OTHER_TIME: EventRefusal = {
  code: 'other_time',
  detail: 'A rehearsal begins when the team’s server hears of it: this start is of another time.',
};

const isOtherTime = ({ time, data }: Rehearsed, now: Date): boolean =>
  data.facts.act === 'started' && Math.abs(Date.parse(time) - now.getTime()) > CLOCK_MS;

function faultOfStart({ data: { facts } }: Rehearsed, { caller, governed, process, before, now }: At) {
  if (process.rollout?.phase !== 'pilot') return `The process ${process.id} is not in its pilot: nothing is rehearsed.`;
  const [first] = process.escalation ?? [];
  if (!first) return `The process ${process.id} has no escalation that could be rehearsed.`;
  if (!mayRehearse(caller, process, governed.policy))
    return `The policy does not let you rehearse the escalation of ${process.id}.`;
  if (JSON.stringify(first.to) !== JSON.stringify(facts.to))
    return 'A rehearsal goes to those whom the first step names.';
  const { calendar } = governed.policy;
  if (before.some((one) => rehearsalAt(one, process, now, calendar).state === 'waits'))
    return `A rehearsal in ${process.id} waits for its answer already.`;
  return before.some(({ rehearsalId }) => rehearsalId === facts.rehearsalId)
    ? 'This rehearsal was started before.'
    : undefined;
}

function faultOfAnswer({ data: { facts } }: Rehearsed, { caller, governed, process, before, now }: At) {
  const rehearsal = before.find(({ rehearsalId }) => rehearsalId === facts.rehearsalId);
  if (!rehearsal) return `Nobody has started this rehearsal in ${process.id}.`;
  const { policy, delegations } = governed;
  const standing = rehearsalAt(rehearsal, process, now, policy.calendar);
  if (standing.state !== 'waits') return 'This rehearsal waits for no answer any more.';
  const asked = { person: caller, roles: policy.roles ?? [], delegations, now, starter: rehearsal.started.author };
  if (!mayAnswer(standing, asked))
    return 'It is for those to answer to whom it has come, and never for who started it.';
  return standing.step === facts.step ? undefined : `It has come to another step by now: ${standing.step}.`;
}
