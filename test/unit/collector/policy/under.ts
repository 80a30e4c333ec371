/** A team under a policy of its own, with a text in it. */
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

/** A process at an address of its own. */
export const plain = (more: Partial<Process> = {}): Process =>
  faq({ id: 'plain', applies: { addresses: ['plain.example'] }, ...more });

/** One that is chosen by people. */
export const chosen = faq({ id: 'chosen', applies: { choice: true } });

/** A team that has published these processes, and the text of Rita’s in it. */
export async function teamUnder(database: SqlDatabase, ...processes: Process[]) {
  const team = new Team(database);
  const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
  const { status } = await admin.put(policyOf('v1', { processes }), 0);
  if (status !== 200) throw new Error(`the policy was answered with ${status}`);
  return { team, admin, hash: await team.text('rita', 'plain.example') };
}
