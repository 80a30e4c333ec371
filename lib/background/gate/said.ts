/** What a page may know of a gate: the answer in codes, with who can help, by when, and until when it holds. */
import { clockOf } from '../../domain/decision/clock.ts';
import { refusedSince } from '../../domain/decision/refused.ts';
import { gateOfOutput, type JudgedOutput, processAsked, type SeenAt } from '../../domain/gate/asked.ts';
import { openRequests } from '../../domain/output/process-record.ts';
import { partiesFor } from '../../domain/people/authority.ts';
import type { Party } from '../../domain/policy/party.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import type { Process } from '../../domain/policy/process.ts';
import type { Strata } from '../../domain/review/strata.ts';
import type { GateAnswered, GateParty, GateSaid } from '../../messages/to-background/gate.ts';
import { reviewWords, statedWords } from '../review/words.ts';

const DAY_MS = 86_400_000;

/** What the gate says of an output, or of a text that was made of it (`hash`). Nothing where no gate stands before it. */
export function answeredOf(
  output: JudgedOutput,
  policy: GovernancePolicy | undefined,
  now: string,
  strata?: Strata,
  hash = output.hash,
): GateAnswered {
  const process = processAsked(output, policy, { hash, now, strata });
  if (!policy || !process || process.gate.mode === 'off') return { hash: output.hash };
  return { hash: output.hash, said: saidOf({ output, hash, process, policy, now, strata }) };
}

/** What the gate says at a place of a text that nobody has seen yet. */
export function freshAt(place: SeenAt, policy: GovernancePolicy | undefined, now: string): GateSaid | undefined {
  return answeredOf({ hash: '', status: 'unreviewed', decisions: [], trace: place }, policy, now).said;
}

interface Asked {
  output: JudgedOutput;
  hash: string;
  process: Process;
  policy: GovernancePolicy;
  now: string;
  strata: Strata | undefined;
}

function saidOf({ output, hash, process, policy, now, strata }: Asked): GateSaid {
  const answer = gateOfOutput(output, policy, { hash, now, strata });
  const review = strata && reviewWords(output, process, policy.version, strata);
  // Of a text that was changed since the tool said nothing.
  const stated = hash === output.hash ? statedWords(output, process) : undefined;
  const open = openRequests(output.inProcess ?? { requests: [] }).filter(({ textHash }) => textHash === output.hash);
  // Whoever has it by now, and their time: what was asked may have been passed on.
  const clock = open.length > 0 ? clockOf(output, process, now, policy.calendar) : undefined;
  const endsInMs = endOf(output, process, now);
  return {
    ...answer,
    process: { processId: process.id, name: process.name },
    who: namedOf(clock?.for ?? partiesFor(process, 'approve'), policy),
    asked: [...new Set(open.map(({ kind }) => kind))],
    ...(refusedSince(output).length > 0 ? { refused: true } : {}),
    ...(clock?.dueAt === undefined || clock.isOver ? {} : { dueAt: clock.dueAt }),
    ...(endsInMs === undefined ? {} : { endsInMs }),
    ...(review ? { review } : {}),
    ...(stated ? { stated } : {}),
  };
}

/** In how long the answer may be another one by itself: an exception or an approval that ends. */
function endOf({ decisions, inProcess }: JudgedOutput, { approval }: Process, now: string): number | undefined {
  const days = approval?.days;
  const ends = [
    ...(inProcess?.exceptions ?? []).map(({ until }) => Date.parse(until)),
    ...(days === undefined ? [] : decisions.map(({ decidedAt }) => Date.parse(decidedAt) + days * DAY_MS)),
  ].flatMap((end) => (end > Date.parse(now) ? end - Date.parse(now) : []));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Roles by name; of people and groups only that the policy names some. */
export function namedOf(parties: readonly Party[], { roles = [] }: GovernancePolicy): GateParty[] {
  const named = parties.map((party): GateParty => {
    const [kind, id] = [party.slice(0, party.indexOf(':')), party.slice(party.indexOf(':') + 1)];
    if (kind !== 'role') return { role: 'named' };
    const role = roles.find((one) => one.id === id);
    if (role) return { name: role.name };
    return { role: id === 'reporter' || id === 'reviewer' || id === 'admin' ? id : 'named' };
  });
  return named.filter((one, at) => named.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
}
