/** Whether a policy can be put in force as a whole, and if not, why: every problem with its place. */
import { LONGEST_POLICY } from '../../domain/limits.ts';
import {
  NEWEST_FORMAT,
  type Policy,
  type PolicyProblem,
  policySchema,
  type ToolsSection,
} from '../../domain/policy/policy.ts';
import { problemsOf } from '../../domain/policy/problems.ts';
import { patched } from '../../tools/in-force.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { profileProblems } from '../../tools/profile-problems.ts';

type CheckedPolicy = { policy: Policy; problems?: never } | { policy?: never; problems: PolicyProblem[] };

/** More problems than these nobody reads at once. */
const MOST_PROBLEMS = 20;

/** Reads a policy from its JSON text and checks it over the profiles that the extension knows. */
export function checkPolicyText(text: string, known: readonly ToolProfile[]): CheckedPolicy {
  if (text.length > LONGEST_POLICY) return refused({ code: 'tooLarge', field: '' });
  try {
    return checkPolicy(JSON.parse(text), known);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused({ code: 'notJson', field: '', detail: error.message });
  }
}

/** Checks a policy as a whole: accepted with all that is in it, or refused with every reason. */
export function checkPolicy(value: unknown, known: readonly ToolProfile[]): CheckedPolicy {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused({ code: 'notObject', field: '' });
  const { format } = value as { format?: unknown };
  if (typeof format === 'number' && format > NEWEST_FORMAT)
    return refused({ code: 'newerFormat', field: 'format', detail: String(format) });
  const parsed = policySchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return refused(...problemsOf(parsed.error.issues, ''));
  const problems = parsed.data.tools ? toolsProblemsOf(parsed.data.tools, known) : [];
  return problems.length > 0 ? refused(...problems) : { policy: parsed.data };
}

const refused = (...problems: PolicyProblem[]): CheckedPolicy => ({ problems: problems.slice(0, MOST_PROBLEMS) });

/** What is wrong with how a policy says that tools are read. */
export function toolsProblemsOf(tools: ToolsSection, known: readonly ToolProfile[]): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const problem of problemsIn(tools, known)) {
    problems.push(problem);
    // What is refused for twenty reasons is not analysed for more of them.
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems;
}

function* problemsIn(tools: ToolsSection, known: readonly ToolProfile[]): Generator<PolicyProblem> {
  const byId = new Map(known.map((profile) => [profile.id, profile]));
  const added = tools.add ?? [];
  const ids = added.map(({ id }) => (typeof id === 'string' ? id : ''));
  for (const [at, fields] of added.entries()) {
    const id = ids[at] ?? '';
    const place = `tools.add.${id || at + 1}`;
    const clash = id ? clashOf(id, ids.indexOf(id) < at, byId) : undefined;
    if (clash) yield { code: clash, field: `${place}.id`, detail: id };
    yield* profileProblems(fields, place);
  }
  for (const [id, fields] of Object.entries(tools.patch ?? {})) yield* patchProblems(byId.get(id), id, fields);
  for (const [at, id] of (tools.off ?? []).entries())
    if (!byId.has(id) && !ids.includes(id)) yield { code: 'unknownProfile', field: `tools.off.${at + 1}`, detail: id };
}

function clashOf(id: string, again: boolean, known: ReadonlyMap<string, ToolProfile>): 'twice' | 'takenId' | undefined {
  if (again) return 'twice';
  return known.has(id) ? 'takenId' : undefined;
}

function patchProblems(
  profile: ToolProfile | undefined,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): PolicyProblem[] {
  const place = `tools.patch.${id}`;
  if (!profile) return [{ code: 'unknownProfile', field: place, detail: id }];
  if (fields.id !== undefined && fields.id !== id) return [{ code: 'wrongForm', field: `${place}.id` }];
  return profileProblems(patched(profile, fields), place);
}
