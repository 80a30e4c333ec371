/** Whether a policy can be published: all of it, or every reason why not at once. */
import { storable } from '../output/text.ts';
import { completenessOf } from './completeness.ts';
import { overlaid } from './overlay/overlaid.ts';
import type { Slip } from './overlay/slip.ts';
import { slipOf } from './overlay/slips.ts';
import { type GovernancePolicy, type Policy, type PolicyProblem, policySchema } from './policy.ts';
import { problemsOf } from './problems.ts';

interface Under {
  /** The policy of the centre, over which this one lies. */
  base?: GovernancePolicy | undefined;
  /** An ISO date. */
  today: string;
  /** Names that earlier versions have. */
  taken?: ReadonlySet<string>;
}

/** Why a policy cannot be published. */
export interface PublishProblem extends PolicyProblem {
  /** The case that would slip, where an overlay loosens its base. */
  slip?: Slip;
}

/** `own`: the policy as it was written; `policy`: what holds, with what lies under it. */
type Publishable = { own: Policy; policy: Policy; problems?: never } | { problems: PublishProblem[]; own?: never };

/** Checks a policy that somebody wants to publish. */
export function publishable(value: unknown, under: Under): Publishable {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [{ code: 'notObject', field: '' }] };
  if (!isStorable(value)) return { problems: [{ code: 'unstorable', field: '' }] };
  const { format } = value as { format?: unknown };
  if (typeof format === 'number' && format > 2)
    return { problems: [{ code: 'newerFormat', field: 'format', detail: String(format) }] };
  const parsed = policySchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, '') };
  const own = parsed.data;
  const problems = under.base ? overlayProblems(own, under.base) : [];
  if (problems.length > 0) return { problems };
  const policy = under.base && own.format === 2 ? overlaid(under.base, own) : own;
  const whole = under.base ? policySchema.safeParse(policy, { reportInput: true }) : undefined;
  if (whole?.error) return { problems: problemsOf(whole.error.issues, '') };
  const wrong = [...nameProblems(policy, under.taken), ...twiceProblems(own), ...soundness(policy, under.today)];
  return wrong.length > 0 ? { problems: wrong } : { own, policy };
}

/** What no store holds: half of a surrogate pair, a NUL. */
const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return storable(value) === value;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
};

function overlayProblems(own: Policy, base: GovernancePolicy): PublishProblem[] {
  if (own.format !== 2) return [{ code: 'notGovernance', field: 'format' }];
  const slip = slipOf(base, own);
  return slip ? [{ code: 'loosens', field: fieldOf(slip), slip }] : [];
}

function fieldOf(slip: Slip): string {
  if (slip.kind === 'gone' || slip.kind === 'looser') return slip.field;
  const process = `processes.${slip.processId}`;
  return 'field' in slip ? `${process}.${slip.field}` : process;
}

function nameProblems({ version }: Policy, taken: ReadonlySet<string> | undefined): PolicyProblem[] {
  return taken?.has(version) ? [{ code: 'takenVersion', field: 'version', detail: version }] : [];
}

/** Ids name one thing each: of two processes with one id, the second would never be asked. */
function twiceProblems(policy: Policy): PolicyProblem[] {
  if (policy.format !== 2) return [];
  const { processes = [], roles = [] } = policy;
  const lists = [['processes', processes] as const, ['roles', roles] as const];
  const points = processes.map(({ id, checklist = [] }) => [`processes.${id}.checklist`, checklist] as const);
  return [...lists, ...points].flatMap(([field, list]) =>
    list.flatMap(({ id }, at): PolicyProblem[] =>
      list.findIndex((one) => one.id === id) < at ? [{ code: 'twice', field: `${field}.${at + 1}`, detail: id }] : [],
    ),
  );
}

function soundness(policy: Policy, today: string): PolicyProblem[] {
  if (policy.format !== 2) return [];
  return completenessOf(policy, today)
    .findings.filter(({ stops }) => stops)
    .map(({ gap, field }) => ({ code: gap === 'publicNotFull' ? 'publicNotFull' : 'designerReviews', field }));
}
