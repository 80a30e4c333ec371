/**
 * What reviewers arranged about an item that waits: who has it in hand, until when it rests, and that it is the same as another.
 * All of it ends by itself: by its time, by a decision, or by what is said since. Zod-free and pure.
 */
import type { Made } from '../output/process-record.ts';

/** How an arrangement ends before its time. */
interface Ending {
  /** Somebody ended it, or decided. */
  endedAt?: string;
}

/** One reviewer has the item in hand, until a time. */
export interface Assignment extends Made, Ending {
  assignmentId: string;
  /** Subject of whoever has it; absent where whoever said so has. */
  to?: string;
  until: string;
}

/** It rests until a time, for a reason. */
export interface Deferral extends Made, Ending {
  deferralId: string;
  until: string;
  /** Undefined once it was erased. */
  reason?: string;
}

/** It is the same matter as another output, whose decision answers it too. */
export interface Duplicate extends Made, Ending {
  duplicateId: string;
  /** Hash of the other one. */
  of: string;
  /** Something was said of it since: it waits for itself again. */
  wokenAt?: string;
}

/** All of it, for one output. */
export interface Handling {
  assignments: Assignment[];
  deferrals: Deferral[];
  duplicates: Duplicate[];
}

/** An output, as far as it is asked here. */
interface Handled {
  handling?: Handling;
  /** This browser's person is to judge it a second time: what others arranged keeps it from nobody. */
  blind?: object;
}

/** Those of any kind that have this id: one, unless somebody gave it twice. */
export const arrangementsOf = ({ assignments, deferrals, duplicates }: Handling, id: string): Ending[] => [
  ...assignments.filter(({ assignmentId }) => assignmentId === id),
  ...deferrals.filter(({ deferralId }) => deferralId === id),
  ...duplicates.filter(({ duplicateId }) => duplicateId === id),
];

/** Who has it in hand now. */
export const assignmentNow = ({ handling }: Handled, now: string): Assignment | undefined =>
  running(handling?.assignments, now);

/** Until when it rests now, and why. */
export const deferralNow = ({ handling }: Handled, now: string): Deferral | undefined =>
  running(handling?.deferrals, now);

/** The last that nobody ended; where that was undone, the one before it stands again. */
const running = <T extends Ending & { until: string }>(all: readonly T[] = [], now: string): T | undefined =>
  all.findLast(({ endedAt, until }) => endedAt === undefined && Date.parse(until) > Date.parse(now));

/** Of which other output it is a duplicate now. */
export const duplicateNow = ({ handling }: Handled): Duplicate | undefined =>
  handling?.duplicates.findLast(({ endedAt, wokenAt }) => endedAt === undefined && wokenAt === undefined);

/** Whether somebody marked it as a duplicate and nobody has taken that back: until then no other is a duplicate of it. */
export const isMarkedDuplicate = ({ handling }: Handled): boolean =>
  handling?.duplicates.some(({ endedAt }) => endedAt === undefined) ?? false;

/** Ids of those of a kind that nobody ended: to end them all. */
export const openAssignments = ({ handling }: Handled): string[] =>
  (handling?.assignments ?? []).flatMap(({ endedAt, assignmentId }) => (endedAt === undefined ? assignmentId : []));
export const openDeferrals = ({ handling }: Handled): string[] =>
  (handling?.deferrals ?? []).flatMap(({ endedAt, deferralId }) => (endedAt === undefined ? deferralId : []));

/** Who has it, as the collector knows them; by their installation what it has not taken yet. */
export const holderOf = ({ to, author, source }: Assignment): string => to ?? author ?? source;

/** Why an item that waits for a decision is not in the line now. */
export interface Aside {
  kind: 'deferred' | 'duplicate';
  /** When it comes back by itself; of a duplicate, when it was marked. */
  at: string;
}

/** Why it stands aside; undefined where it does not. */
export function asideOf(output: Handled, now: string): Aside | undefined {
  if (output.blind) return undefined;
  const duplicate = duplicateNow(output);
  if (duplicate) return { kind: 'duplicate', at: duplicate.madeAt };
  const deferral = deferralNow(output, now);
  return deferral && { kind: 'deferred', at: deferral.until };
}

/** When something of that ends by its time, so that its place is to be looked at again; undefined where nothing does. */
export const handlingEndsAt = (output: Handled, now: string): string | undefined =>
  [assignmentNow(output, now), deferralNow(output, now)].flatMap((each) => each?.until ?? []).sort()[0];
