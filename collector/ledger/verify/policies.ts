/** Checks the versions of a team's policy against what the log says was published: one changed, slipped in, or taken away. */
import canonicalize from 'canonicalize';
import { hashOf } from '../../chain.ts';
import type { Queries } from '../../database/database.ts';
import type { Finding } from './findings.ts';

interface Row {
  number: string;
  version: string;
  hash: string;
  ms: string;
  policy: object;
  /** Facts of the event that it is of; null where that is no such event. */
  facts: { number: number; version: string; hash: string; inForceFrom: string } | null;
}

/** What is wrong with the versions of a team's policy; nothing wrong: no findings. */
export async function verifyPolicies(queries: Queries, team: string): Promise<Finding[]> {
  const rows = await queries.query<Row>(
    `select p.number::text as number, p.version, p.hash, p.policy,
        round((extract(epoch from p.in_force_from) * 1000)::numeric)::text as ms,
        case when e.type = 'countersign.policy.published.v1' then e.event #> '{data,facts}' end as facts
      from policies p left join events e on e.team = p.team and e.sequence = p.sequence
      where p.team = $1 order by p.number`,
    [team],
  );
  const missing = await queries.query<{ sequence: string; number: string }>(
    `select lpad(e.sequence::text, 16, '0') as sequence, e.event #>> '{data,facts,number}' as number from events e
      where e.team = $1 and e.type = 'countersign.policy.published.v1'
        and not exists (select 1 from policies p where p.team = e.team and p.sequence = e.sequence)
      order by e.sequence`,
    [team],
  );
  return [
    ...rows.flatMap((row) => differenceOf(row) ?? []),
    ...missing.map(
      ({ sequence, number }): Finding => ({
        ...{ kind: 'policy_missing', sequence },
        detail: `Version ${number} of the policy is gone.`,
      }),
    ),
  ];
}

function differenceOf({ number, version, hash, ms, policy, facts }: Row): Finding | undefined {
  const what = `Version ${number} of the policy`;
  if (!facts || facts.number !== Number(number))
    return { kind: 'policy_added', detail: `${what} was published by nobody.` };
  const inForceFrom = new Date(Number(ms)).toISOString();
  const same =
    hashOf(canonicalize(policy) ?? '') === facts.hash &&
    hash === facts.hash &&
    version === facts.version &&
    inForceFrom === facts.inForceFrom;
  return same ? undefined : { kind: 'policy_changed', detail: `${what} is not what was published.` };
}
