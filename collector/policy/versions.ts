/** Versions of a team's policy as they are stored: each stands for good, and numbers only go up. */
import type { Policy } from '../../lib/domain/policy/policy.ts';
import type { Queries } from '../database/database.ts';

/** A version without its text. */
interface VersionLine {
  number: number;
  /** The author's own name of it. */
  version: string;
  hash: string;
  /** From when it holds; never before it was published. */
  inForceFrom: string;
  publishedAt: string;
  /** Who published it, as the log knows them now. */
  by: string;
  note?: string;
}

export interface PolicyVersion extends VersionLine {
  /** What the team wrote; null where it wrote nothing over the base. */
  own: Policy | null;
  /** What the centre had laid down by then; null where nothing. */
  base: Policy | null;
  /** What holds: the one over the other. */
  policy: Policy;
}

type Stored<V> = Omit<V, 'note' | 'number'> & { number: string; note: string | null };

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const LINE = `p.number::text as number, p.version, p.hash, ${iso('p.in_force_from')} as "inForceFrom",
  ${iso('e.recorded_at')} as "publishedAt", e.authid as by, c.content ->> 'note' as note`;
const FROM = `from policies p join events e on e.team = p.team and e.sequence = p.sequence
  left join contents c on c.team = e.team and c.source = e.source and c.id = e.id`;

const lined = <V extends VersionLine>({ number, note, ...rest }: Stored<V>): V =>
  ({ ...rest, number: Number(number), ...(note === null ? {} : { note }) }) as unknown as V;

/** Every version, the newest first. */
export async function listVersions(queries: Queries, team: string): Promise<VersionLine[]> {
  const rows = await queries.query<Stored<VersionLine>>(
    `select ${LINE} ${FROM} where p.team = $1 order by p.number desc`,
    [team],
  );
  return rows.map((row) => lined<VersionLine>(row));
}

async function one(queries: Queries, condition: string, params: unknown[]): Promise<PolicyVersion | undefined> {
  const [row] = await queries.query<Stored<PolicyVersion>>(
    `select ${LINE}, p.own, p.base, p.policy ${FROM} where p.team = $1 ${condition} limit 1`,
    params,
  );
  return row && lined<PolicyVersion>(row);
}

export const readVersion = (queries: Queries, team: string, number: number): Promise<PolicyVersion | undefined> =>
  one(queries, 'and p.number = $2::bigint', [team, number]);

export const newestVersion = (queries: Queries, team: string): Promise<PolicyVersion | undefined> =>
  one(queries, 'order by p.number desc', [team]);

/** The version in force at a time: of those that hold by then, the newest. One that a newer overtook never comes back. */
export const versionInForce = (queries: Queries, team: string, at: Date): Promise<PolicyVersion | undefined> =>
  one(queries, 'and p.in_force_from <= $2::timestamptz order by p.number desc', [team, at.toISOString()]);

/** The next version that will be in force, as far as anything is announced. */
export const versionAnnounced = (queries: Queries, team: string, at: Date): Promise<PolicyVersion | undefined> =>
  one(
    queries,
    `and p.in_force_from > $2::timestamptz and p.number >
      coalesce((select max(n.number) from policies n where n.team = $1 and n.in_force_from <= $2::timestamptz), 0)
      order by p.in_force_from, p.number desc`,
    [team, at.toISOString()],
  );
/** Names of versions that were in force by a time, for what says under which it was made. */
export async function namesInForceBy(queries: Queries, team: string, at: Date): Promise<Set<string>> {
  const rows = await queries.query<{ version: string }>(
    'select version from policies where team = $1 and in_force_from <= $2::timestamptz',
    [team, at.toISOString()],
  );
  return new Set(rows.map(({ version }) => version));
}
