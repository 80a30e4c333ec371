/** The periodic review of the rules: who signs it, when somebody did, and when the next is due. */
import type { CountersignEvent } from '../../events/event.ts';
import { compareEvents } from '../../fold/order.ts';
import { monthsAfter } from '../completeness.ts';
import { isOneOf, type Party, type Person } from '../party.ts';
import type { GovernancePolicy } from '../policy.ts';
import type { SignOff } from './sign-off.ts';

const SUBJECT = 'urn:countersign:policy-review:';

/** What a sign-off is about, and that from which on all of them stand. */
export const periodicSubject = (reviewId: string): string => `${SUBJECT}${reviewId}`;

/** A review that was signed. */
export interface SignedReview extends Omit<SignOff, 'policyVersion'> {
  version: string;
  signedAt: string;
  /** Subject of whoever signed, where the team's log says it. */
  by?: string;
  note?: string;
}

/** All of them, the oldest first. */
export function signedIn(events: readonly CountersignEvent[]): SignedReview[] {
  return events.toSorted(compareEvents).flatMap((event) => {
    if (event.type !== 'countersign.policy.reviewed.v1') return [];
    const { policyVersion, ...facts } = event.data.facts;
    const note = event.data.sealed?.content.note;
    return {
      ...{ version: policyVersion, ...facts, signedAt: event.time },
      ...(event.authid === undefined ? {} : { by: event.authid }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

type Reviewed = Pick<GovernancePolicy, 'periodicReview'>;

const USUAL_MONTHS = 6;

/** The rules with the last sign-off as their last review, where it is later than what they say themselves; else the very same. */
export function withLastReview<P extends Reviewed>(policy: P, signed: readonly Pick<SignedReview, 'signedAt'>[]): P {
  const day = signed.map(({ signedAt }) => signedAt.slice(0, 10)).reduce((last, one) => (one > last ? one : last), '');
  const { periodicReview = { everyMonths: USUAL_MONTHS } } = policy;
  if (day === '' || (periodicReview.reviewedOn ?? '') >= day) return policy;
  return { ...policy, periodicReview: { ...periodicReview, reviewedOn: day } };
}

/** The day on which the next is due; undefined where nobody has said when the last was. */
export const nextReview = ({ periodicReview }: Reviewed): string | undefined =>
  periodicReview?.reviewedOn && monthsAfter(periodicReview.reviewedOn, periodicReview.everyMonths);

/** From so many days before it on one is reminded. */
const DAYS_BEFORE = 30;
const DAY_MS = 86_400_000;

/** How it is with the next one on a day; undefined where nobody has said when the last was. */
export function reviewState(policy: Reviewed, today: string): 'fine' | 'soon' | 'overdue' | undefined {
  const due = nextReview(policy);
  if (due === undefined) return undefined;
  if (today >= due) return 'overdue';
  return Date.parse(due) - Date.parse(today) <= DAYS_BEFORE * DAY_MS ? 'soon' : 'fine';
}

const ADMINS: readonly Party[] = ['role:admin'];

/** Who signs: whoever the rules name for it; an administrator where they name nobody, or a role in which nobody is yet. */
export function signersOf({
  periodicReview,
  roles = [],
}: Pick<GovernancePolicy, 'periodicReview' | 'roles'>): readonly Party[] {
  const owner = periodicReview?.owner;
  const isEmpty = roles.some(({ id, members }) => `role:${id}` === owner && members.length === 0);
  return owner === undefined || isEmpty ? ADMINS : [owner];
}

/** Whether somebody may sign the review of these rules. */
export const maySign = (person: Person, policy: Pick<GovernancePolicy, 'periodicReview' | 'roles'>): boolean =>
  isOneOf(person, signersOf(policy), policy.roles ?? []);
