import { i18n } from '#i18n';
import type { ToolProfile } from '../../../lib/tools/profile.ts';
import { toolProfileSchema } from '../../../lib/tools/schema.ts';
import { invalidSelector } from '../../../lib/tools/selectors.ts';

type Checked = { profile: ToolProfile; problems?: never } | { profile?: never; problems: string[] };
type Issue = NonNullable<ReturnType<typeof toolProfileSchema.safeParse>['error']>['issues'][number];

/** Reads a profile that a person has written, or says in words what is wrong with it and where. */
export function checkProfile(text: string): Checked {
  const parsed = parse(text);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const result = toolProfileSchema.safeParse(parsed.value);
  if (!result.success) return { problems: result.error.issues.slice(0, 5).map(problemOf) };
  const invalid = invalidSelector(result.data, document.createDocumentFragment());
  if (invalid !== undefined) return { problems: [i18n.t('sites.problem.selector', { selector: invalid })] };
  return { profile: result.data };
}

function parse(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: i18n.t('sites.problem.json', { detail: error.message }) };
  }
}

function problemOf(issue: Issue): string {
  const field = issue.path.join('.') || i18n.t('sites.problem.whole');
  if (issue.code === 'unrecognized_keys') return i18n.t('sites.problem.unknown', { fields: issue.keys.join(', ') });
  if (issue.code === 'invalid_type') return i18n.t('sites.problem.type', { field, expected: issue.expected });
  if (issue.code === 'too_big') return i18n.t('sites.problem.long', { field, limit: String(issue.maximum) });
  if (issue.code === 'too_small') return i18n.t('sites.problem.empty', { field });
  return i18n.t('sites.problem.format', { field });
}
