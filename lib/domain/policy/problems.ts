/** What a schema says of something that is managed, as problems with their places. */
import type * as z from 'zod';
import type { PolicyProblem, ProblemCode } from './policy.ts';

/** What a schema said, as problems below a place. */
export const problemsOf = (issues: readonly z.core.$ZodIssue[], place: string): PolicyProblem[] =>
  issues.flatMap((issue) => problemsOfIssue(issue, place));

function problemsOfIssue(issue: z.core.$ZodIssue, place: string): PolicyProblem[] {
  // Places in a list are counted from one, as people do.
  const path = issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step)));
  const field = [...(place ? [place] : []), ...path].join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ code: 'unknownField', field: field ? `${field}.${key}` : key }));
  const code = codeOf(issue);
  return [code === 'wrongKind' && 'expected' in issue ? { code, field, detail: issue.expected } : { code, field }];
}

/** What our own checks of a schema say, where it is not that a tool has no place. */
const OWN_CHECKS: Readonly<Record<string, ProblemCode>> = {
  'not a regular expression': 'pattern',
  'no time zone of this name': 'wrongForm',
  'ends before it begins': 'wrongForm',
};

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'wrongKind';
  if (issue.code === 'too_big') return 'tooLong';
  if (issue.code === 'too_small') return 'empty';
  if (issue.code === 'custom') return OWN_CHECKS[issue.message ?? ''] ?? 'noPlace';
  return 'wrongForm';
}
