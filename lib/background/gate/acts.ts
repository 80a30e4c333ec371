/** What people do at a gate: ask, go on with a reason, let a colleague go on, say what a text is. */
import { i18n } from '#i18n';
import { correctionIn } from '../../domain/decision/decision.ts';
import { newId } from '../../domain/ids.ts';
import { type ApprovalRequest, openRequests } from '../../domain/output/process-record.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { GateAnswered } from '../../messages/to-background/gate.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { ownSource } from '../../settings/installation.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';
import { mustHold } from '../spine/place.ts';
import { answeredNow, atGate, later, under } from './at-gate.ts';
import { mayDo } from './authors.ts';
import { governanceNow } from './policy-now.ts';

/** How long one may go on with a text on one's own word: long enough to finish what one is at. */
const OVERRIDE_MS = 60 * 60_000;
/** A colleague's leave waits for whoever asked, who may be gone for the day. */
const EXCEPTION_MS = 24 * 60 * 60_000;

/**
 * Asks for an approval or an exception. Asking twice is asking once, as long as it is of the same process under the same version of
 * the policy: what was asked under another, the collector may never take. What it refused counts as not asked.
 */
export async function askAtGate({ hash, kind, note }: MessageBody<'gate.ask'>, sender: Sender): Promise<GateAnswered> {
  const at = await atGate(hash, sender);
  if (note !== undefined && sender.kind === 'page') throw new Refused('not_allowed');
  const source = await ownSource();
  const open = openRequests(at.output.inProcess ?? { requests: [] });
  const asked = { kind, ...under(at), textHash: hash };
  if (!open.some((one) => one.source === source && isSame(one, asked))) {
    const facts = { requestId: newId(), ...asked };
    await say('countersign.approval.requested.v1', hash, facts, note?.trim() ? { note: note.trim() } : {});
  }
  return answeredNow(hash);
}

type Asked = Pick<ApprovalRequest, 'kind' | 'processId' | 'policyVersion' | 'textHash'>;

const isSame = (one: Asked, other: Asked): boolean =>
  (['kind', 'processId', 'policyVersion', 'textHash'] as const).every((field) => one[field] === other[field]);

/** Goes on with a reason, where the policy lets this person and this text. */
export async function overrideAtGate(body: MessageBody<'gate.override'>, sender: Sender): Promise<GateAnswered> {
  const at = await atGate(body.hash, sender);
  if ('words' in body && sender.kind === 'page') throw new Refused('not_allowed');
  const { output, process, policy, answer, now } = at;
  if (!answer.ways.includes('override')) throw new Refused('not_allowed');
  if (!(await mayDo('override', output, process, policy, now)).may) throw new Refused('not_allowed');
  const facts = {
    ...{ exceptionId: newId(), kind: 'override' as const, ...under(at), textHash: body.hash },
    until: later(now, OVERRIDE_MS),
  };
  const reason = 'words' in body ? body.words : i18n.t(`gate.reason.${body.reason}`);
  await say('countersign.gate.overridden.v1', body.hash, facts, { reason });
  return answeredNow(body.hash);
}

/** Grants what a colleague asked for: once, for a while. */
export async function grantAtGate(
  { hash, requestId, words }: MessageBody<'gate.grant'>,
  sender: Sender,
): Promise<null> {
  const at = await atGate(hash, sender);
  const { output, process, policy, now } = at;
  const request = openRequests(output.inProcess ?? { requests: [] }).find((one) => one.requestId === requestId);
  if (request?.kind !== 'exception') throw new Refused('answered');
  if (request.source === (await ownSource())) throw new Refused('not_allowed');
  if (!(await mayDo('except', output, process, policy, now)).may) throw new Refused('not_allowed');
  const facts = {
    ...{ exceptionId: newId(), kind: 'exception' as const, ...under(at), textHash: request.textHash },
    ...{ until: later(now, EXCEPTION_MS), requestId },
  };
  await say('countersign.gate.overridden.v1', hash, facts, { reason: words });
  return null;
}

/** A person says in which process a text is made, or whether it informs the public. */
export async function chooseAtGate(
  { hash, processId, concernsPublic }: MessageBody<'gate.choose'>,
  sender: Sender,
): Promise<GateAnswered> {
  await mustHold(sender, hash);
  const now = await teamNow();
  const policy = await governanceNow(now);
  const output = await outputByHash(hash);
  if (!policy || !output) throw new Refused('not_found');
  if (concernsPublic === false && output.inProcess?.concernsPublic) throw new Refused('answered');
  const isOffered = policy.processes?.some(({ id, applies }) => id === processId && applies.choice);
  if (processId !== undefined && !isOffered) throw new Refused('not_allowed');
  const facts = {
    ...(processId === undefined ? {} : { processId }),
    ...(concernsPublic === undefined ? {} : { concernsPublic }),
  };
  await say('countersign.process.chosen.v1', hash, facts);
  return answeredNow(hash);
}

/** The text that was approved in the place of one that is held. */
export async function approvedAtGate(hash: string, sender: Sender): Promise<{ text: string }> {
  const { output, answer } = await atGate(hash, sender);
  // What was made of it elsewhere is held though the output itself is free.
  const text = answer.state === 'satisfied' ? output.content?.text : correctionIn(output.decisions);
  const isOffered = answer.state === 'satisfied' || answer.ways.includes('use_approved');
  if (!text || !isOffered) throw new Refused('not_found');
  return { text };
}
