/** What a base asks for beside the gate, and an overlay asks less of: fields of which one value is plainly the stricter. */
import { signInWithin } from '../../decision/signature.ts';
import { PROMPT_KEPT } from '../../output/trace.ts';
import type { GovernancePolicy } from '../policy.ts';
import { mayConcernPublic, type Process, PUBLIC_INTEREST, RISKS } from '../process.ts';
import type { Slip } from './slip.ts';

/** Where the two stand beside each other: more is looser. */
type Looseness<T> = (one: T) => number;

const ENDLESS = Number.POSITIVE_INFINITY;
/** Six months, where a policy does not say how often it is looked at again. */
const USUAL_MONTHS = 6;

const OF_POLICY: Readonly<Record<string, Looseness<GovernancePolicy>>> = {
  'trace.prompt': ({ trace }) => -PROMPT_KEPT.indexOf(trace?.prompt ?? 'full'),
  'retention.contentMonths': ({ retention }) => retention?.contentMonths ?? ENDLESS,
  'periodicReview.everyMonths': ({ periodicReview }) => periodicReview?.everyMonths ?? USUAL_MONTHS,
};

const OF_PROCESS: Readonly<Record<string, Looseness<Process>>> = {
  risk: ({ risk }) => -RISKS.indexOf(risk),
  publicInterest: (one) => (mayConcernPublic(one) ? -PUBLIC_INTEREST.indexOf(one.publicInterest) : 0),
  dueAfterHours: ({ dueAfterHours = ENDLESS }) => dueAfterHours,
  // A signature that is asked for takes no older sign-in than by the base.
  signInWithinMinutes: (one) => signInWithin(one, 'approve') ?? ENDLESS,
};

/** The first field of the whole policy that holds to less than the base. */
export function looserIn(base: GovernancePolicy, over: GovernancePolicy): Slip | undefined {
  // Where the base says nothing of how texts are recognised, a browser's own rule holds.
  const days = base.reuse?.keepDays;
  if (days !== undefined && (over.reuse?.keepDays ?? days) < days) return { kind: 'looser', field: 'reuse.keepDays' };
  const unread = over.tools?.off?.find((id) => !base.tools?.off?.includes(id) && isGuarded(id, base));
  return unread ? { kind: 'looser', field: `tools.off.${unread}` } : looserOf(OF_POLICY, base, over, '');
}

const isGuarded = (tool: string, { processes = [] }: GovernancePolicy): boolean =>
  processes.some(({ applies }) => applies.tools?.includes(tool));

/** The first field of a process that holds to less than the base. */
export function looserProcess(base: Process, over: Process): Slip | undefined {
  const at = `processes.${over.id}`;
  if (!passesOnInTime(base, over)) return { kind: 'looser', field: `${at}.escalation` };
  return looserOf(OF_PROCESS, base, over, `${at}.`);
}

function looserOf<T>(fields: Record<string, Looseness<T>>, base: T, over: T, at: string): Slip | undefined {
  const field = Object.entries(fields).find(([, loose]) => loose(over) > loose(base))?.[0];
  return field === undefined ? undefined : { kind: 'looser', field: at + field };
}

/** Whether everybody whom the base asks at last is asked, no later than by the base. */
function passesOnInTime(base: Process, over: Process): boolean {
  const asked = reached(over);
  return reached(base).every(({ to, afterHours }) =>
    to.every((party) => asked.some((one) => one.to.includes(party) && one.afterHours <= afterHours)),
  );
}

function reached({ escalation = [] }: Process): { to: readonly string[]; afterHours: number }[] {
  let afterHours = 0;
  return escalation.map(({ to, escalateAfterHours }) => {
    const step = { to, afterHours };
    afterHours += escalateAfterHours;
    return step;
  });
}
