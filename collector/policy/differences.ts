/** What differs between two policies, a line a field, for a command line. */
import { differencesOf, type Json } from '../../lib/domain/policy/writing/draft.ts';

const LONGEST_VALUE = 200;

/** `+ field: new`, `- field: old`, `~ field: old -> new`, sorted by field. */
export const policyDifferences = (before: unknown, after: unknown): string[] =>
  differencesOf(before as Json | undefined, after as Json | undefined)
    .sort((one, other) => (one.field < other.field ? -1 : 1))
    .map(({ field, before: old, after: fresh }) => {
      if (old === undefined) return `+ ${field}: ${said(fresh)}`;
      return fresh === undefined ? `- ${field}: ${said(old)}` : `~ ${field}: ${said(old)} -> ${said(fresh)}`;
    });

const said = (json = ''): string => (json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)}…` : json);
