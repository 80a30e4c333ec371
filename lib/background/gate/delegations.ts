/** Absences: who decides in the place of this browser's person, said by them alone. */
import { newId } from '../../domain/ids.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { ownSource } from '../../settings/installation.ts';
import { absences, target } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';

/** Who is away has to be known to the team: without one there is nobody to stand in. */
async function whoDecides(): Promise<string> {
  const member = await target();
  if (member?.subject === undefined || !mayDecide(member.role)) throw new Refused('not_allowed');
  return member.subject;
}

export async function goAway({ to, since, until }: MessageBody<'delegation.make'>): Promise<null> {
  const own = await whoDecides();
  const [from, end] = [Date.parse(since), Date.parse(until)];
  if (to === own || from >= end || end <= Date.now()) throw new Refused('incomplete');
  await put(newId(), { to, since, until });
  return null;
}

export async function comeBack({ delegationId }: MessageBody<'delegation.end'>): Promise<null> {
  const own = await whoDecides();
  const absence = (await absences(await ownSource())).find(
    (one) => one.delegationId === delegationId && one.from === own,
  );
  if (!absence) throw new Refused('not_found');
  const { to, since } = absence;
  // One that has not begun never does.
  const until = new Date(Math.max(Date.now(), Date.parse(since))).toISOString();
  await put(delegationId, { to, since, until });
  return null;
}

const put = (delegationId: string, said: { to: string; since: string; until: string }) =>
  say('countersign.delegation.made.v1', `urn:countersign:delegation:${delegationId}`, { delegationId, ...said });
