/**
 * The rehearsal of a pilot's escalation: started by one person, answered by whoever it has come to, or by nobody. It goes on from step
 * to step as an escalation does, by the same clock, is about no text, and what ran out is no answer.
 */
import { runOn } from '../decision/clock.ts';
import type { CountersignEvent } from '../events/event.ts';
import { compareEvents } from '../fold/order.ts';
import { processOfSubject } from '../gate/stops.ts';
import type { Lapse } from '../output/process-record.ts';
import { partiesFor, rightOf } from '../people/authority.ts';
import type { Delegation } from '../people/delegation.ts';
import type { Calendar } from '../policy/calendar.ts';
import { isOneOf, type Party, type Person, type PolicyRole } from '../policy/party.ts';
import type { GovernancePolicy } from '../policy/policy.ts';
import type { Process } from '../policy/process.ts';

/** Who said something, and when: by their installation, and by the collector where it has taken it. */
interface SaidBy {
  source: string;
  author?: string;
  at: string;
}

export interface Rehearsal {
  rehearsalId: string;
  processId: string;
  started: SaidBy;
  /** To whom its first step went. */
  to: readonly Party[];
  /** The first answer of somebody else, and the step that it had come to. */
  answered?: SaidBy & { step: number };
}

/**
 * `waits` for an answer; answered `inTime`, that is at the first step, or `late`, at one after it; `unanswered`: the last time ran
 * out; `void`: the rules name others by now, or the pilot is over.
 */
type RehearsalState = 'waits' | 'inTime' | 'late' | 'unanswered' | 'void';

/** Where a rehearsal stands. */
export interface RehearsalStanding {
  state: RehearsalState;
  /** For whom it waits, or waited last; at which step, until when, and from when on they are reminded. */
  for: readonly Party[];
  step: number;
  dueAt?: string;
  remindAt?: string;
  lapses: readonly Lapse[];
}

const REHEARSED = 'countersign.escalation.rehearsed.v1';

/** All of them, the oldest first. Of an id the first start and the first answer count, and nobody answers their own. */
export function rehearsalsIn(events: readonly CountersignEvent[]): Rehearsal[] {
  const found = new Map<string, Rehearsal>();
  const inOrder = events.toSorted(compareEvents).flatMap((event) => (event.type === REHEARSED ? [event] : []));
  for (const { subject, source, authid, time, data } of inOrder) {
    const { rehearsalId, to } = data.facts;
    if (!to || found.has(rehearsalId)) continue;
    const started = saidBy(source, authid, time);
    found.set(rehearsalId, { rehearsalId, processId: processOfSubject(subject), started, to });
  }
  for (const { subject, source, authid, time, data } of inOrder) {
    const rehearsal = found.get(data.facts.rehearsalId);
    const { step } = data.facts;
    if (!rehearsal || rehearsal.answered || step === undefined) continue;
    const answered = { ...saidBy(source, authid, time), step };
    if (rehearsal.processId === processOfSubject(subject) && !isSame(rehearsal.started, answered))
      rehearsal.answered = answered;
  }
  return [...found.values()];
}

const saidBy = (source: string, author: string | undefined, at: string): SaidBy => ({
  ...{ source, at },
  ...(author === undefined ? {} : { author }),
});

const isSame = (one: SaidBy, other: SaidBy): boolean =>
  one.author !== undefined && other.author !== undefined ? one.author === other.author : one.source === other.source;

/** Where it stands at a time, by the rules that are asked about. */
export function rehearsalAt(
  { started, to, answered }: Rehearsal,
  process: Process,
  now: string,
  calendar: Calendar | undefined,
): RehearsalStanding {
  const first = process.escalation?.[0];
  if (!isRehearsed(process) || JSON.stringify(first?.to) !== JSON.stringify(to))
    return { state: 'void', for: to, step: 0, lapses: [] };
  const waiting = runOn([{ kind: 'escalated', at: started.at }], process, answered?.at ?? now, { calendar });
  const { step = 0, dueAt, remindAt, lapses = [] } = waiting ?? {};
  const isOver = dueAt !== undefined && Date.parse(dueAt) <= Date.parse(now);
  return {
    ...{ state: answered ? (answered.step === 0 ? 'inTime' : 'late') : isOver ? 'unanswered' : 'waits' },
    ...{ for: waiting?.for ?? to, step: answered?.step ?? step, lapses },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(remindAt === undefined ? {} : { remindAt }),
  };
}

/** Whether a process is one whose escalation is rehearsed: a pilot that has one. */
const isRehearsed = ({ rollout, escalation }: Process): boolean =>
  rollout?.phase === 'pilot' && (escalation?.length ?? 0) > 0;

const ADMINS: readonly Party[] = ['role:admin'];

/** Whether somebody may start one: whoever answers for the process, may pass its texts on, or is an administrator; in its pilot. */
export const mayRehearse = (
  person: Person,
  process: Process,
  { roles = [] }: Pick<GovernancePolicy, 'roles'>,
): boolean =>
  isRehearsed(process) &&
  isOneOf(person, [...(process.owner ? [process.owner] : []), ...partiesFor(process, 'escalate'), ...ADMINS], roles);

interface Answering {
  person: Person;
  roles: readonly PolicyRole[];
  delegations: readonly Delegation[];
  now: string;
  /** Subject of whoever started it. */
  starter: string | undefined;
}

/** Whether somebody is the one whose answer a rehearsal waits for, or stands in for them; never whoever started it. */
export function mayAnswer({ state, for: parties }: RehearsalStanding, { starter, ...asked }: Answering): boolean {
  const place = state === 'waits' ? rightOf(asked, parties) : undefined;
  return place !== undefined && starter !== asked.person.subject && starter !== place.onBehalfOf;
}

/** Whether one that was started since a time was answered in time. */
export const isRehearsedIn = (
  rehearsals: readonly Rehearsal[],
  process: Process,
  since: string,
  policy: Pick<GovernancePolicy, 'calendar'>,
): boolean =>
  rehearsals.some(
    (one) =>
      one.processId === process.id &&
      one.started.at >= since &&
      rehearsalAt(one, process, since, policy.calendar).state === 'inTime',
  );
