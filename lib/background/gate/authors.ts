/** Whether this browser's person may do something with an output. The collector asks the same and has the last word. */
import type { Output } from '../../domain/output/output.ts';
import { type AuthorityAnswer, authorityOf } from '../../domain/people/authority.ts';
import { blockersOf, passesBy, personOf, subjectsOf } from '../../domain/people/own.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import type { Process, Verb } from '../../domain/policy/process.ts';
import { ownSource } from '../../settings/installation.ts';
import { absences, makersOf, target } from '../../store/ask/queries.ts';

/** What the policy says of it now. */
export async function mayDo(
  verb: Verb,
  output: Output,
  process: Process,
  policy: GovernancePolicy,
  now: string,
): Promise<AuthorityAnswer> {
  const source = await ownSource();
  const [member, makers, delegations] = await Promise.all([target(), makersOf(output.hash), absences(source)]);
  return authorityOf({
    ...{ verb, process, roles: policy.roles ?? [], delegations, now, seenAt: output.firstSeenAt },
    ...{ person: personOf(member), authors: subjectsOf(makers, source, member) },
    passes: passesBy(output, source, member),
    blockers: blockersOf(output, source, member),
  });
}
