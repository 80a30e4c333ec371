/** Publishing a version: checked, compared with what somebody started from, numbered, and written into the log at once. */
import canonicalize from 'canonicalize';
import { newId } from '../../lib/domain/ids.ts';
import type { GovernancePolicy, Policy } from '../../lib/domain/policy/policy.ts';
import { type PublishProblem, publishable } from '../../lib/domain/policy/publishable.ts';
import { OPERATOR, record } from '../acts/acts.ts';
import { hashOf } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { lockTeam } from '../ledger/insert.ts';
import { markAllDue } from './due-marks.ts';
import { listVersions, newestVersion, type PolicyVersion, readVersion, versionInForce } from './versions.ts';

/** Who publishes, in which team, and when. */
interface Publisher {
  team: string;
  authid: string;
  now: Date;
}

interface Offered {
  /** The policy as it came. */
  value: unknown;
  note?: string | undefined;
  /** Number of the version that it was written over; 0 where there was none. */
  onto: number;
}

/** What two people need to see who changed the same version: what both started from, what the other made of it, what holds now. */
interface Moved {
  base: PolicyVersion | undefined;
  theirs: PolicyVersion | undefined;
  current: PolicyVersion | undefined;
}

type Published =
  | { kind: 'published'; version: PolicyVersion; sequence: string }
  | { kind: 'refused'; problems: PublishProblem[] }
  | ({ kind: 'moved' } & Moved);

/** The hash that stands in the log for a policy: of its canonical JSON (RFC 8785). */
export const policyHash = (policy: Policy): string => hashOf(canonicalize(policy) ?? '');

/** Publishes a team's own policy, over the centre's where there is one. Nothing is written over what somebody else published. */
export function publish(database: SqlDatabase, publisher: Publisher, offered: Offered): Promise<Published> {
  const { team, now } = publisher;
  return redone(database, async (queries) => {
    await lockTeam(queries, team);
    const newest = await newestVersion(queries, team);
    if ((newest?.number ?? 0) !== offered.onto) return { kind: 'moved', ...(await moved(queries, team, offered, now)) };
    const base = (await readBase(queries))?.policy;
    const checked = publishable(offered.value, await underOf(queries, team, base, now));
    if (checked.problems) return { kind: 'refused', problems: checked.problems };
    const { own, policy } = checked;
    return put(queries, publisher, { own, base: base ?? null, policy, note: offered.note }, offered.onto + 1);
  });
}

/** What a policy of a team is checked against. */
export async function underOf(queries: Queries, team: string, base: GovernancePolicy | undefined, now: Date) {
  const taken = new Set((await listVersions(queries, team)).map(({ version }) => version));
  return { base, today: now.toISOString().slice(0, 10), taken };
}

async function moved(queries: Queries, team: string, { onto }: Offered, now: Date): Promise<Moved> {
  return {
    base: await readVersion(queries, team, onto),
    theirs: await newestVersion(queries, team),
    current: await versionInForce(queries, team, now),
  };
}

interface Written {
  own: Policy | null;
  base: Policy | null;
  policy: Policy;
  note?: string | undefined;
}

/** Holding the team: a version and the row of the log that says so. */
async function put(
  queries: Queries,
  { team, authid, now }: Publisher,
  { own, base, policy, note }: Written,
  number: number,
): Promise<Extract<Published, { kind: 'published' }>> {
  const hash = policyHash(policy);
  const inForceFrom = beginning(policy, now);
  const actId = newId();
  const act = {
    ...({ type: 'countersign.policy.published.v1', noun: 'policy', actId } as const),
    facts: { number, version: policy.version, hash, inForceFrom },
    content: note === undefined ? {} : { note },
  };
  const sequence = await record(queries, team, authid, act, now);
  await queries.query(
    `insert into policies (team, number, sequence, version, hash, in_force_from, own, base, policy)
      values ($1, $2::bigint, $3::bigint, $4, $5, $6::timestamptz, $7::jsonb, $8::jsonb, $9::jsonb)`,
    [team, number, sequence, policy.version, hash, inForceFrom, json(own), json(base), json(policy)],
  );
  await markAllDue(queries, team, policy, new Date(inForceFrom));
  const version = await readVersion(queries, team, number);
  if (!version) throw new Error('A version that was just written is not there');
  return { kind: 'published', version, sequence };
}

const json = (value: object | null): string | null => value && JSON.stringify(value);

/** No policy holds for a time before it was published. */
function beginning(policy: Policy, now: Date): string {
  const wanted = policy.format === 2 ? policy.inForceFrom : undefined;
  return new Date(Math.max(now.getTime(), wanted === undefined ? 0 : Date.parse(wanted))).toISOString();
}

/** The centre's policy, as it was published last. */
export async function readBase(queries: Queries): Promise<{ number: number; policy: GovernancePolicy } | undefined> {
  const [row] = await queries.query<{ number: string; policy: GovernancePolicy }>(
    'select number::text as number, policy from base_policies order by number desc limit 1',
  );
  return row && { number: Number(row.number), policy: row.policy };
}

type BasePublished =
  | { kind: 'published'; number: number; teams: { team: string; number: number; sequence: string }[] }
  | { kind: 'refused'; problems: PublishProblem[]; team?: string };

/** Publishes the centre's policy: a new version in every team, or nothing where one team's own would loosen it. */
export function publishBase(database: SqlDatabase, value: unknown, note: string | undefined, now: Date) {
  return redone(database, async (queries): Promise<BasePublished> => {
    const checked = publishable(value, { today: now.toISOString().slice(0, 10) });
    if (checked.problems) return { kind: 'refused', problems: checked.problems };
    const base = checked.own;
    if (base.format !== 2) return { kind: 'refused', problems: [{ code: 'notGovernance', field: 'format' }] };
    await queries.query('lock table base_policies in exclusive mode');
    const number = ((await readBase(queries))?.number ?? 0) + 1;
    const teams = await queries.query<{ team: string }>('select team from teams order by team');
    const written: { team: string; number: number; sequence: string }[] = [];
    for (const { team } of teams) {
      const done = await putUnder(queries, team, base, note, now);
      // Nothing of it stays: the transaction is given up.
      if (done.kind !== 'published') throw new BaseRefused(team, done.problems);
      written.push({ team, number: done.version.number, sequence: done.sequence });
    }
    await queries.query(
      'insert into base_policies (number, policy, recorded_at) values ($1, $2::jsonb, $3::timestamptz)',
      [number, JSON.stringify(base), now.toISOString()],
    );
    return { kind: 'published', number, teams: written };
  }).catch((error: unknown): BasePublished => {
    if (!(error instanceof BaseRefused)) throw error;
    return { kind: 'refused', problems: error.problems, team: error.team };
  });
}

class BaseRefused extends Error {
  readonly team: string;
  readonly problems: PublishProblem[];

  constructor(team: string, problems: PublishProblem[]) {
    super('A team’s own policy does not fit under the base');
    this.team = team;
    this.problems = problems;
  }
}

/** One team's version under a base: what the team wrote itself stays, and is checked again. */
async function putUnder(
  queries: Queries,
  team: string,
  base: GovernancePolicy,
  note: string | undefined,
  now: Date,
): Promise<Extract<Published, { kind: 'published' | 'refused' }>> {
  await lockTeam(queries, team);
  const newest = await newestVersion(queries, team);
  const own = newest?.own ?? null;
  const under = await underOf(queries, team, own ? base : undefined, now);
  const checked = publishable(own ?? base, under);
  if (checked.problems) return { kind: 'refused', problems: checked.problems };
  const written = { own, base, policy: checked.policy, note };
  return put(queries, { team, authid: OPERATOR, now }, written, (newest?.number ?? 0) + 1);
}

/** A team that came after the centre's policy gets it as its first version. Answers with its row of the log, if one was written. */
export async function adoptBase(database: SqlDatabase, team: string, now: Date): Promise<string | undefined> {
  const [row] = await database.query(
    'select 1 where exists (select 1 from base_policies) and not exists (select 1 from policies where team = $1)',
    [team],
  );
  if (!row) return undefined;
  return redone(database, async (queries) => {
    await lockTeam(queries, team);
    const base = (await readBase(queries))?.policy;
    if (!base || (await newestVersion(queries, team))) return undefined;
    const done = await putUnder(queries, team, base, undefined, now);
    if (done.kind !== 'published') throw new Error('The base policy is refused as it is');
    return done.sequence;
  });
}
