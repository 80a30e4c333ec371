/**
 * What became of the pages that an output cites: whether they are there, and whether they say what the output says. A
 * page that cannot be looked at is `unavailable`, which says nothing against it.
 */

import * as z from 'zod';
import { LONGEST_CITED_ADDRESS, LONGEST_HOST } from '../limits.ts';

/** `gone`: the server says that there is no such page. `unavailable`: nobody can say, for a reason. */
export const REACHES = ['reached', 'redirected', 'gone', 'unavailable'] as const;
/** `exact`: the claim's words stand in the source. `close`: most of them stand together there, with every number. */
export const CLAIM_FINDS = ['exact', 'close', 'not_found', 'not_checked'] as const;

/** Why a source is unavailable, or the claim was not looked for. */
export const CHECK_REASONS = [
  'network', // no answer: the name is not known, or nothing is there
  'timeout', // no answer in time, or not all of it
  'refused', // the server wants to know who asks, or lets no machine ask (401, 403, 407, 429, 451)
  'server', // the server failed, or gave an answer that is none
  'redirects', // too many of them, in a circle, or one that the browser does not tell
  'no_access', // it leads on to a site that this browser was not allowed to ask
  'private', // it leads to an address that is not public
  'not_secure', // without encryption
  'pdf',
  'not_text',
  'no_text', // nothing is in it before its scripts run
  'too_large', // longer than what is read, and not found in that
  'no_place', // it is not known for which sentence the source stands
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

export const citationCheckedSchema = z.lazy(() =>
  z.strictObject({
    /** The address as the trace has it. */
    url: z.url().max(LONGEST_CITED_ADDRESS),
    reach: z.enum(REACHES),
    claim: z.enum(CLAIM_FINDS),
    reason: z.enum(CHECK_REASONS).optional(),
    /** Host to which it led on, where that is another. */
    movedTo: z.string().max(LONGEST_HOST).optional(),
    /** Whether a person asked for the check, or the policy. */
    by: z.enum(['person', 'policy']),
  }),
);
export type CitationChecked = z.infer<typeof citationCheckedSchema>;

/** A check folded from its event. */
export interface CitationCheck extends CitationChecked {
  source: string;
  checkedAt: string;
}

/** Whether a source holds: it is there, and says what is said of it. */
export const citationHolds = ({ reach, claim }: Pick<CitationChecked, 'reach' | 'claim'>): boolean =>
  (reach === 'reached' || reach === 'redirected') && (claim === 'exact' || claim === 'close');

/**
 * The check that stands of those of one source, oldest first: the latest, but one that could not look does not undo one
 * that could.
 */
export function standingCheck(checks: readonly CitationCheck[]): CitationCheck | undefined {
  return checks.findLast(({ reach }) => reach !== 'unavailable') ?? checks.at(-1);
}
