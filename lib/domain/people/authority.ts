/**
 * Who may do what with a text of a process. The extension asks it to disable what is not allowed and to say who can;
 * the collector asks it again, under the version of the policy that was in force, and refuses.
 */
import { isOneOf, type Party, type Person, type PolicyRole, peopleIn } from '../policy/party.ts';
import type { Process, Verb } from '../policy/process.ts';
import { type Delegation, inPlaceOf, standInsOf } from './delegation.ts';

const DECIDING: readonly Party[] = ['role:reviewer', 'role:admin'];
const EVERYBODY: readonly Party[] = ['role:reporter', ...DECIDING];

/** Who may do what where the process says nothing. */
const BY_DEFAULT: Readonly<Record<Verb, readonly Party[]>> = {
  approve: DECIDING,
  modify: DECIDING,
  block: DECIDING,
  escalate: DECIDING,
  except: DECIDING,
  stop: DECIDING,
  override: EVERYBODY,
  bypass: DECIDING,
};

/** Verbs that say yes to a text: four eyes, and never those who designed the process. */
const SAYS_YES: ReadonlySet<Verb> = new Set(['approve', 'modify', 'except']);

/** Verbs that say what holds for a text, and are for the fallback approver where nobody is left of those who approve. */
const LOOKS: ReadonlySet<Verb> = new Set(['approve', 'modify', 'block']);

/** What is asked: may this person do this with that text, now. */
export interface AuthorityQuestion {
  verb: Verb;
  person: Person;
  process: Process;
  roles: readonly PolicyRole[];
  delegations?: readonly Delegation[];
  /** Subjects of those whose text it is: who wrote the prompt, who edited it last, who wrote along. */
  authors: readonly string[];
  /** When the text came up: after the hours that the policy names, one may review one's own, marked as such. */
  seenAt: string;
  /** Who let it go without an approval, by a reason or in an emergency, and when, while nobody else has looked at that. */
  passes?: readonly Passed[];
  /** Who blocked it, where the draw asks for a second look by somebody else that nobody has taken yet. */
  blockers?: readonly string[];
  now: string;
}

/** Somebody let a text go on their own word. */
export interface Passed {
  by: string;
  at: string;
}

type AuthorityRule = 'role' | 'own_text' | 'own_pass' | 'own_block' | 'designer';

export type AuthorityAnswer =
  | {
      may: true /** Whose place the person takes. */;
      onBehalfOf?: string /** One's own, after a while. */;
      selfReview?: true;
    }
  | { may: false; rule: AuthorityRule /** Who can. */; who: readonly Party[] };

const HOUR_MS = 3_600_000;

/** Who may do something in a process: those whom it names, else the collector's roles. */
export const partiesFor = ({ authority }: Pick<Process, 'authority'>, verb: Verb): readonly Party[] =>
  authority?.[verb] ?? BY_DEFAULT[verb];

/** Whether somebody may do something with a text; if not, by which rule, and who may. */
export function authorityOf(question: AuthorityQuestion): AuthorityAnswer {
  const { verb, process, person, roles } = question;
  const fallback = LOOKS.has(verb) && process.fallback && isNobodyLeft(question) ? process.fallback : undefined;
  const who = fallback ?? partiesFor(process, verb);
  const place = rightOf(question, partiesFor(process, verb)) ?? (fallback && rightOf(question, fallback));
  if (!place) return { may: false, rule: 'role', who };
  if (LOOKS.has(verb) && isOwnBlock(question, place.onBehalfOf)) return { may: false, rule: 'own_block', who };
  if (!SAYS_YES.has(verb)) return { may: true, ...place };
  if (isOneOf(person, process.designers ?? [], roles)) return { may: false, rule: 'designer', who };
  const own = ownPartOf(question, place.onBehalfOf);
  if (!own) return { may: true, ...place };
  return mayReviewOwn(question, own.since)
    ? { may: true, ...place, selfReview: true }
    : { may: false, rule: own.rule, who };
}

/**
 * Four eyes: neither one's own text, nor one that one let go on one's own word, nor somebody else's of either kind in whose
 * place one stands. Since when it is one's own.
 */
function ownPartOf(
  { authors, passes = [], person, seenAt }: AuthorityQuestion,
  onBehalfOf: string | undefined,
): { rule: AuthorityRule; since: string } | undefined {
  const isOwn = (subject: string) => subject === person.subject || subject === onBehalfOf;
  const since = passes.filter(({ by }) => isOwn(by)).map(({ at }) => at);
  if (authors.some(isOwn)) return { rule: 'own_text', since: latest([seenAt, ...since]) };
  return since.length > 0 ? { rule: 'own_pass', since: latest(since) } : undefined;
}

/** A second look is one of other eyes, also where one stands in somebody's place. */
const isOwnBlock = ({ blockers = [], person }: AuthorityQuestion, onBehalfOf: string | undefined): boolean =>
  blockers.some((subject) => subject === person.subject || subject === onBehalfOf);

const latest = (times: readonly string[]): string =>
  times.reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last));

function mayReviewOwn({ process, now }: AuthorityQuestion, since: string): boolean {
  const hours = process.selfReviewAfterHours;
  return hours !== undefined && Date.parse(now) - Date.parse(since) >= hours * HOUR_MS;
}

/** By what right somebody is one of these: one's own, or that of somebody who is away. */
export function rightOf(
  question: Pick<AuthorityQuestion, 'person' | 'roles' | 'delegations' | 'now'>,
  who: readonly Party[],
): { onBehalfOf?: string } | undefined {
  const { person, roles, delegations = [], now } = question;
  if (isOneOf(person, who, roles)) return {};
  // What is known of somebody who is away is their name: their role in the policy counts by it.
  const onBehalfOf = inPlaceOf(person.subject, delegations, now).find((from) =>
    isOneOf({ subject: from, role: '' }, who, roles),
  );
  return onBehalfOf === undefined ? undefined : { onBehalfOf };
}

/**
 * Whether nobody is left of those whom a process names: each of them had the text made, let it go on their own word, blocked it
 * before a second look, designed the process, or is away with nobody to stand in who did not. Where a group or a role of the collector is named, nobody can tell, and somebody is.
 */
function isNobodyLeft(question: AuthorityQuestion): boolean {
  const { authors, passes = [], blockers = [], process, roles, delegations = [], now } = question;
  const named = peopleIn(partiesFor(process, 'approve'), roles);
  if (named === undefined) return false;
  const isBarred = (subject: string) =>
    authors.includes(subject) ||
    blockers.includes(subject) ||
    passes.some(({ by }) => by === subject) ||
    isOneOf({ subject, role: '' }, process.designers ?? [], roles);
  return named.every((subject) => {
    if (isBarred(subject)) return true;
    const standIns = standInsOf(subject, delegations, now);
    return standIns.length > 0 && standIns.every(isBarred);
  });
}
