/** From an output and the policy in force to the question that the gate answers. */
import { approvalOf } from '../decision/approval.ts';
import type { Output } from '../output/output.ts';
import { statedShare } from '../output/stated.ts';
import { strictness } from '../policy/effect.ts';
import type { GovernancePolicy, Policy } from '../policy/policy.ts';
import type { Process } from '../policy/process.ts';
import { ruledOn, type Strata } from '../review/strata.ts';
import { type GateAnswer, type GateQuestion, gateOf } from './gate.ts';

/** Where a text was found. */
export interface SeenAt {
  tool: string;
  pageUrl: string;
  model?: string | undefined;
  /** How sure the tool said it is of it. */
  statedConfidence?: string | undefined;
  /** The brief that its prompt was made with: whoever filled it in said by that for which process the text is. */
  brief?: { processId: string } | undefined;
}

/**
 * The process that a text belongs to: what a person said, or said by its brief, where the process leaves it to them; else the
 * first that takes its place.
 */
export function processOf(policy: Policy | undefined, place: SeenAt, chosen?: string): Process | undefined {
  const processes = policy?.format === 2 ? (policy.processes ?? []) : [];
  const said = chosen ?? place.brief?.processId;
  const picked = processes.find(({ id, applies }) => id === said && applies.choice);
  return picked ?? processes.find(({ applies }) => takes(applies, place));
}

/** What the gate looks at of an output. */
export type JudgedOutput = Pick<
  Output,
  'hash' | 'status' | 'decisions' | 'inProcess' | 'turns' | 'refused' | 'blind'
> & {
  trace: SeenAt;
  sightings?: readonly SeenAt[];
};

type Placed = Pick<JudgedOutput, 'trace' | 'sightings' | 'inProcess'>;

/**
 * The processes of an output: the one that a person said, else each that takes a place where the very same text was seen, in the
 * order in which it was seen there. Who else saw it, and in which order, lets it go nowhere: it goes once each of them lets it.
 */
export function processesOfOutput(policy: Policy | undefined, { trace, sightings = [], inProcess }: Placed): Process[] {
  const found = [trace, ...sightings].flatMap((place) => processOf(policy, place, inProcess?.processId) ?? []);
  return [...new Set(found)];
}

/** The process in which a text is counted: the one that it was first seen in. What it has to pass is `processAsked`. */
export const countedProcess = (policy: Policy | undefined, output: Placed): Process | undefined =>
  processesOfOutput(policy, output)[0];

/**
 * The process that decides what becomes of an output now: of several the one that holds it most, of equals the one in which it
 * was seen first. Who decides on it, and by which checklist, is asked of this one.
 */
export function processAsked(
  output: JudgedOutput,
  policy: GovernancePolicy | Policy | undefined,
  circumstances: Circumstances,
): Process | undefined {
  const [first, ...others] = processesOfOutput(policy, output);
  if (!first || others.length === 0) return first;
  const ranked = [first, ...others].map((process) => ({
    process,
    rank: rankOf(gateOf(questionIn(process, output, policy, circumstances))),
  }));
  return ranked.reduce((strictest, one) => (one.rank > strictest.rank ? one : strictest)).process;
}

/** How much an answer holds a text. A dry run lets everything go, and comes before a gate that is off. */
const rankOf = ({ effect, would, state }: GateAnswer): number =>
  100 * strictness(effect) + 10 * strictness(would) + (state === 'not_applicable' ? 0 : 1);

/** Whether a process applies at a place: each of tool and address that it names has to fit. */
function takes({ tools, addresses }: Process['applies'], { tool, pageUrl }: SeenAt): boolean {
  if (!tools?.length && !addresses?.length) return false;
  if (tools?.length && !tools.includes(tool)) return false;
  return !addresses?.length || addresses.some((address) => isAtAddress(pageUrl, address));
}

/** `*.acme.example/faq` takes what is below the host and below the path; never `acme.example.evil.example`. */
function isAtAddress(pageUrl: string, address: string): boolean {
  if (!URL.canParse(pageUrl)) return false;
  const { hostname, pathname } = new URL(pageUrl);
  const slash = address.indexOf('/');
  const [host, path] = slash < 0 ? [address, ''] : [address.slice(0, slash), address.slice(slash)];
  const isHost = host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
  return isHost && (path === '' || pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
}

interface Circumstances {
  /** Hash of the text that is about to take effect, where it is not the output's own. */
  hash?: string;
  /** How the strata of the policy stand; where nobody asked, none accepts anything. */
  strata?: Strata | undefined;
  now: string;
}

/** What the gate of a process is asked of an output. */
function questionIn(
  process: Process | undefined,
  output: JudgedOutput,
  policy: GovernancePolicy | Policy | undefined,
  { hash = output.hash, strata, now }: Circumstances,
): GateQuestion {
  const { inProcess, trace } = output;
  const ruled = process && policy && strata ? ruledOn(output, process, policy, strata) : undefined;
  return {
    process,
    policyVersion: policy?.version ?? '',
    hash,
    status: output.status,
    approvals: output.decisions.map((decision) => approvalOf(decision, output.hash)),
    isSecondOpen: output.blind !== undefined,
    exceptions: inProcess?.exceptions ?? [],
    concernsPublic: inProcess?.concernsPublic,
    // The draw was of the output's own text, and says nothing of another.
    acceptedByRule: hash === output.hash && (ruled?.accepted ?? false),
    // Nor was what the tool said of it.
    ...(hash === output.hash && trace.statedConfidence ? { stated: statedShare(trace.statedConfidence) } : {}),
    stratumStopped: ruled?.stopped ?? false,
    now,
  };
}

/** What the gate says of an output now. */
export const gateOfOutput = (
  output: JudgedOutput,
  policy: GovernancePolicy | Policy | undefined,
  circumstances: Circumstances,
): GateAnswer => gateOf(questionIn(processAsked(output, policy, circumstances), output, policy, circumstances));
