import { i18n } from '#i18n';
import type { PolicyProblem } from '../../../lib/domain/policy/policy.ts';
import type { ToolProfile } from '../../../lib/tools/profile.ts';
import { profileProblems } from '../../../lib/tools/profile-problems.ts';
import { toolProfileSchema } from '../../../lib/tools/schema.ts';
import { invalidSelector } from '../../../lib/tools/selectors.ts';
import { policyProblemText } from '../../words/policy.ts';

type Checked = { profile: ToolProfile; problems?: never } | { profile?: never; problems: string[] };

/** More of them nobody reads at once. */
const SHOWN = 5;

/** Reads a profile that a person has written, or says in words what is wrong with it and where. */
export function checkProfile(text: string): Checked {
  const parsed = parse(text);
  if ('problem' in parsed) return refused([parsed.problem]);
  const problems = profileProblems(parsed.value, '');
  if (problems.length > 0) return refused(problems);
  const profile = toolProfileSchema.parse(parsed.value);
  // The grammar may allow what this browser does not know.
  const invalid = invalidSelector(profile, document.createDocumentFragment());
  return invalid === undefined ? { profile } : refused([{ code: 'selector', field: '', detail: invalid }]);
}

function parse(text: string): { value: unknown } | { problem: PolicyProblem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: { code: 'notJson', field: '', detail: error.message } };
  }
}

const refused = (problems: readonly PolicyProblem[]): Checked => ({
  problems: problems.slice(0, SHOWN).map((problem) => policyProblemText(problem, i18n.t('sites.problemWhole'))),
});
