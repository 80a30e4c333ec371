/** Three choices at the top of a policy that set the whole: how strict, who decides, whose tools. */
import { aoql, cspCharacter } from '../../review/csp.ts';
import type { GovernancePolicy } from '../policy.ts';
import { mayConcernPublic, type Process } from '../process.ts';
import { APPROVER, LEAD } from './template.ts';

export const PACES = ['speed', 'balanced', 'control'] as const;
export const SEATS = ['central', 'local'] as const;
export const MAKES = ['bought', 'own'] as const;
export interface PolicySwitches {
  pace: (typeof PACES)[number];
  seat: (typeof SEATS)[number];
  make: (typeof MAKES)[number];
}

/** A policy with the switches set. What the switches say nothing of stays as it is. */
export function withSwitches(policy: GovernancePolicy, switches: PolicySwitches): GovernancePolicy {
  const processes = (policy.processes ?? []).map((process) =>
    seated(paced(process, switches.pace), switches.seat, switches.make),
  );
  const roles = policy.roles ?? [];
  const named = switches.make === 'bought' || roles.some(({ id }) => id === DESIGNER);
  return {
    ...policy,
    processes,
    // Without members, which is told as a gap: who built the tool is for the organisation to say.
    roles: named ? roles : [...roles, { id: DESIGNER, name: DESIGNER, members: [] }],
  };
}

const DESIGNER = 'designer';

/** Clean ones in a row and one in so many after them, where review may become less. */
const EARNED: Readonly<Record<'speed' | 'balanced', { clean: number; oneIn: number }>> = {
  speed: { clean: 20, oneIn: 10 },
  balanced: { clean: 30, oneIn: 5 },
};
/** Shares of defects are said in steps of half a per cent, upwards: the limit that is promised is one that is kept. */
const STEPS = 200;

function paced(process: Process, pace: PolicySwitches['pace']): Process {
  const full =
    pace === 'control' || mayConcernPublic(process) || process.risk === 'regulated' || process.risk === 'high';
  const { secondOneIn, blockedOneIn } = process.review;
  const review: Process['review'] = {
    ...(full ? { mode: 'full' } : earned(EARNED[pace])),
    // Who looks again, and at how much, is no matter of the pace.
    ...(secondOneIn === undefined ? {} : { secondOneIn }),
    ...(blockedOneIn === undefined ? {} : { blockedOneIn }),
  };
  return { ...process, review, gate: GATES[pace](process), dueAfterHours: DUE_HOURS[pace] };
}

const earned = (plan: { clean: number; oneIn: number }): Process['review'] => ({
  ...{ mode: 'earned', ...plan },
  ...{ limit: Math.ceil(aoql(plan).outgoing * STEPS) / STEPS, unacceptable: 0.2 },
});

/** What stands between a text and its effect. Text for the public is never just told about. */
const GATES: Readonly<Record<PolicySwitches['pace'], (process: Process) => Process['gate']>> = {
  speed: (process) => ({
    mode: 'active',
    unreviewed: mayConcernPublic(process) ? 'hold' : 'tell',
    reported: 'ask',
    override: 'reason',
  }),
  balanced: (process) => ({
    mode: 'active',
    unreviewed: mayConcernPublic(process) ? 'hold' : 'ask',
    reported: 'hold',
    override: 'reason',
  }),
  control: () => ({ mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' }),
};
const DUE_HOURS: Readonly<Record<PolicySwitches['pace'], number>> = { speed: 16, balanced: 8, control: 4 };

/** Who decides. In a tool of one's own those who built it are to be named, so that they do not judge it. */
function seated(process: Process, seat: PolicySwitches['seat'], make: PolicySwitches['make']): Process {
  const near = seat === 'local' ? [APPROVER, LEAD] : [APPROVER];
  const far = seat === 'local' ? [LEAD] : ['role:admin'];
  const designers = make === 'own' ? (process.designers ?? [`role:${DESIGNER}`]) : undefined;
  const { designers: _, ...rest } = process;
  return {
    ...rest,
    ...(designers ? { designers } : {}),
    authority: {
      ...{ approve: near, modify: near, block: near, escalate: near },
      ...{ override: far, except: far, bypass: far, stop: far },
    },
  };
}

interface SwitchCost {
  /** Share of answers that somebody reads on the long run, 0 to 1, at the share of defects that is assumed. */
  read: number;
  /** Minutes of review for 100 answers. */
  minutes: number;
  /** Share of answers that go out with a defect on the long run, 0 to 1, with reviewers who miss so many. */
  outgoing: number;
}

/** What is assumed to say what a switch costs; all three are shown beside the figures, and can be changed. */
interface CostAssumptions {
  minutesEach: number;
  /** Share of answers with a defect. */
  defects: number;
  /** Share of defects that a reviewer does not see. */
  miss: number;
}

/** What a process costs and risks under a pace: minutes of people, and defects that go out. */
export function costOf(process: Process, pace: PolicySwitches['pace'], assumed: CostAssumptions): SwitchCost {
  const { minutesEach, defects, miss } = assumed;
  const { review } = paced(process, pace);
  if (review.mode === 'full') return { read: 1, minutes: 100 * minutesEach, outgoing: miss * defects };
  const plan = { clean: review.clean ?? 1, oneIn: review.oneIn ?? 1 };
  const { reviewed, outgoing } = cspCharacter(plan, defects, miss);
  return { read: reviewed, minutes: 100 * reviewed * minutesEach, outgoing };
}
