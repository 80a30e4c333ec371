/**
 * Who this browser is to an endpoint, asked in each round: a role can be changed by an administrator, or come with another
 * token. It costs one short answer while nothing is new.
 */

import { mayRead, type Standing } from '../../domain/people/role.ts';
import { keepNames } from '../../store/write/people.ts';
import type { Stop } from '../target.ts';
import type { Round } from './round.ts';

/** Before anything is sent, where it is not known who this browser is, or may be another since a token came. */
export const introduce = async (round: Round): Promise<Stop | undefined> =>
  isUnknown(round) ? ask(round, undefined) : undefined;

/** When all is sent and pulled: whether something is new. What goes wrong with that waits for the next round. */
export async function learnAnew(round: Round): Promise<undefined> {
  if (!isUnknown(round)) await ask(round, round.row.standingTag);
}

const isUnknown = ({ row }: Round): boolean =>
  (row.managed !== undefined && !row.team) || row.session?.unconfirmed === true;

/** Another team's order and marks are of no use here: then somebody signs in anew. */
async function ask(round: Round, known: string | undefined): Promise<Stop | undefined> {
  const { row, target, world } = round;
  const said = await target.whose?.(row.settings, world, known);
  if (!said) return undefined;
  if (said.kind === 'same') return undefined;
  if (said.kind !== 'said') return said;
  const { standing, tag } = said;
  if (row.team && row.team !== standing.team) return { kind: 'unauthorised', problem: 'other_team' };
  const stop = await learnNames(round, standing);
  // Without its names the answer is not known yet: it is asked for again.
  await keep(round, standing, stop ? undefined : tag);
  return stop;
}

async function keep({ db, row }: Round, standing: Standing, tag: string | undefined): Promise<void> {
  const { team, subject, role, name, groups, signedInAt, expiresAt } = standing;
  Object.assign(row, { team, subject, role });
  await db.targets.where({ targetId: row.targetId }).modify((stored) => {
    Object.assign(stored, { team, subject, role });
    putOrDelete(stored, { name, groups, signedInAt, expiresAt, standingTag: tag });
    delete stored.session?.unconfirmed;
  });
}

function putOrDelete<T extends object>(row: T, values: { [K in keyof T]?: T[K] | undefined }): void {
  for (const key of Object.keys(values) as (keyof T)[])
    if (values[key] === undefined) delete row[key];
    else row[key] = values[key] as T[keyof T];
}

/** What the people of the team are called, where that is told and has changed. */
async function learnNames({ db, row, target, world }: Round, { role, people }: Standing): Promise<Stop | undefined> {
  if (!target.names || people === row.peopleTag) return undefined;
  const told = people !== undefined && mayRead(role) ? await target.names(row.settings, world) : undefined;
  if (told && told.kind !== 'names') return told;
  await keepNames(row.targetId, told?.people ?? [], told ? people : undefined, db);
  return undefined;
}
