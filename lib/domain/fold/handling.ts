/** How reviewers' arrangements change an output that is being folded, and what ends them. */
import { type Assignment, arrangementsOf, type Deferral, type Duplicate, type Handling } from '../decision/handling.ts';
import { type Folded, madeWhen, type OutputFolding } from './folding.ts';

export const nothingHandled = (): Handling => ({ assignments: [], deferrals: [], duplicates: [] });

/** Whether anything is in it. */
export const hasHandling = ({ assignments, deferrals, duplicates }: Handling): boolean =>
  assignments.length + deferrals.length + duplicates.length > 0;

interface AssignmentFacts extends Pick<Assignment, 'assignmentId' | 'until'> {
  to?: string | undefined;
  after: string | null;
}

/** Somebody takes it, or gives it to another. Of two who do so at once the first has it: the second did not know of the first. */
export function putAssignment({ handling }: OutputFolding, event: Folded<AssignmentFacts>): void {
  const { assignmentId, to, until, after } = event.data.facts;
  if (after !== (handling.assignments.at(-1)?.assignmentId ?? null)) return;
  handling.assignments.push({ assignmentId, ...(to === undefined ? {} : { to }), until, ...madeWhen(event) });
}

/** It rests for a while. The last word counts. */
export function putDeferral(
  { handling }: OutputFolding,
  event: Folded<Pick<Deferral, 'deferralId' | 'until'>, { reason: string }>,
): void {
  const { deferralId, until } = event.data.facts;
  if (handling.deferrals.some((one) => one.deferralId === deferralId)) return;
  const reason = event.data.sealed?.content.reason;
  handling.deferrals.push({ deferralId, until, ...madeWhen(event), ...(reason ? { reason } : {}) });
}

/** It is the same as another; never as itself. */
export function putDuplicate({ handling }: OutputFolding, event: Folded<Pick<Duplicate, 'duplicateId' | 'of'>>): void {
  const { duplicateId, of } = event.data.facts;
  if (of === event.subject || handling.duplicates.some((one) => one.duplicateId === duplicateId)) return;
  handling.duplicates.push({ duplicateId, of, ...madeWhen(event) });
}

/** Somebody ends one of them before its time. */
export function endHandling({ handling }: OutputFolding, { time, data }: Folded<{ handlingId: string }>): void {
  for (const each of arrangementsOf(handling, data.facts.handlingId)) each.endedAt ??= time;
}

/** Somebody decided: nobody has it in hand any more, and it rests no more. */
export function decideHandling({ handling }: OutputFolding, decidedAt: string): void {
  for (const each of [...handling.assignments, ...handling.deferrals]) each.endedAt ??= decidedAt;
}

/** Something new was said of it: it does not rest on what was known before. */
export function wakeHandling({ handling }: OutputFolding, at: string): void {
  for (const each of handling.deferrals) each.endedAt ??= at;
  for (const each of handling.duplicates) each.wokenAt ??= at;
}
