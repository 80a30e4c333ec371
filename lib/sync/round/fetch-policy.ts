/** The policy of a target that keeps one: asked for in each round, and handed over where there is something new. */
import { mayRead } from '../../domain/people/role.ts';
import type { SigningJwk } from '../../domain/policy/signed/signed.ts';
import type { Stop } from '../target.ts';
import type { Round } from './round.ts';

/** Asks for the policy. What it holds is looked at by whoever takes it in; a bad one stops nothing else. */
export async function fetchPolicy({ row, target, world, policies }: Round): Promise<Stop | undefined> {
  if (!target.policies || !policies || !row.team || (row.role && !mayRead(row.role))) return undefined;
  const asked = target.policies(row.settings);
  const came = await asked.read(world, await policies.tag(row.team));
  if (came.kind === 'none') return undefined;
  if (came.kind === 'same') {
    await policies.tellTime(row.team, came.now);
    return undefined;
  }
  if (came.kind !== 'policy') return came;
  let stop: Stop | undefined;
  const keys = async (): Promise<readonly SigningJwk[]> => {
    const said = await asked.keys(world);
    if (!('kind' in said)) return said;
    stop = said;
    return [];
  };
  await policies.take(row.team, came, keys, () => stop === undefined);
  return stop;
}
