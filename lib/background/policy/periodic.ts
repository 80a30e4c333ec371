/** What is said of the rules themselves: that their periodic review is signed, and how a process was before its pilot. */
import { processSubject } from '../../domain/gate/stops.ts';
import { newId } from '../../domain/ids.ts';
import { personOf } from '../../domain/people/own.ts';
import { maySign, periodicSubject } from '../../domain/policy/periodic/due.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import { mayFreeze } from '../../domain/rollout/baseline.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { policyInForce } from '../../settings/effective.ts';
import { target } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';

export function registerPeriodic(): void {
  handle('policy.sign', sign);
  handle('policy.freeze', freeze);
}

/** The rules in force, where these are the ones that somebody had before them. */
async function rulesOf(policyVersion: string): Promise<GovernancePolicy> {
  const policy = (await policyInForce())?.policy;
  if (policy?.format !== 2) throw new Refused('not_found');
  if (policy.version !== policyVersion) throw new Refused('rules_changed');
  return policy;
}

async function sign({ signOff, note }: MessageBody<'policy.sign'>): Promise<null> {
  const policy = await rulesOf(signOff.policyVersion);
  if (!maySign(personOf(await target()), policy)) throw new Refused('not_allowed');
  await say('countersign.policy.reviewed.v1', periodicSubject(newId()), signOff, note === undefined ? {} : { note });
  return null;
}

async function freeze({ processId, baseline }: MessageBody<'policy.freeze'>): Promise<null> {
  const policy = await rulesOf(baseline.policyVersion);
  const process = policy.processes?.find(({ id }) => id === processId);
  if (!process) throw new Refused('not_found');
  if (!mayFreeze(personOf(await target()), process, policy)) throw new Refused('not_allowed');
  await say('countersign.baseline.frozen.v1', processSubject(processId), baseline);
  return null;
}
