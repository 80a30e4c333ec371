/** A decision on an output of a process: by whom the policy lets, with all that it asks, bound to text, process and version. */
import type { Verdict } from '../../domain/codes.ts';
import { type InProcess, missingForApproval } from '../../domain/decision/approval.ts';
import type { Decision, DecisionContent } from '../../domain/decision/decision.ts';
import { isFreshSignIn, signInWithin } from '../../domain/decision/signature.ts';
import { processAsked } from '../../domain/gate/asked.ts';
import { addressOf } from '../../domain/output/address.ts';
import type { Output } from '../../domain/output/output.ts';
import { isHolding } from '../../domain/output/status.ts';
import { storable } from '../../domain/output/text.ts';
import type { Process, Verb } from '../../domain/policy/process.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { target } from '../../store/ask/queries.ts';
import { strataNow } from '../review/strata.ts';
import { masked } from '../spine/masked.ts';
import { mayDo } from './authors.ts';
import { governanceNow } from './policy-now.ts';

/** What the policy calls each verdict. */
const VERB: Record<Verdict, Verb> = {
  approve: 'approve',
  approve_with_notes: 'approve',
  modify: 'modify',
  block: 'block',
  escalate: 'escalate',
};

interface InItsProcess {
  facts: { inProcess?: InProcess };
  content: Pick<DecisionContent, 'answers' | 'editorial'>;
}

/** The address of a correction as it is recorded, with its personal data masked: that text is the one that is approved. */
async function addressKept({ hash }: Output, correctedText: string): Promise<string> {
  const kept = await masked('countersign.decision.made.v1', hash, { correctedText });
  return addressOf({ text: storable(kept.correctedText ?? correctedText) });
}

/** What a decision says of its process; nothing outside any. Refused where the policy says no, or asks for more. */
export async function inItsProcess(
  output: Output,
  { verdict, correctedText, checklist, bulk }: MessageBody<'decision.make'>,
): Promise<InItsProcess> {
  const now = await teamNow();
  const policy = await governanceNow(now);
  const process = processAsked(output, policy, { now, strata: await strataNow(policy) });
  if (!policy || !process) return { facts: {}, content: {} };
  const may = await mayDo(VERB[verdict], output, process, policy, now);
  if (!may.may) throw new Refused('not_allowed');
  await mustHaveSignedIn(process, verdict);
  const { answered = [], left = [], answers = {}, editorial, meaning } = checklist ?? {};
  const textHash = verdict === 'modify' && correctedText ? await addressKept(output, correctedText) : output.hash;
  const inProcess: InProcess = {
    ...{ processId: process.id, policyVersion: policy.version, textHash, answered, left },
    ...(editorial ? { editorial: true } : {}),
    ...(meaning ? { meaning } : {}),
    ...(bulk ? { bulk } : {}),
    ...(may.selfReview ? { selfReview: true } : {}),
    ...(may.onBehalfOf ? { onBehalfOf: may.onBehalfOf } : {}),
  };
  const content = {
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(editorial ? { editorial } : {}),
  };
  const missing = missingForApproval(process, { verdict, inProcess, content }, output.inProcess?.concernsPublic);
  if (missing.length > 0) throw new Refused('incomplete');
  return { facts: { inProcess }, content };
}

/** A signature wants a sign-in of now. Somebody who is alone, without a team, has none, and signs all the same. */
async function mustHaveSignedIn(process: Process, verdict: Verdict): Promise<void> {
  const within = signInWithin(process, verdict);
  const member = await target();
  if (within === undefined || !member) return;
  if (!isFreshSignIn(member.signedInAt, within, Date.now())) throw new Refused('sign_in_needed');
}

/**
 * Whether this person may take back a decision of their own. A yes always: that lets nothing through. What holds a text only
 * while they may still hold it; that somebody else is to look at it again keeps nobody from it. The collector asks the same.
 */
export async function mayTakeBack({ verdict }: Decision, output: Output): Promise<boolean> {
  if (!isHolding(verdict)) return true;
  const now = await teamNow();
  const policy = await governanceNow(now);
  const process = processAsked(output, policy, { now, strata: await strataNow(policy) });
  const { inProcess } = output;
  const undrawn = inProcess ? { ...output, inProcess: { ...inProcess, secondLooks: [] } } : output;
  return !policy || !process || (await mayDo(VERB[verdict], undrawn, process, policy, now)).may;
}
